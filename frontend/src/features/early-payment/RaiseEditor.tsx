import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import type { ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useCurrency, useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useMe } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { earlyPaymentDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { allowanceFor } from "./allowance.ts";
import { readMore } from "./programme-form.ts";
import { useAllowanceStep } from "./useAllowanceStep.ts";
import { type DeskCash, useDeskCash } from "./useDeskCash.ts";
import { useText } from "./useText.ts";

interface RaiseEditorProps {
  programme: ProgrammeRow;
  posted: readonly ProgrammeRow[];
  clock: LedgerClock;
  onClose: () => void;
}

/** More budget for a programme: typed, then reviewed and signed. */
export function RaiseEditor(props: RaiseEditorProps) {
  const { programme, onClose } = props;
  const t = useText();
  const money = useMoney();
  const { account } = useMe();
  const currency = useCurrency(programme.currency);
  const cash = useDeskCash(account, currency);
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const [isReviewing, setReviewing] = useState(false);
  const read = readMore(text, currency?.minorDigits ?? 2);
  if (isReviewing && "more" in read) {
    return <Loaded query={cash}>{(known) => <Review {...props} more={read.more} cash={known} />}</Loaded>;
  }
  const proceed = () => {
    setTried(true);
    setReviewing("more" in read);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("raise.title")}
      description={t("raise.hint", { budget: money(programme.budget, programme.currency) })}
      footer={
        <Button variant="primary" onClick={proceed}>
          {t("raise.continue")}
        </Button>
      }
    >
      <MoneyField
        label={t("raise.more")}
        unit={currency?.code ?? ""}
        value={text}
        onValueChange={setText}
        error={isTried && "problem" in read ? t(`problem.${read.problem}`) : undefined}
      />
    </Dialog>
  );
}

function Review({
  programme,
  posted,
  clock,
  more,
  cash,
  onClose,
}: RaiseEditorProps & { more: bigint; cash: DeskCash }) {
  const t = useText();
  const money = useMoney();
  const { addresses } = useDeployment();
  // As it was when the review opened: afterwards the programme has the new one.
  const [before] = useState(programme.budget);
  const needed = allowanceFor(more, posted, cash.currency, clock.timestamp);
  const { steps, why } = useAllowanceStep(needed, cash);
  const call = contractCall({
    address: addresses.earlyPaymentDesk,
    abi: earlyPaymentDeskAbi,
    functionName: "raiseBudget",
    args: [programme.id, more],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("raise.title")}
      facts={[
        { label: t("raise.before"), value: <Amount text={money(before, programme.currency)} /> },
        { label: t("raise.more"), value: <Amount text={money(more, programme.currency)} /> },
        { label: t("raise.after"), value: <Amount strong text={money(before + more, programme.currency)} /> },
      ]}
      confirmLabel={t("raise.confirm")}
      steps={[...steps, { name: t("raise.confirm"), call }]}
      outcome={() => t("raise.done")}
    >
      <p>{t("raise.effect")}</p>
      {why && <Callout>{why}</Callout>}
    </ActionReview>
  );
}
