import type { Hex } from "viem";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { type ActionStep, contractCall } from "../../app/transaction/action.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { exposureBookAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { ReleasableNow } from "./ReleaseSection.tsx";
import { useText } from "./text.ts";

interface ReleaseReviewProps {
  bank: Hex;
  found: ReleasableNow;
  onClose: () => void;
}

/** One transaction for what others hold, and one for each receivable that was paid. */
export function ReleaseReview({ bank, found, onClose }: ReleaseReviewProps) {
  const t = useText();
  const { exposureBook } = useDeployment().addresses;
  const on = { address: exposureBook, abi: exposureBookAbi } as const;
  const held: ActionStep[] =
    found.slices.length === 0
      ? []
      : [
          {
            name: t("release.held"),
            call: contractCall({ ...on, functionName: "release", args: [bank, found.slices.map(BigInt)] }),
          },
        ];
  const paid = found.paid.map(({ receivableId, waiting }) => ({
    name: t("release.paid", { receivable: shortReceivableId(BigInt(receivableId)) }),
    call: contractCall({
      ...on,
      functionName: "releasePaid",
      args: [bank, BigInt(receivableId), waiting.map(BigInt)],
    }),
  }));
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("release.review")}
      facts={[{ label: t("release.total"), value: <Amount strong text={found.total} /> }]}
      confirmLabel={t("release.confirm")}
      steps={[...held, ...paid]}
      outcome={() => t("release.done")}
    >
      <p>{t("release.effect")}</p>
    </ActionReview>
  );
}
