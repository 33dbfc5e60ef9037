import type { AnnouncedOperation } from "../../app/data/queries/governance.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { cancelCall, readAnnounced } from "./policyCall.ts";
import { useText } from "./text.ts";

export type AnnouncementAct = "carryOut" | "cancel";

interface AnnouncementReviewProps {
  act: AnnouncementAct;
  operation: AnnouncedOperation;
  onClose: () => void;
}

/** Makes the announced call, or takes the announcement back. */
export function AnnouncementReview({ act, operation, onClose }: AnnouncementReviewProps) {
  const t = useText();
  const { addresses } = useDeployment();
  const call = act === "carryOut" ? readAnnounced(operation).call : cancelCall(addresses.accessManager, operation);
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${act}.title`)}
      facts={[{ label: t("effect"), value: t(`${act}.effect`) }]}
      irrevocable={act === "carryOut"}
      confirmLabel={t(`${act}.confirm`)}
      steps={[{ name: t(`${act}.confirm`), call }]}
      outcome={() => t(`${act}.done`)}
    />
  );
}
