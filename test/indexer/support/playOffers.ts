import { decodeSliceWord, sliceId } from "../../../frontend/src/domain/ids.ts";
import { type Actor, actor } from "../../../scripts/demo/actors.ts";
import { confirm, recordRegistryEntry, register } from "../../../scripts/demo/receivables.ts";
import { settled } from "../../../scripts/deployment/settled.ts";
import type { NamedOfferStruct, OfferTermsStruct } from "../../../types/contracts/desks/DiscountDesk.js";
import { ExposureBook__factory } from "../../../types/contracts/index.js";
import type { TestNetwork } from "./joinNetwork.ts";
import { latestTime } from "./latestTime.ts";

const DAY = 86_400;
const CNY = 1;
const LIMIT = 200_000_00n;
/** Of the exposure book: an obligor, a seller. */
const COUNTERPARTIES = [0, 1];

/** A better offer that was open when a slice was sold at another, and what it would have paid. */
export interface LeftOut {
  id: bigint;
  net: bigint;
}

/** Offers in every state; slices sold whole, for the cash needed, at a worse offer than there was, and with recourse. */
export async function playOffers(net: TestNetwork): Promise<LeftOut> {
  const [huaxin, bank] = [actor(net, "huaxin"), actor(net, "yuzhong")];
  const receivable = await sellable(net);
  const at = (start: bigint) => sliceId(receivable, start);
  await settled(bank.cny.approve(bank.discountDesk, 4n * LIMIT));
  const good = await post(net, bank, { tiers: [{ longestDays: 30, ratePpm: 30_000 }, tier(35_000)] });
  const dear = await post(net, bank, { tiers: [tier(42_000)], sellerLimit: 90_000_00n });
  await playLife(net, bank);
  // 10 000.00 in cash from the tail, the better of two offers taken.
  const sale = { id: at(0n), cash: 10_000_00n, leastNet: 10_000_00n, mostFace: 11_000_00n };
  await settled(huaxin.discountDesk.takeBest([sale], [dear, good]));
  const { end } = decodeSliceWord(await huaxin.ledger.sliceWordOf(at(0n)));
  await settled(huaxin.ledger.split(at(0n), [20_000_00n, 30_000_00n]));
  const dearSlice = at(end - 50_000_00n);
  const { net: better } = await huaxin.discountDesk.quote(dearSlice, 0, good.terms);
  await settled(huaxin.discountDesk.take(dearSlice, dear.terms, dear.offerId, 0));
  await playRecourse(net, bank, at(end - 30_000_00n));
  return { id: BigInt(good.offerId), net: better };
}

/** An offer raised, paused, resumed; another withdrawn. Neither is the best: one is small, one is gone. */
async function playLife(net: TestNetwork, bank: Actor): Promise<void> {
  const small = await post(net, bank, { tiers: [tier(10_000)], largestFace: 1_000_00n, obligors: obligorsOf(net) });
  await settled(bank.discountDesk.raiseOffer(small.offerId, 2n * LIMIT));
  await settled(bank.discountDesk.pauseOffer(small.offerId));
  await settled(bank.discountDesk.resumeOffer(small.offerId));
  const paused = await post(net, bank, { tiers: [tier(9_000)] });
  await settled(bank.discountDesk.pauseOffer(paused.offerId));
  const { offerId } = await post(net, bank, { tiers: [tier(8_000)] });
  await settled(bank.discountDesk.withdrawOffer(offerId));
}

async function playRecourse(net: TestNetwork, bank: Actor, slice: bigint): Promise<void> {
  const [huaxin, yujiang] = [actor(net, "huaxin"), actor(net, "yujiang")];
  const book = ExposureBook__factory.connect(net.record.addresses.exposureBook, bank.ledger.runner);
  for (const [index, { address }] of [yujiang, huaxin].entries()) {
    const identity = await identityOf(bank, address);
    await settled(book.setLimit(COUNTERPARTIES[index] ?? 0, identity, CNY, LIMIT));
  }
  const { offerId, terms } = await post(net, bank, { tiers: [tier(28_000)], withRecourse: true, limited: true });
  await settled(huaxin.discountDesk.take(slice, terms, offerId, 0));
}

async function sellable(net: TestNetwork): Promise<bigint> {
  const [huaxin, yujiang] = [actor(net, "huaxin"), actor(net, "yujiang")];
  const today = await net.clock.today();
  const plan = { number: "IX-9", issueDay: today - 2, dueDay: today + 60, face: 100_000_00n };
  const invoice = await register(huaxin, yujiang, plan);
  await confirm(yujiang, huaxin, invoice);
  await recordRegistryEntry(huaxin, invoice, sliceId(invoice.id, 0n), "IX-ENTRY-9", today);
  return invoice.id;
}

async function post(net: TestNetwork, bank: Actor, change: Partial<OfferTermsStruct>): Promise<NamedOfferStruct> {
  const terms: OfferTermsStruct = {
    currency: CNY,
    dayCount: 0,
    dayBase: 360,
    withRecourse: false,
    limited: false,
    startsAt: 0,
    expiresAt: (await latestTime(net)) + 20 * DAY,
    smallestFace: 1_00n,
    largestFace: LIMIT,
    sellerLimit: 0,
    tiers: [tier(40_000)],
    obligors: obligorsOf(net).slice(0, 1),
    ...change,
  };
  const offerId = await bank.discountDesk.postOffer.staticCall(terms, LIMIT);
  await settled(bank.discountDesk.postOffer(terms, LIMIT));
  return { offerId, terms };
}

function obligorsOf(net: TestNetwork): string[] {
  return [actor(net, "yujiang").address, actor(net, "nanping").address];
}

function tier(ratePpm: number) {
  return { longestDays: 183, ratePpm };
}

async function identityOf({ ledger }: Actor, account: string): Promise<string> {
  return `0x${((await ledger.participantOf(account)) >> 64n).toString(16).padStart(40, "0")}`;
}
