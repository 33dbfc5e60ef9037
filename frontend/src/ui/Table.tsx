import type { ReactNode } from "react";
import type { SheetColumn, SheetValue } from "../domain/sheet/sheet.ts";
import { cx } from "./cx.ts";
import { ExportMenu } from "./ExportMenu.tsx";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end, in tabular numerals. */
  numeric?: boolean;
  /** Whole sentences: on a phone they have the card's full width below their label. */
  isProse?: boolean;
  /** Names the row: its header cell, and the title of its card on a phone. */
  isRowHeader?: boolean;
  /** What an exported file says in this column; without it the column is only on screen. */
  value?: (row: Row) => SheetValue;
}

interface TableProps<Row> {
  caption: string;
  /** Keeps the caption for assistive technology only, where a heading above says the same. */
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row to point out. */
  isCurrent?: (row: Row) => boolean;
  /** Says so little that it is worth no card on a phone. */
  isIdle?: (row: Row) => boolean;
  /** Its rows can be exported, to a file of this name (without ending); null where an export of another shape stands beside it. */
  exportAs: string | null;
  /** Columns that only the file has, such as whole ids. */
  alsoExported?: readonly SheetColumn<Row>[];
}

/** A table; below 40 rem each row becomes a card of label and value. */
export function Table<Row>(props: TableProps<Row>) {
  const { exportAs, alsoExported = [], caption, hideCaption = false, columns, rows } = props;
  if (exportAs === null || rows.length === 0) return <Grid {...props} />;
  return (
    <div className="grid gap-1">
      <div className="flex items-center justify-between gap-4">
        {/* The table itself says it to assistive technology. */}
        <p aria-hidden className="text-sm text-muted">
          {!hideCaption && caption}
        </p>
        <ExportMenu
          name={exportAs}
          caption={caption}
          columns={[...columns.filter(isExported), ...alsoExported]}
          rows={rows}
        />
      </div>
      <Grid {...props} hideCaption />
    </div>
  );
}

function isExported<Row>(column: Column<Row>): column is Column<Row> & SheetColumn<Row> {
  return column.value !== undefined;
}

function Grid<Row>({ caption, hideCaption = false, columns, rows, rowKey, isCurrent, isIdle }: TableProps<Row>) {
  return (
    <div className="card overflow-x-auto max-sm:border-0 max-sm:bg-transparent">
      <table className="w-full border-collapse text-start max-sm:block">
        <caption
          className={hideCaption ? "sr-only" : "px-3 py-2 text-start text-sm text-muted max-sm:block max-sm:px-0"}
        >
          {caption}
        </caption>
        <thead className="max-sm:sr-only">
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cx(
                  "sticky top-0 border-b border-line bg-surface px-2 py-2 text-sm font-medium text-muted lg:px-3",
                  column.numeric ? "text-end" : "text-start",
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:grid max-sm:gap-2">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              aria-current={isCurrent?.(row) ? "true" : undefined}
              className={cx(
                "border-line not-last:border-b aria-current:bg-accent-soft max-sm:card max-sm:p-2 sm:hover:bg-sunken",
                isIdle?.(row) ? "max-sm:hidden" : "max-sm:block",
              )}
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SIDE_BY_SIDE =
  "max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:text-end max-sm:[&>span]:justify-end";
const PROSE = "max-sm:block max-sm:text-start max-sm:before:block";

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  const className = cx(
    "px-2 py-2 align-baseline lg:px-3 max-sm:py-1 max-sm:empty:hidden",
    column.isProse ? PROSE : SIDE_BY_SIDE,
    "max-sm:before:shrink-0 max-sm:before:text-sm max-sm:before:font-normal max-sm:before:text-muted max-sm:before:content-[attr(data-label)]",
    column.numeric ? "figures text-end" : "sm:text-start",
  );
  return column.isRowHeader ? (
    <th scope="row" data-label={column.header} className={cx(className, "font-medium sm:min-w-32 lg:min-w-40")}>
      {content}
    </th>
  ) : (
    <td data-label={column.header} className={className}>
      {content}
    </td>
  );
}
