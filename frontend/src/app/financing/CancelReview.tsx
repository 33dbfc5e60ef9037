import type { Address } from "viem";
import { decodeSliceWord } from "../../domain/ids.ts";
import { Amount } from "../../ui/Amount.tsx";
import { useDirectory } from "../data/useDirectory.ts";
import type { LedgerClock } from "../data/useLedgerClock.ts";
import { useMoney } from "../deployment/useMoney.ts";
import { useFormat } from "../i18n/useFormat.ts";
import { ActionReview } from "../transaction/ActionReview.tsx";
import type { ContractCall } from "../transaction/action.ts";
import type { ListedPaper } from "./PaperList.tsx";
import { useText } from "./text.ts";

interface CancelReviewProps {
  kind: "quote" | "loanOffer";
  paper: ListedPaper;
  clock: LedgerClock;
  onClose: () => void;
}

/** One paper voided on the chain: whoever has its file can use it no longer. */
export function CancelReview({ kind, paper, clock, onClose }: CancelReviewProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { message, currency, cash, cancelCall } = paper;
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${kind}.cancelTitle`)}
      facts={[
        { label: t("papers.holder"), value: nameOf(decodeSliceWord(message.word).holder) },
        {
          label: t("papers.cash"),
          value: <Amount strong text={currency === null ? format.count(cash) : money(cash, currency)} />,
        },
        { label: t("papers.until"), value: format.time(message.expiresAt, clock.policy.utcOffsetHours) },
      ]}
      irrevocable
      confirmLabel={t(`${kind}.cancelConfirm`)}
      steps={[{ name: t(`${kind}.cancelConfirm`), call: cancelCall }]}
      outcome={() => t(`${kind}.cancelDone`)}
    >
      <p>{t(`${kind}.cancelEffect`)}</p>
    </ActionReview>
  );
}

interface CancelAllReviewProps {
  kind: "quote" | "loanOffer";
  bank: Address;
  call: ContractCall;
  onClose: () => void;
}

/** Every paper of the kind signed so far, also those whose files this browser has not. */
export function CancelAllReview({ kind, bank, call, onClose }: CancelAllReviewProps) {
  const t = useText();
  const { nameOf } = useDirectory();
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${kind}.allTitle`)}
      facts={[{ label: t("papers.bank"), value: nameOf(bank) }]}
      irrevocable
      confirmLabel={t(`${kind}.allConfirm`)}
      steps={[{ name: t(`${kind}.allConfirm`), call }]}
      outcome={() => t(`${kind}.allDone`)}
    >
      <p>{t(`${kind}.allEffect`)}</p>
    </ActionReview>
  );
}
