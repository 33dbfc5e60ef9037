import { useState } from "react";
import type { Replacement } from "../../app/data/queries/replacements.ts";
import { useMe } from "../../app/session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { type Act, ActReview } from "./ActReview.tsx";
import type { Phase } from "./phase.ts";
import { useText } from "./text.ts";

/** What the reader may do: agree as the supervisor, veto with the old key, carry out as anybody. */
export function ReplacementActions({ replacement, phase }: { replacement: Replacement; phase: Phase }) {
  const t = useText();
  const { account, participant: me, roles } = useMe();
  const [act, setAct] = useState<Act | null>(null);
  const isMine = account?.toLowerCase() === replacement.lost;
  const isSupervisor = roles.includes("supervisor") && me != null && !me.suspended && !me.replaced;
  const isProposer = account?.toLowerCase() === replacement.proposedBy;
  return (
    <>
      {isMine && (
        <Callout
          tone="danger"
          title={t("veto.callout")}
          actions={
            <Button variant="danger" onClick={() => setAct("veto")}>
              {t("veto.open")}
            </Button>
          }
        >
          {t("veto.why")}
        </Callout>
      )}
      {isSupervisor && isProposer && phase === "proposed" && <p className="text-muted">{t("agree.samePerson")}</p>}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {isSupervisor && !isProposer && phase === "proposed" && (
          <Button variant="primary" onClick={() => setAct("agree")}>
            {t("agree.open")}
          </Button>
        )}
        {phase === "ready" && !isMine && (
          <Button variant="primary" onClick={() => setAct("carryOut")}>
            {t("carryOut.open")}
          </Button>
        )}
      </div>
      {act && <ActReview act={act} replacement={replacement} onClose={() => setAct(null)} />}
    </>
  );
}
