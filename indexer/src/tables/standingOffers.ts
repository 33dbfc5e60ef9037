import { obligorMarket, offerSeller, organisation, policyVersion, receivable, standingOffer } from "ponder:schema";
import type { Hex } from "viem";
import { dayOf } from "../../../frontend/src/domain/day-count.ts";
import { appraise } from "../../../frontend/src/domain/standing-offer.ts";
import { participantRow } from "./participants.ts";
import type { Database } from "./step.ts";
import { receivableHex } from "./words.ts";

/** Most open offers for one obligor and currency that a sale is compared with: the newest. */
const MOST_COMPARED = 100;

type OfferRow = typeof standingOffer.$inferSelect;

interface LeftOut {
  id: bigint;
  net: bigint;
}

export async function offerRow(db: Database, id: bigint): Promise<OfferRow> {
  const row = await db.find(standingOffer, { id });
  if (row === null) throw new Error(`An event names standing offer ${id}, which no event has posted.`);
  return row;
}

export async function addOffer(db: Database, row: typeof standingOffer.$inferInsert): Promise<void> {
  await db.insert(standingOffer).values(row);
  for (const obligor of row.obligors) {
    const key = { obligor, currency: row.currency };
    const known = await db.find(obligorMarket, key);
    const others = await Promise.all((known?.offers ?? []).map((id) => offerRow(db, id)));
    const open = others.filter(({ withdrawn, expiresAt }) => !withdrawn && expiresAt >= row.postedAt);
    const offers = [...new Set([...open.map(({ id }) => id), row.id])].slice(-MOST_COMPARED);
    await db
      .insert(obligorMarket)
      .values({ ...key, offers })
      .onConflictDoUpdate({ offers });
  }
}

/** Counts a sale under its offer, and of its seller if the offer has a limit for each. @param used By the desk's own count. */
export async function countSale(
  db: Database,
  { id, sellerLimit }: OfferRow,
  sale: { seller: Hex; face: bigint; used: bigint },
): Promise<void> {
  await db.update(standingOffer, { id }).set({ used: sale.used });
  if (sellerLimit === 0n) return;
  const { identity } = await participantRow(db, sale.seller);
  await db
    .insert(offerSeller)
    .values({ offerId: id, seller: identity, bought: sale.face })
    .onConflictDoUpdate(({ bought }) => ({ bought: bought + sale.face }));
}

/** The receivable sold, with who owes it by its accounts then and now, and the day where its policy counts days. */
export async function soldReceivable(db: Database, id: bigint, timestamp: bigint) {
  const row = await db.find(receivable, { id: receivableHex(id) });
  if (row?.policy == null) throw new Error(`A slice was sold of ${receivableHex(id)}, which no event has confirmed.`);
  const policy = await db.find(policyVersion, { version: row.policy });
  const owing = await db.find(organisation, { identity: row.obligorIdentity });
  if (policy === null || owing === null) throw new Error(`Rules or obligor of ${row.id} are unknown.`);
  const { obligor, currency, dueDay } = row;
  const obligors = [...new Set([obligor, owing.account])];
  return { obligor, obligors, currency, dueDay, today: dayOf(timestamp, policy.utcOffsetHours) };
}

/** The offer that would have paid most for the face sold, if more than was paid. Whether its bank had the cash is not looked at. */
export async function bestLeftOut(
  db: Database,
  taken: OfferRow,
  sale: { seller: Hex; face: bigint; net: bigint; timestamp: bigint },
  sold: Awaited<ReturnType<typeof soldReceivable>>,
): Promise<LeftOut | null> {
  const at = { timestamp: sale.timestamp, today: sold.today };
  const lot = { ...sold, face: sale.face, need: null };
  const { identity } = await participantRow(db, sale.seller);
  let best: LeftOut | null = null;
  for (const id of await openFor(db, sold.obligors, sold.currency)) {
    const offer = await offerRow(db, id);
    if (id === taken.id || offer.withRecourse !== taken.withRecourse) continue;
    const bought = await db.find(offerSeller, { offerId: id, seller: identity });
    const { price, misfits } = appraise(lot, offer, bought?.bought ?? 0n, at);
    if (price === null || misfits.length > 0) continue;
    if (price.netMinor > (best?.net ?? sale.net)) best = { id, net: price.netMinor };
  }
  return best;
}

async function openFor(db: Database, obligors: readonly Hex[], currency: number): Promise<bigint[]> {
  const markets = await Promise.all(obligors.map((obligor) => db.find(obligorMarket, { obligor, currency })));
  return [...new Set(markets.flatMap((market) => market?.offers ?? []))];
}
