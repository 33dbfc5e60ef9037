import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { inOneTransaction } from "../../app/transaction/inOneTransaction.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { InboxItem } from "./item.ts";
import { useText } from "./useText.ts";

interface AcceptManyReviewProps {
  items: readonly InboxItem[];
  /** What they come to, in words. */
  total: string;
  onClose: () => void;
}

/** As many as fit a block with room to spare. */
const MOST_AT_ONCE = 100;

/** Several slices accepted in one transaction: all of them, or none. */
export function AcceptManyReview({ items, total, onClose }: AcceptManyReviewProps) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { ledger } = useDeployment().addresses;
  const count = items.length;
  const on = { address: ledger, abi: ledgerAbi, functionName: "accept" } as const;
  const acceptances = items.flatMap(({ sliceId }) =>
    sliceId === null ? [] : contractCall({ ...on, args: [BigInt(sliceId)] }),
  );
  const steps = Array.from({ length: Math.ceil(acceptances.length / MOST_AT_ONCE) }, (_, i) => {
    const together = acceptances.slice(i * MOST_AT_ONCE, (i + 1) * MOST_AT_ONCE);
    return { name: t("acceptMany.step", { count: together.length }), call: inOneTransaction(ledger, together) };
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("acceptMany.review", { count })}
      facts={[{ label: t("acceptMany.total"), value: <Amount strong text={total} /> }]}
      irrevocable
      confirmLabel={t("acceptMany.confirm", { count })}
      steps={steps}
      outcome={() => t("acceptMany.done", { count, total })}
    >
      <ul className="list-disc ps-5">
        {items.map(({ key, party, money: worth }) => (
          <li key={key} className="figures wrap-anywhere">
            {party !== null &&
              worth &&
              t("acceptMany.line", { party: nameOf(party), amount: money(worth.amount, worth.currency) })}
          </li>
        ))}
      </ul>
      <p>{t("acceptMany.effect")}</p>
    </ActionReview>
  );
}
