import { db } from "ponder:api";
import { event, receivable } from "ponder:schema";
import { and, asc, between, count, desc, eq, gte, inArray, lte, or } from "ponder";
import type { Condition } from "./condition.ts";
import { idRange } from "./idRange.ts";
import type { ActivityListQuery } from "./listQueries.ts";

/** A page of the ledger's history and how many steps there are in all, each with its receivable's currency: its figures need it. */
export async function listActivity(query: ActivityListQuery) {
  const where = conditions(query);
  const [steps, [counted]] = await Promise.all([
    db
      .select()
      .from(event)
      .where(where)
      // An event's id orders all events of the chain.
      .orderBy(query.descending ? desc(event.id) : asc(event.id))
      .limit(query.limit)
      .offset(query.offset),
    db.select({ total: count() }).from(event).where(where),
  ]);
  const currencies = await currenciesOf(steps);
  const rows = steps.map((step) => ({ ...step, currency: currencies.get(step.receivableId ?? "0x") ?? null }));
  return { total: counted?.total ?? 0, rows };
}

function conditions({ kinds, actors, receivable: prefix, txHash, from, to }: ActivityListQuery): Condition {
  const given: Condition[] = [];
  if (kinds) given.push(inArray(event.kind, kinds));
  if (actors) given.push(or(inArray(event.actor, actors), inArray(event.sender, actors)));
  if (prefix !== undefined) {
    const { first, last } = idRange(prefix);
    given.push(between(event.receivableId, first, last));
  }
  if (txHash) given.push(eq(event.txHash, txHash));
  if (from !== undefined) given.push(gte(event.timestamp, BigInt(from)));
  if (to !== undefined) given.push(lte(event.timestamp, BigInt(to)));
  return and(...given);
}

async function currenciesOf(steps: readonly (typeof event.$inferSelect)[]): Promise<Map<string, number>> {
  const ids = [...new Set(steps.flatMap(({ receivableId }) => receivableId ?? []))];
  const rows = await db
    .select({ id: receivable.id, currency: receivable.currency })
    .from(receivable)
    .where(inArray(receivable.id, ids));
  return new Map(rows.map(({ id, currency }) => [id, currency]));
}
