import { suppliersOf } from "./cast.ts";
import { CURRENCIES } from "./steps.ts";

interface Tier {
  longestDays: number;
  ratePpm: number;
}

/** The second obligor pays early in the second currency only who is invited; all its other programmes, and the others', are for all. */
export const INVITED_PROGRAMME = { obligor: 1, currency: CURRENCIES.EUR, suppliers: suppliersOf(2) } as const;

const QUARTERLY_PPM = [0, 1_400, -800, 600];

/** The first two banks buy without recourse, the others with; the rates move from quarter to quarter. */
export function offerTiers(bank: number, quarter: number): Tier[] {
  const moved = QUARTERLY_PPM[quarter % QUARTERLY_PPM.length] ?? 0;
  const base = 36_000 + bank * 900 + (bank % 2 === 0 ? moved : -moved);
  return [
    { longestDays: 45, ratePpm: base },
    { longestDays: 90, ratePpm: base + 1_500 },
    { longestDays: 183, ratePpm: base + 4_000 },
  ];
}

export function buysWithRecourse(bank: number): boolean {
  return bank >= 2;
}

/** The obligors' scale for paying early. */
export const PROGRAMME_TIERS: readonly Tier[] = [
  { longestDays: 30, ratePpm: 30_000 },
  { longestDays: 90, ratePpm: 36_000 },
  { longestDays: 200, ratePpm: 41_000 },
];
