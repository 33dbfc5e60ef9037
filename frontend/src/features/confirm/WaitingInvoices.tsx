import { FileCheck } from "lucide-react";
import { useRef, useState } from "react";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMe } from "../../app/session/useMe.ts";
import { useSession } from "../../app/session/useSession.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Table } from "../../ui/Table.tsx";
import { ConfirmManyReview } from "./ConfirmManyReview.tsx";
import { DocumentCallout } from "./DocumentCallout.tsx";
import { RefuseManyReview } from "./RefuseManyReview.tsx";
import { SelectionBar } from "./SelectionBar.tsx";
import { MOST_AT_ONCE, summaryOf, toggled } from "./selection.ts";
import { useCheckMany } from "./useCheckMany.ts";
import { useText } from "./useText.ts";
import { useWaitingColumns } from "./useWaitingColumns.tsx";

interface WaitingInvoicesProps {
  receivables: readonly ReceivableRow[];
  clock: LedgerClock;
  /** Ids that a link has selected. */
  preselected: readonly string[];
}

/** What suppliers have registered, by due day. Lapsed registrations can't be confirmed and are left out. */
export function WaitingInvoices({ receivables, clock, preselected }: WaitingInvoicesProps) {
  const t = useText();
  const { session, status } = useSession();
  const isStopped = useMe().participant?.overdue === true && clock.policy.stopIssuance;
  const waiting = receivables.filter(({ dueDay }) => dueDay > clock.today).sort((a, b) => a.dueDay - b.dueDay);
  const selection = useSelection(waiting, preselected);
  const check = useCheckMany();
  // As they were when asked for: the dialogs outlive the rows.
  const [refusing, setRefusing] = useState<readonly ReceivableRow[] | null>(null);
  const columns = useWaitingColumns(clock.policy.utcOffsetHours, selection);
  const { rows } = selection;
  const isTooMany = rows.length > MOST_AT_ONCE;
  return (
    <>
      {waiting.length === 0 ? (
        <EmptyState icon={FileCheck} title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <div className="grid gap-3">
          {!session && status !== "signing-in" && <DocumentCallout document={{ state: "signedOut" }} />}
          <SelectionBar summary={summaryOf(rows)} all={waiting.length} onAll={selection.onAll}>
            <Button
              size="sm"
              disabled={rows.length === 0 || isTooMany || check.isPending}
              onClick={() => setRefusing(rows)}
            >
              {t("many.refuse")}
            </Button>
            <Button
              size="sm"
              variant="primary"
              disabled={rows.length === 0 || isTooMany || isStopped || !session}
              busy={check.isPending}
              onClick={() => check.mutate(rows)}
            >
              {check.isPending ? t("many.checking") : t("many.confirm")}
            </Button>
          </SelectionBar>
          {isTooMany && <Callout tone="warning">{t("many.tooMany", { most: MOST_AT_ONCE })}</Callout>}
          {isStopped && (
            <Callout tone="danger" title={t("detail.stopped")}>
              {t("detail.stoppedAdvice")}
            </Callout>
          )}
          {check.error && <ErrorState title={t("many.checkFailed")} advice="" detail={check.error.message} />}
          <Table
            caption={t("table.caption")}
            rows={waiting}
            rowKey={({ id }) => id}
            columns={columns}
            exportAs={t("table.file")}
            alsoExported={[{ header: t("table.id"), value: ({ id }) => id }]}
          />
        </div>
      )}
      {check.data && <ConfirmManyReview batch={check.data} policy={clock.policy} onClose={check.reset} />}
      {refusing && <RefuseManyReview receivables={refusing} onClose={() => setRefusing(null)} />}
    </>
  );
}

/** Which rows are selected; one that is gone is no longer. */
function useSelection(waiting: readonly ReceivableRow[], preselected: readonly string[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set(preselected));
  const anchor = useRef<string | null>(null);
  const order = waiting.map(({ id }) => id);
  return {
    selected,
    rows: waiting.filter(({ id }) => selected.has(id)),
    onAll: (isSelected: boolean) => setSelected(new Set(isSelected ? order : [])),
    onToggle: (id: string, isSelected: boolean, isRange: boolean) => {
      const from = isRange ? anchor.current : null;
      setSelected((before) => toggled(before, order, { id, isSelected, from }));
      anchor.current = id;
    },
  };
}
