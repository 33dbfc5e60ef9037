import { type KeyboardEvent, memo } from "react";
import { cx } from "./cx.ts";
import type { Column } from "./Table.tsx";
import { useUiTexts } from "./texts.ts";

export interface VirtualColumn<Row> extends Column<Row> {
  /** Its width among the others, for example "minmax(8rem, 1fr)". */
  track: string;
  /** By what the server sorts it; without, it does not. */
  sort?: string;
}

interface VirtualRowProps<Row> {
  /** Undefined while it is on its way. */
  row: Row | undefined;
  index: number;
  columns: readonly VirtualColumn<Row>[];
  tracks: string;
  /** Least height, in rem. */
  rem: number;
  /** The one row of the table that Tab reaches. */
  isActive: boolean;
  setElement: (element: HTMLElement | null) => void;
  onActivate: (index: number) => void;
  onOpen?: ((row: Row) => void) | undefined;
}

const ROW =
  "absolute inset-x-0 top-0 border-b border-line px-1 focus-visible:bg-accent-soft focus-visible:-outline-offset-2 sm:grid sm:items-center sm:hover:bg-sunken max-sm:py-2";

/** A row where it belongs in a long table; a line of grey until it has come. */
function Row<Row>(props: VirtualRowProps<Row>) {
  const { row, index, columns, tracks, rem, isActive, setElement, onActivate, onOpen } = props;
  const open = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.target !== event.currentTarget || row === undefined) return;
    onOpen?.(row);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one can't be those of a <table>
    <div
      ref={setElement}
      role="row"
      data-index={index}
      // The header is the first row.
      aria-rowindex={index + 2}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => onActivate(index)}
      onKeyDown={open}
      className={ROW}
      style={{ gridTemplateColumns: tracks, minHeight: `${rem}rem` }}
    >
      {row === undefined ? (
        <Waiting span={columns.length} />
      ) : (
        columns.map((column) => <Cell key={column.key} column={column} row={row} />)
      )}
    </div>
  );
}

// React's memo forgets that the component is generic.
export const VirtualRow = memo(Row) as typeof Row;

function Waiting({ span }: { span: number }) {
  const texts = useUiTexts();
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
    <div role="gridcell" aria-colspan={span} className="col-span-full px-2 py-3">
      <span className="sr-only">{texts.loading}</span>
      <span aria-hidden className="block h-4 animate-pulse rounded-sm bg-sunken" />
    </div>
  );
}

function Cell<Row>({ column, row }: { column: VirtualColumn<Row>; row: Row }) {
  return (
    <div
      role={column.isRowHeader ? "rowheader" : "gridcell"}
      data-label={column.header}
      className={cx(
        "min-w-0 px-2 py-1.5 max-sm:py-0.5 max-sm:empty:hidden",
        column.isProse
          ? "max-sm:text-start max-sm:before:block"
          : "max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:text-end",
        "max-sm:before:shrink-0 max-sm:before:text-sm max-sm:before:font-normal max-sm:before:text-muted max-sm:before:content-[attr(data-label)]",
        column.numeric ? "figures text-end" : "break-words sm:text-start",
        column.isRowHeader && "font-medium",
      )}
    >
      {column.cell(row)}
    </div>
  );
}
