/** Totals of the whole ledger; each is the sum of cents of its receivables. */
export const FIGURES = ["owed", "late", "frozen", "redeemed"] as const;

export type Figure = (typeof FIGURES)[number];

export function isFigure(text: string): text is Figure {
  return FIGURES.some((figure) => figure === text);
}
