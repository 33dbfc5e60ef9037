import { ALERT_THRESHOLDS } from "./thresholds.ts";

/** What one organisation owes, or holds, of all that is owed in a currency. */
export interface Share {
  side: "obligor" | "holder";
  identity: string;
  currency: number;
  /** Minor units. */
  amount: bigint;
  /** Minor units that are owed in this currency altogether. */
  total: bigint;
  /** In how many receivables. */
  receivables: number;
}

export interface ConcentrationAlert extends Share {
  rule: "obligorShare" | "holderShare";
  /** Parts per million of the total, rounded down. */
  sharePpm: bigint;
  thresholdPpm: bigint;
}

/** The shares above the threshold, the largest first. */
export function concentrationAlerts(shares: readonly Share[]): ConcentrationAlert[] {
  const thresholdPpm = ALERT_THRESHOLDS.sharePpm;
  return shares
    .flatMap((share): ConcentrationAlert[] => {
      if (share.amount * 1_000_000n <= share.total * thresholdPpm) return [];
      const rule = share.side === "obligor" ? "obligorShare" : "holderShare";
      return [{ ...share, rule, thresholdPpm, sharePpm: (share.amount * 1_000_000n) / share.total }];
    })
    .sort((a, b) =>
      a.sharePpm === b.sharePpm ? (a.identity < b.identity ? -1 : 1) : a.sharePpm > b.sharePpm ? -1 : 1,
    );
}
