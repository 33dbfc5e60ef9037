import { usePublicClient } from "wagmi";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useMe } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { type ActionStep, contractCall } from "../../app/transaction/action.ts";
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

/** Accepts slices one after the other; each is signed by itself and stays accepted if a later one fails. */
export function AcceptManyReview({ items, total, onClose }: AcceptManyReviewProps) {
  const t = useText();
  const count = items.length;
  const steps = useAcceptSteps(items);
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
      <p>{t("acceptMany.effect")}</p>
    </ActionReview>
  );
}

function useAcceptSteps(items: readonly InboxItem[]): ActionStep[] {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { account } = useMe();
  const { ledger } = useDeployment().addresses;
  const client = usePublicClient();
  return items.flatMap(({ sliceId, party, money: worth }): ActionStep[] => {
    if (sliceId === null || party === null || !worth) return [];
    const on = { address: ledger, abi: ledgerAbi, args: [BigInt(sliceId)] } as const;
    const accept = contractCall({ ...on, functionName: "accept" });
    const call = async () => {
      // When an earlier try went through this far, the slice is no longer offered.
      const offer = await client?.readContract({ ...on, functionName: "transferOfferOf" });
      return offer?.payee.toLowerCase() === account?.toLowerCase() ? accept : null;
    };
    return [
      { name: t("acceptMany.step", { party: nameOf(party), amount: money(worth.amount, worth.currency) }), call },
    ];
  });
}
