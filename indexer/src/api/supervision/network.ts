import { db } from "ponder:api";
import { participant, receivable, transfer } from "ponder:schema";
import { and, count, eq, inArray, lte, max, min, notInArray, or, sql, sum } from "ponder";
import type { Hex } from "viem";

/** Beyond this a picture tells nothing; the nearest are kept. */
const MOST_NODES = 500;
const LONGEST_WAY = 3;

/** Nobody else holds the cents afterwards. */
const WITHIN_A_HOLDER = ["split", "merge", "cut"] as const;

const cents = sum(sql<string>`${transfer.end} - ${transfer.start}`);

/** All movements of a kind between two accounts, added up. Figures are minor units as text. */
function movementsWhere(where: ReturnType<typeof and>, until: bigint) {
  return db
    .select({
      from: transfer.from,
      to: transfer.to,
      kind: transfer.kind,
      currency: receivable.currency,
      amount: cents,
      movements: count(),
      first: min(transfer.timestamp),
      last: max(transfer.timestamp),
    })
    .from(transfer)
    .innerJoin(receivable, eq(transfer.receivableId, receivable.id))
    .where(and(where, notInArray(transfer.kind, [...WITHIN_A_HOLDER]), lte(transfer.timestamp, until)))
    .groupBy(transfer.from, transfer.to, transfer.kind, receivable.currency)
    .orderBy(transfer.from, transfer.to, transfer.kind, receivable.currency);
}

/**
 * Who has dealt with an organisation, directly or by others between them.
 * @param until Movements up to this second.
 */
export async function networkOf(identity: Hex, until: bigint) {
  const own = await db
    .select({ account: participant.account })
    .from(participant)
    .where(eq(participant.identity, identity));
  let frontier = own.map(({ account }) => account);
  const nodes = new Set<Hex>(frontier);
  let isCut = false;
  for (let way = 0; way < LONGEST_WAY && frontier.length > 0 && !isCut; way++) {
    const touched = or(inArray(transfer.from, frontier), inArray(transfer.to, frontier));
    const met = (await movementsWhere(touched, until)).flatMap(({ from, to }) => [from, to]);
    frontier = [];
    for (const account of met) {
      if (nodes.has(account)) continue;
      isCut = nodes.size === MOST_NODES;
      if (isCut) break;
      nodes.add(account);
      frontier.push(account);
    }
  }
  const all = [...nodes];
  const among =
    all.length === 0 ? [] : await movementsWhere(and(inArray(transfer.from, all), inArray(transfer.to, all)), until);
  return { own: own.map(({ account }) => account), accounts: all, isCut, edges: among };
}
