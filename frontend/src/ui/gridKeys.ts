/**
 * The row that a key leads to from another, as in every grid: arrows by one, Page Up and Down by a screen, Home and End to the ends.
 * @param page Rows in a screen.
 * @returns null when the key moves nothing.
 */
export function rowAfterKey(key: string, from: number, total: number, page: number): number | null {
  const wanted: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: total - 1,
  };
  const row = wanted[key];
  if (row === undefined || total === 0) return null;
  return Math.max(0, Math.min(total - 1, row));
}
