import { Loaded } from "../../app/data/Loaded.tsx";
import { useSlicePayments } from "../../app/data/queries/offers.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { type SliceRow, useLiveSlices } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { JudgedReceivable } from "../../app/history/useJudgeReceivable.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { HolderMark } from "../../ui/holderMarks.ts";
import { RangeBar } from "../../ui/RangeBar.tsx";
import { Section } from "../../ui/Section.tsx";
import { LiveSliceTable } from "./LiveSliceTable.tsx";
import { PaidSliceTable } from "./PaidSliceTable.tsx";
import { useText } from "./text.ts";

interface SlicesSectionProps {
  row: ReceivableRow;
  judged: JudgedReceivable | null;
  marks: ReadonlyMap<string, HolderMark>;
  /** The slice to point out. */
  sliceId: string | undefined;
}

/** Who holds which cents now, and what was paid out. */
export function SlicesSection({ row, judged, marks, sliceId }: SlicesSectionProps) {
  const t = useText();
  const slices = useLiveSlices(row.id);
  const { data: payments } = useSlicePayments(row.id);
  const isCurrent = ({ id }: SliceRow) => id === sliceId;
  return (
    <Section title={t("slices.title")} description={t("slices.description")}>
      <Loaded query={slices}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t("slices.none.title")}>{t("slices.none.after")}</EmptyState>
          ) : (
            <>
              <SliceBar row={row} slices={rows} marks={marks} sliceId={sliceId} />
              <LiveSliceTable row={row} slices={rows} judged={judged} marks={marks} isCurrent={isCurrent} />
            </>
          )
        }
      </Loaded>
      {payments && payments.length > 0 && (
        <PaidSliceTable rows={payments} currency={row.currency} judged={judged} marks={marks} />
      )}
    </Section>
  );
}

interface SliceBarProps {
  row: ReceivableRow;
  slices: readonly SliceRow[];
  marks: ReadonlyMap<string, HolderMark>;
  sliceId: string | undefined;
}

function SliceBar({ row, slices, marks, sliceId }: SliceBarProps) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const parts = slices.flatMap(({ id, start, end, face, holder }) => {
    const mark = marks.get(holder);
    const title = `${nameOf(holder)} · ${money(face, row.currency)}`;
    return mark ? [{ key: id, start, end, mark, title, isCurrent: id === sliceId }] : [];
  });
  const label = t("slices.bar", { amount: money(row.face, row.currency), count: slices.length });
  return <RangeBar label={label} parts={parts} whole={row.face} />;
}
