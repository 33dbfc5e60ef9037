import { parseEventLogs, type TransactionReceipt } from "viem";
import { useDeskConsent } from "../../app/data/useDeskIndex.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { PaperCheck } from "../../app/financing/usePaperCheck.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { useEnableStep } from "../../app/transaction/useEnableStep.ts";
import type { Paper, Quote } from "../../domain/signed-paper.ts";
import { discountDeskAbi } from "../../generated/contracts.ts";
import { Callout } from "../../ui/Callout.tsx";
import { takeQuoteCall } from "./quote-call.ts";
import { useText } from "./text.ts";
import { useQuoteFacts } from "./useQuoteFacts.tsx";

interface TakeReviewProps {
  paper: Paper<Quote>;
  check: PaperCheck;
  clock: LedgerClock;
  onClose: () => void;
}

/** The sale at a quote: slice to the bank, cash to the seller, both or neither. */
export function TakeReview(props: TakeReviewProps) {
  const isDeskEnabled = useDeskConsent(useDeployment().addresses.discountDesk);
  return isDeskEnabled === undefined ? null : <Review {...props} isDeskEnabled={isDeskEnabled} />;
}

function Review({ paper, check, clock, isDeskEnabled, onClose }: TakeReviewProps & { isDeskEnabled: boolean }) {
  const t = useText();
  const { nameOf } = useDirectory();
  const { discountDesk } = useDeployment().addresses;
  const { message, signature } = paper;
  const enable = useEnableStep(discountDesk, isDeskEnabled, t("take.enable"));
  const factsOf = useQuoteFacts();
  const bank = nameOf(message.bank);
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("take.title", { bank })}
      facts={factsOf({ ...check, quote: message, clock })}
      irrevocable
      confirmLabel={t("take.confirm")}
      steps={[...enable, { name: t("take.sell"), call: takeQuoteCall(discountDesk, message, signature) }]}
      outcome={(receipt) => <Outcome receipt={receipt} currency={check.currency.index} />}
    >
      <p>{t("take.effect", { bank })}</p>
      {message.recourse && <Callout tone="warning">{t("take.recourse", { bank })}</Callout>}
      {enable.length > 0 && <Callout>{t("take.enabling")}</Callout>}
    </ActionReview>
  );
}

/** What the desk's own event says was paid. */
function Outcome({ receipt, currency }: { receipt: TransactionReceipt; currency: number }) {
  const t = useText();
  const money = useMoney();
  const [sale] = parseEventLogs({ abi: discountDeskAbi, eventName: "QuoteTaken", logs: receipt.logs });
  if (!sale) return t("take.noEvent");
  return <span data-testid="quote-receipt">{t("take.done", { net: money(BigInt(sale.args.net), currency) })}</span>;
}
