import { parseEventLogs, type TransactionReceipt } from "viem";
import { useDeskConsent } from "../../app/data/useDeskIndex.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { PaperCheck } from "../../app/financing/usePaperCheck.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { useEnableStep } from "../../app/transaction/useEnableStep.ts";
import type { LoanOffer, Paper } from "../../domain/signed-paper.ts";
import { pledgeDeskAbi } from "../../generated/contracts.ts";
import { Callout } from "../../ui/Callout.tsx";
import { borrowCall } from "./loan-call.ts";
import { useText } from "./text.ts";
import { useOfferFacts } from "./useOfferFacts.tsx";

interface BorrowReviewProps {
  paper: Paper<LoanOffer>;
  check: PaperCheck;
  clock: LedgerClock;
  onClose: () => void;
}

/** The loan: the slice is locked and the cash comes, both or neither. */
export function BorrowReview(props: BorrowReviewProps) {
  const isDeskEnabled = useDeskConsent(useDeployment().addresses.pledgeDesk);
  return isDeskEnabled === undefined ? null : <Review {...props} isDeskEnabled={isDeskEnabled} />;
}

function Review({ paper, check, clock, isDeskEnabled, onClose }: BorrowReviewProps & { isDeskEnabled: boolean }) {
  const t = useText();
  const { nameOf } = useDirectory();
  const { pledgeDesk } = useDeployment().addresses;
  const { message, signature } = paper;
  const enable = useEnableStep(pledgeDesk, isDeskEnabled, t("borrow.enable"));
  const factsOf = useOfferFacts();
  const bank = nameOf(message.lender);
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("borrow.title", { bank })}
      facts={factsOf({ ...check, offer: message, clock })}
      irrevocable
      confirmLabel={t("borrow.confirm")}
      steps={[...enable, { name: t("borrow.take"), call: borrowCall(pledgeDesk, message, signature) }]}
      outcome={(receipt) => <Outcome receipt={receipt} currency={check.currency.index} />}
    >
      <p>{t("borrow.effect", { bank })}</p>
      <Callout tone="warning">{t("borrow.risk", { bank })}</Callout>
      {enable.length > 0 && <Callout>{t("borrow.enabling")}</Callout>}
    </ActionReview>
  );
}

/** What the desk's own event says was lent. */
function Outcome({ receipt, currency }: { receipt: TransactionReceipt; currency: number }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const [lent] = parseEventLogs({ abi: pledgeDeskAbi, eventName: "Lent", logs: receipt.logs });
  if (!lent) return t("borrow.noEvent");
  const { principal, repayBy } = lent.args.loan;
  const told = { amount: money(BigInt(principal), currency), day: format.day(repayBy) };
  return <span data-testid="loan-receipt">{t("borrow.done", told)}</span>;
}
