import { db } from "ponder:api";
import { participant, policyVersion, receivable, slice, transferOffer } from "ponder:schema";
import { and, asc, between, count, desc, eq, gte, inArray, lte, or } from "ponder";
import type { Hex } from "viem";
import type { Condition } from "./condition.ts";
import { idRange } from "./idRange.ts";
import type { ReceivableListQuery } from "./listQueries.ts";
import { stateCondition } from "./stateCondition.ts";

/** A page of receivables, and how many there are in all. Equal rows of a column are told apart by their ids, so that pages join. */
export async function listReceivables(query: ReceivableListQuery) {
  const where = await conditions(query);
  const [rows, [counted]] = await Promise.all([
    pageOf(query, where),
    db.select({ total: count() }).from(receivable).where(where),
  ]);
  return { total: counted?.total ?? 0, rows };
}

/** Sorts and skips ids only, and reads the whole rows of one page: far down a list that is what takes the time. */
async function pageOf({ sort, descending, limit, offset }: ReceivableListQuery, where: Condition) {
  const direction = descending ? desc : asc;
  const order = [direction(receivable[sort]), direction(receivable.id)];
  const ids = db.select({ id: receivable.id }).from(receivable).where(where);
  const page = ids
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  const rows = db.select().from(receivable).where(inArray(receivable.id, page));
  return rows.orderBy(...order);
}

async function conditions(query: ReceivableListQuery): Promise<Condition> {
  const { state, text, party, obligorIdentity, creditorIdentity, currency, dueFrom, dueTo, faceFrom, faceTo } = query;
  const given: Condition[] = [];
  if (state) given.push(stateCondition(state.is, BigInt(state.at), await db.select().from(policyVersion)));
  if (text) given.push(textCondition(text));
  if (party) given.push(partyCondition(party));
  if (obligorIdentity) given.push(eq(receivable.obligorIdentity, obligorIdentity));
  if (creditorIdentity) given.push(eq(receivable.creditorIdentity, creditorIdentity));
  if (currency !== undefined) given.push(eq(receivable.currency, currency));
  if (dueFrom !== undefined) given.push(gte(receivable.dueDay, dueFrom));
  if (dueTo !== undefined) given.push(lte(receivable.dueDay, dueTo));
  if (faceFrom !== undefined) given.push(gte(receivable.face, BigInt(faceFrom)));
  if (faceTo !== undefined) given.push(lte(receivable.face, BigInt(faceTo)));
  return and(...given);
}

/** Nobody is named and no id begins so: no row fits, which an empty list says. */
function textCondition({ idPrefix, identities }: NonNullable<ReceivableListQuery["text"]>): Condition {
  const named = or(inArray(receivable.obligorIdentity, identities), inArray(receivable.creditorIdentity, identities));
  if (idPrefix === null) return named;
  const { first, last } = idRange(idPrefix);
  return or(between(receivable.id, first, last), named);
}

function partyCondition(identity: Hex): Condition {
  const accounts = db
    .select({ account: participant.account })
    .from(participant)
    .where(eq(participant.identity, identity));
  const held = db
    .select({ id: slice.receivableId })
    .from(slice)
    .where(and(inArray(slice.holder, accounts), eq(slice.status, "live")));
  const offered = db
    .select({ id: transferOffer.receivableId })
    .from(transferOffer)
    .where(and(inArray(transferOffer.payee, accounts), eq(transferOffer.status, "open")));
  return or(
    eq(receivable.obligorIdentity, identity),
    eq(receivable.creditorIdentity, identity),
    inArray(receivable.id, held),
    inArray(receivable.id, offered),
  );
}
