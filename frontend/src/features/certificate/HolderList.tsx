import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { sliceState } from "../../domain/slice-state.ts";
import { useText } from "./text.ts";

interface HolderListProps {
  row: ReceivableRow;
  slices: readonly SliceRow[];
  /** The slice that is certified. */
  current: string | undefined;
}

const CELL = "border-b border-line px-1 py-1 align-top font-normal print:py-0.5";

/** Who holds which cents: a plain table that goes on on the next page. */
export function HolderList({ row, slices, current }: HolderListProps) {
  const t = useText();
  if (slices.length === 0) return <p>{t("slices.none")}</p>;
  return (
    <table className="w-full border-collapse text-sm print:text-[9pt]">
      <caption className="pb-1 text-start text-muted">{t("slices.caption", { count: slices.length })}</caption>
      <thead className="max-sm:sr-only">
        <tr>
          {(["range", "holder", "amount", "state"] as const).map((column) => (
            <th
              key={column}
              scope="col"
              className={`${CELL} text-muted ${column === "amount" ? "text-end" : "text-start"}`}
            >
              {t(`slices.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {slices.map((slice) => (
          <Line key={slice.id} row={row} slice={slice} isCurrent={slice.id === current} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row, slice, isCurrent }: { row: ReceivableRow; slice: SliceRow; isCurrent: boolean }) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const judged = useJudgeReceivable()(row);
  return (
    <tr
      aria-current={isCurrent ? "true" : undefined}
      className="break-inside-avoid aria-current:font-semibold max-sm:grid max-sm:border-b max-sm:border-line max-sm:py-1"
    >
      <th scope="row" className={`${CELL} figures text-start max-sm:border-0 max-sm:p-0`}>
        {rangeText(slice.start, slice.end, format.count)}
      </th>
      <td className={`${CELL} max-sm:border-0 max-sm:p-0`}>{nameOf(slice.holder)}</td>
      <td className={`${CELL} figures text-end max-sm:border-0 max-sm:p-0 max-sm:text-start`}>
        {money(slice.face, row.currency)}
      </td>
      <td className={`${CELL} max-sm:border-0 max-sm:p-0`}>
        {judged && t(`slices.state.${sliceState(slice, row, null, judged)}`)}
      </td>
    </tr>
  );
}
