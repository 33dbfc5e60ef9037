import type { Hex } from "viem";
import type { AlertRow } from "../../app/data/queries/alerts.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { type ConcentrationAlert, concentrationAlerts, type Share } from "../../domain/alerts/concentration.ts";
import { lateAlert } from "../../domain/alerts/late.ts";
import { endOfDay } from "../../domain/day-count.ts";

/** In the order in which they are offered. */
export const ALERT_RULES = [
  "manyParts",
  "smallParts",
  "roundTrip",
  "backToObligor",
  "obligorShare",
  "holderShare",
  "overdue",
  "reportedOverdue",
  "defaulted",
] as const;

export type AlertRule = (typeof ALERT_RULES)[number];

/** What a rule found, whoever found it. */
export interface AlertItem {
  key: string;
  rule: AlertRule;
  /** Of the organisation concerned. */
  identity: string;
  currency: number;
  /** Minor units. */
  amount: bigint;
  /** Seconds; when it was found, or became so. Null: as of now. */
  at: bigint | null;
  figures: Readonly<Record<"figure" | "threshold", number | bigint>> | null;
  about:
    | { receivable: Hex; evidence: { transactions: readonly Hex[] } | { kinds: readonly string[] } }
    | { side: "obligor" | "holder"; receivables: number };
}

/** What tells that something is late. */
const LATE_STEPS = ["receivableConfirmed", "obligorPaidPart", "receivableOverdue", "receivableDefaulted"];

export function isAlertRule(text: unknown): text is AlertRule {
  return ALERT_RULES.some((rule) => rule === text);
}

export function storedItem(row: AlertRow): AlertItem {
  const { figure, threshold } = row;
  return {
    ...{ key: row.id, rule: row.rule, identity: row.identity, currency: row.currency, amount: row.amount },
    at: row.lastAt,
    figures: figure === null || threshold === null ? null : { figure, threshold },
    about: { receivable: row.receivableId, evidence: { transactions: row.evidence } },
  };
}

/** @param judge The chain's day and the policy for a receivable; null while they are loading. */
export function lateItems(
  rows: readonly ReceivableRow[],
  judge: (row: ReceivableRow) => { today: number; policy: { graceDays: number; utcOffsetHours: number } } | null,
): AlertItem[] {
  return rows.flatMap((row): AlertItem[] => {
    const judged = judge(row);
    const late = judged && lateAlert(row, judged.today, judged.policy.graceDays);
    if (!late) return [];
    return [
      {
        ...{ key: `${late.rule}-${row.id}`, rule: late.rule, identity: row.obligorIdentity, currency: row.currency },
        amount: row.face - row.retired - row.paidFace,
        at: endOfDay(row.dueDay + late.graceDays, judged.policy.utcOffsetHours) + 1n,
        figures: { figure: late.daysLate, threshold: late.graceDays },
        about: { receivable: row.id, evidence: { kinds: LATE_STEPS } },
      },
    ];
  });
}

export function concentrationItems(shares: readonly Share[]): AlertItem[] {
  return concentrationAlerts(shares).map((found) => ({
    ...{ key: `${found.rule}-${found.identity}-${found.currency}`, rule: found.rule, identity: found.identity },
    ...{ currency: found.currency, amount: found.amount, at: null, figures: figuresOf(found) },
    about: { side: found.side, receivables: found.receivables },
  }));
}

function figuresOf({ sharePpm, thresholdPpm }: ConcentrationAlert): AlertItem["figures"] {
  return { figure: sharePpm, threshold: thresholdPpm };
}

/** Those of a rule and of an organisation; what holds now comes first, then the newest. */
export function selectItems(
  items: readonly AlertItem[],
  { rule, identity }: { rule: AlertRule | null; identity: string | null },
): AlertItem[] {
  return items
    .filter((item) => (rule === null || item.rule === rule) && (identity === null || item.identity === identity))
    .sort((a, b) => {
      if (a.at === b.at) return a.key < b.key ? -1 : 1;
      if (a.at === null || b.at === null) return a.at === null ? -1 : 1;
      return a.at > b.at ? -1 : 1;
    });
}
