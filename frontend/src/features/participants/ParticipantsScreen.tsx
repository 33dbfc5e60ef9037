import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMe } from "../../app/session/useMe.ts";
import { useSession } from "../../app/session/useSession.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { AdmitDialog } from "./AdmitDialog.tsx";
import type { Admission } from "./admission.ts";
import { ChangeDialog } from "./ChangeDialog.tsx";
import type { ParticipantChange } from "./change.ts";
import { NameDialog } from "./NameDialog.tsx";
import { ParticipantTable } from "./ParticipantTable.tsx";
import { useText } from "./text.ts";

/** Who takes part: read by everybody, changed by the operator. */
export function ParticipantsScreen() {
  const t = useText();
  const { status } = useSession();
  const participants = useParticipants();
  const { isReadable } = useDirectory();
  const today = useLedgerClock()?.today;
  const { participant: me, roles } = useMe();
  const isOperator = roles.includes("operator") && me != null && !me.suspended && !me.replaced;
  const [isAdmitting, setAdmitting] = useState(false);
  const [change, setChange] = useState<ParticipantChange | null>(null);
  const [nameless, setNameless] = useState<string | null>(null);
  // Names of admissions whose directory entry is still to be written, so that nothing typed is lost.
  const [unnamed, setUnnamed] = useState<ReadonlyMap<string, Admission>>(new Map());
  const rows = participants.data;
  const namelessRow = rows?.find(({ identity }) => identity === nameless);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        isOperator && (
          <Button variant="primary" onClick={() => setAdmitting(true)}>
            <UserPlus aria-hidden className="size-4" />
            {t("admit.open")}
          </Button>
        )
      }
    >
      {!isReadable && status !== "signing-in" && <Callout>{t("signInNeeded")}</Callout>}
      <Loaded query={participants}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
          ) : (
            <ParticipantTable
              rows={all}
              today={today}
              canEdit={isOperator}
              onChange={setChange}
              onAddName={setNameless}
            />
          )
        }
      </Loaded>
      {isAdmitting && today !== undefined && (
        <AdmitDialog
          admitted={rows ?? []}
          today={today}
          onClose={() => setAdmitting(false)}
          onAdmitted={(admission) => setUnnamed((kept) => new Map(kept).set(admission.identity, admission))}
        />
      )}
      {change && <ChangeDialog change={change} onClose={() => setChange(null)} />}
      {namelessRow && (
        <NameDialog
          participant={namelessRow}
          kept={unnamed.get(namelessRow.identity)}
          onClose={() => setNameless(null)}
        />
      )}
    </Page>
  );
}
