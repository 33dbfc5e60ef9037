import { useState } from "react";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { Changes } from "./Changes.tsx";
import type { Decision } from "./DecisionField.tsx";
import type { NewPolicy } from "./draft.ts";
import { addPolicyCall, announceCall } from "./policyCall.ts";
import { useText } from "./text.ts";
import type { Notice } from "./useNotice.ts";

interface AnnounceReviewProps {
  policy: NewPolicy & { decision: Decision };
  clock: LedgerClock;
  notice: Notice;
  onDone: () => void;
  onBack: () => void;
}

/** The difference to today's rules, then the announcement; without a notice the version is added at once. */
export function AnnounceReview({ policy, clock, notice, onDone, onBack }: AnnounceReviewProps) {
  const t = useText();
  const format = useFormat();
  const { addresses } = useDeployment();
  const [isConfirmed, setConfirmed] = useState(false);
  const { decision, parameters, effectiveFrom } = policy;
  const add = addPolicyCall(addresses.ledger, { ...policy, decision: decision.hash });
  const isAnnounced = notice.delay > 0n;
  const act = isAnnounced ? "announce" : "add";
  const time = (seconds: bigint) => format.time(seconds, clock.policy.utcOffsetHours);
  const readyAt = time(clock.timestamp + notice.delay);
  const from = effectiveFrom === 0 ? t("announce.atOnce") : time(BigInt(effectiveFrom));
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && (isConfirmed ? onDone() : onBack())}
      title={t(`${act}.title`)}
      facts={[
        { label: t("versions.from"), value: from },
        { label: t("decision.hash"), value: <Copyable value={decision.hash} shown={decision.hash} /> },
        {
          label: t("announce.next"),
          value: isAnnounced ? t("announce.nextText", { time: readyAt }) : t("add.nextText"),
        },
      ]}
      irrevocable={!isAnnounced}
      confirmLabel={t(`${act}.confirm`)}
      steps={[
        {
          name: t(`${act}.confirm`),
          call: isAnnounced ? announceCall(addresses.accessManager, addresses.ledger, add) : add,
        },
      ]}
      onConfirmed={() => setConfirmed(true)}
      outcome={() => t(`${act}.done`, { time: readyAt })}
    >
      <Changes caption={t("changes.caption")} before={clock.policy} after={parameters} />
    </ActionReview>
  );
}
