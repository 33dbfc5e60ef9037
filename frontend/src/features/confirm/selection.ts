/** The ledger confirms no more at once; contracts/ledger/registrar/Batches.sol. */
export const MOST_AT_ONCE = 100;

interface Selectable {
  id: string;
  currency: number;
  face: bigint;
  dueDay: number;
}

interface Toggle {
  id: string;
  isSelected: boolean;
  /** Where a range begins, when the toggle ends one; null for a single row. */
  from: string | null;
}

/** @param order Ids as the list shows them. Of a range, all rows become as its last one. */
export function toggled(selected: ReadonlySet<string>, order: readonly string[], toggle: Toggle): ReadonlySet<string> {
  const end = order.indexOf(toggle.id);
  const start = toggle.from === null ? end : order.indexOf(toggle.from);
  const range = start < 0 ? [toggle.id] : order.slice(Math.min(start, end), Math.max(start, end) + 1);
  const next = new Set(selected);
  for (const id of range) {
    if (toggle.isSelected) next.add(id);
    else next.delete(id);
  }
  return next;
}

export interface SelectionSummary {
  count: number;
  /** Per currency index, ascending. */
  totals: [currency: number, face: bigint][];
  /** Null when nothing is selected. */
  due: { first: number; last: number } | null;
}

export function summaryOf(rows: readonly Selectable[]): SelectionSummary {
  const totals = new Map<number, bigint>();
  for (const { currency, face } of rows) totals.set(currency, (totals.get(currency) ?? 0n) + face);
  const days = rows.map(({ dueDay }) => dueDay);
  return {
    count: rows.length,
    totals: [...totals].sort(([a], [b]) => a - b),
    due: days.length === 0 ? null : { first: Math.min(...days), last: Math.max(...days) },
  };
}
