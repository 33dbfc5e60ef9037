import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { cx } from "./cx.ts";
import { rowAfterKey } from "./gridKeys.ts";
import { useIsNarrow } from "./useIsNarrow.ts";
import { type VirtualColumn, VirtualRow } from "./VirtualRow.tsx";

interface Sorting {
  by: string;
  descending: boolean;
}

interface VirtualTableProps<Row> {
  label: string;
  /** Keep them the same object from render to render: each change draws every row anew. */
  columns: readonly VirtualColumn<Row>[];
  /** Rows of the whole list, wherever they are. */
  total: number;
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** Which rows are about to be seen, first and last. */
  onRange: (first: number, last: number) => void;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** Another text is another list, and is shown from its beginning. */
  listKey: string;
  /** What is shown belongs to the list before. */
  busy?: boolean;
  /** Enter on a row. */
  onOpen?: (row: Row) => void;
  /** Least height of a row and of a card, in rem: what most of them need, so that few have to be placed anew once they are drawn. */
  rowRem?: { wide: number; narrow: number };
}

/** Drawn beyond each end of what is seen. */
const OVERSCAN = 8;
const ROW_REM = { wide: 2.75, narrow: 11.5 };
const HEADER_PX = 44;

/** A long table of which only the rows in sight are drawn. Arrows, Page Up, Page Down, Home and End move through it. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const {
    label,
    columns,
    total,
    rowAt,
    onRange,
    sorting,
    onSort,
    listKey,
    busy = false,
    onOpen,
    rowRem = ROW_REM,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const rem = useIsNarrow() ? rowRem.narrow : rowRem.wide;
  const rowPx = useMemo(() => rem * rootPx(), [rem]);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    scrollPaddingEnd: HEADER_PX,
    rangeExtractor: useCallback((range: Range) => withActive(range, active), [active]),
    directDomUpdates: true,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const focus = useFocusWhenDrawn(scroller, virtualizer.measureElement);
  const [first, last] = [virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0];

  useEffect(() => onRange(first, last), [onRange, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the list becomes another one
  useEffect(() => {
    setActive(0);
    virtualizer.scrollToOffset(0);
    // The row that has the focus is about to go.
    if (scroller.current?.querySelector("[data-index]:focus")) focus.on(0);
  }, [virtualizer, listKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards have other heights than rows
  useEffect(() => virtualizer.measure(), [virtualizer, rem]);

  const move = (event: KeyboardEvent) => {
    const row = rowAfterKey(event.key, active, total, Math.max(1, last - first - 1));
    if (row === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setActive(row);
    virtualizer.scrollToIndex(row);
    focus.on(row);
  };
  const tracks = columns.map(({ track }) => track).join(" ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one can't be those of a <table>
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={busy || undefined}
      className="card max-h-[75dvh] overflow-auto overscroll-y-auto"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-surface sm:min-w-192">
        <Header columns={columns} tracks={tracks} sorting={sorting} onSort={onSort} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        ref={virtualizer.containerRef}
        role="rowgroup"
        onKeyDown={move}
        className={cx("relative transition-opacity sm:min-w-192", busy && "opacity-60")}
      >
        {items.map(({ index, key }) => (
          <VirtualRow
            key={key}
            index={index}
            row={rowAt(index)}
            columns={columns}
            tracks={tracks}
            rem={rem}
            isActive={index === Math.min(active, total - 1)}
            setElement={focus.setElement}
            onActivate={setActive}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}

function rootPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The rows in sight and the one that Tab reaches, wherever it is. */
function withActive(range: Range, active: number): number[] {
  const seen = defaultRangeExtractor(range);
  if (active >= range.count || seen.includes(active)) return seen;
  return [...seen, active].sort((a, b) => a - b);
}

/** Moves the focus to a row that may have to be drawn first. */
function useFocusWhenDrawn(
  scroller: { readonly current: HTMLElement | null },
  measure: (element: HTMLElement | null) => void,
) {
  const wanted = useRef<number | null>(null);
  const setElement = useCallback(
    (element: HTMLElement | null) => {
      measure(element);
      if (element && Number(element.dataset.index) === wanted.current) take(element, wanted);
    },
    [measure],
  );
  const on = (index: number) => {
    wanted.current = index;
    const drawn = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (drawn) take(drawn, wanted);
  };
  return { setElement, on };
}

function take(element: HTMLElement, wanted: { current: number | null }): void {
  wanted.current = null;
  element.focus({ preventScroll: true });
}

interface HeaderProps<Row> {
  columns: readonly VirtualColumn<Row>[];
  tracks: string;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}

/** On a phone only the columns by which one can sort are left. */
function Header<Row>({ columns, tracks, sorting, onSort }: HeaderProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons have the focus
    <div
      role="row"
      aria-rowindex={1}
      className="items-center px-1 text-sm text-muted max-sm:flex max-sm:flex-wrap sm:grid"
      style={{ gridTemplateColumns: tracks }}
    >
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: its button has the focus
        <div
          key={column.key}
          role="columnheader"
          aria-sort={sortOf(column, sorting)}
          className={cx("px-2 py-1 font-medium", column.numeric && "sm:text-end", !column.sort && "max-sm:sr-only")}
        >
          {column.sort ? <SortButton column={column} sorting={sorting} onSort={onSort} /> : column.header}
        </div>
      ))}
    </div>
  );
}

function SortButton<Row>({
  column,
  sorting,
  onSort,
}: { column: VirtualColumn<Row> } & Pick<HeaderProps<Row>, "sorting" | "onSort">) {
  const by = column.sort ?? column.key;
  const isSorted = sorting.by === by;
  const Arrow = isSorted ? (sorting.descending ? ArrowDown : ArrowUp) : ArrowUpDown;
  return (
    <button
      type="button"
      onClick={() => onSort({ by, descending: isSorted ? !sorting.descending : true })}
      className={cx(
        "inline-flex min-h-8 items-center gap-1 rounded-sm font-medium hover:text-ink",
        isSorted && "text-accent",
      )}
    >
      {column.header}
      <Arrow aria-hidden className="size-3.5" />
    </button>
  );
}

function sortOf<Row>({ sort }: VirtualColumn<Row>, { by, descending }: Sorting) {
  if (!sort) return undefined;
  if (sort !== by) return "none";
  return descending ? "descending" : "ascending";
}
