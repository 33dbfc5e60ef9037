import type { Replacement } from "../../app/data/queries/replacements.ts";
import { useMe } from "../../app/session/useMe.ts";
import type { Phase } from "../../domain/replacement-phase.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import type { Act } from "./ActReview.tsx";
import { useText } from "./text.ts";

interface ReplacementActionsProps {
  replacement: Replacement;
  phase: Phase;
  onAct: (act: Act) => void;
}

/** What the reader may do: agree as the supervisor, veto with the old key, carry out as anybody. */
export function ReplacementActions({ replacement, phase, onAct }: ReplacementActionsProps) {
  const t = useText();
  const { account, participant: me, roles } = useMe();
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
            <Button variant="danger" onClick={() => onAct("veto")}>
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
          <Button variant="primary" onClick={() => onAct("agree")}>
            {t("agree.open")}
          </Button>
        )}
        {phase === "ready" && !isMine && (
          <Button variant="primary" onClick={() => onAct("carryOut")}>
            {t("carryOut.open")}
          </Button>
        )}
      </div>
    </>
  );
}
