import type { Hex } from "viem";
import { type AlertRow, useAlerts } from "../../app/data/queries/alerts.ts";
import { usePastDue } from "../../app/data/queries/receivables.ts";
import { useShares } from "../../app/data/queries/supervision.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import {
  type AlertItem,
  type AlertRule,
  concentrationItems,
  lateItems,
  selectItems,
  storedItem,
} from "./alert-item.ts";

interface AlertSelection {
  rule: AlertRule | null;
  identity: Hex | null;
}

interface FoundAlerts {
  items: AlertItem[];
  /** The index has more than were read. */
  hasMore: boolean;
}

interface AlertQuery {
  data: FoundAlerts | undefined;
  error: Error | null;
  refetch: () => void;
}

const STORED: readonly AlertRule[] = ["manyParts", "smallParts", "roundTrip", "backToObligor"];
const SHARES: readonly AlertRule[] = ["obligorShare", "holderShare"];

/** Alerts of every kind, at most `limit` of each source; only the sources that the selection needs are asked. */
export function useAlertItems({ rule, identity }: AlertSelection, limit: number): AlertQuery {
  const today = useLedgerClock()?.today;
  const judge = useJudgeReceivable();
  const is = (rules: readonly AlertRule[]) => rule === null || rules.includes(rule);
  const [asksStored, asksShares] = [is(STORED), is(SHARES)];
  const asksLate = rule === null || !(STORED.includes(rule) || SHARES.includes(rule));
  const rules = rule !== null && isStored(rule) ? [rule] : undefined;
  const stored = useAlerts({ rules, identity: identity ?? undefined }, limit, asksStored);
  const shares = useShares(asksShares);
  const late = usePastDue({ today, obligorIdentity: identity ?? undefined }, limit, asksLate);

  const asked = [...(asksStored ? [stored] : []), ...(asksShares ? [shares] : []), ...(asksLate ? [late] : [])];
  const error = asked.find((query) => query.error)?.error ?? null;
  const refetch = () => void Promise.all(asked.map((query) => query.refetch()));
  if (asked.some((query) => query.data === undefined)) return { data: undefined, error, refetch };
  const items = [
    ...(asksStored ? (stored.data?.rows ?? []).map(storedItem) : []),
    ...(asksShares ? concentrationItems(shares.data ?? []) : []),
    ...(asksLate ? lateItems(late.data?.rows ?? [], judge) : []),
  ];
  const sources = [...(asksStored ? [stored.data] : []), ...(asksLate ? [late.data] : [])];
  const hasMore = sources.some((source) => source !== undefined && source.total > source.rows.length);
  return { data: { items: selectItems(items, { rule, identity }), hasMore }, error, refetch };
}

function isStored(rule: AlertRule): rule is AlertRow["rule"] {
  return STORED.includes(rule);
}
