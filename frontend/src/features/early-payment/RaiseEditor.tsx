import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import type { ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useCurrency, useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { AmountDialog } from "../../app/forms/AmountDialog.tsx";
import { useMe } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { earlyPaymentDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
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
  const cash = useDeskCash(account, useCurrency(programme.currency));
  return (
    <AmountDialog
      title={t("raise.title")}
      description={t("raise.hint", { budget: money(programme.budget, programme.currency) })}
      label={t("raise.more")}
      confirmLabel={t("raise.continue")}
      currency={programme.currency}
      read={readMore}
      problemText={(problem) => t(`problem.${problem}`)}
      onClose={onClose}
      review={(more) => <Loaded query={cash}>{(known) => <Review {...props} more={more} cash={known} />}</Loaded>}
    />
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
