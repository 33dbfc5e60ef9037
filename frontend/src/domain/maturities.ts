import { isoFromDay } from "./day-count.ts";

interface Holding {
  currency: number;
  face: bigint;
  dueDay: number;
}

export interface MaturityMonth {
  /** YYYY-MM */
  month: string;
  currency: number;
  face: bigint;
  count: number;
}

/** Faces that fall due, by month and currency, in order. */
export function maturityMonths(holdings: readonly Holding[]): MaturityMonth[] {
  const months = new Map<string, MaturityMonth>();
  for (const { currency, face, dueDay } of holdings) {
    const month = isoFromDay(dueDay).slice(0, 7);
    const known = months.get(`${month}/${currency}`) ?? { month, currency, face: 0n, count: 0 };
    months.set(`${month}/${currency}`, { ...known, face: known.face + face, count: known.count + 1 });
  }
  return [...months.values()].sort((a, b) => a.month.localeCompare(b.month) || a.currency - b.currency);
}
