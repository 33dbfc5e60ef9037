import type { AddressLike } from "ethers";
import type { OfferTermsStruct } from "../../../types/contracts/desks/DiscountDesk.js";
import type { ProgrammeStruct } from "../../../types/contracts/desks/EarlyPaymentDesk.js";
import { BlocklistToken__factory, ITokenProbe__factory } from "../../../types/contracts/index.js";
import { addCurrency } from "../../helpers/addCurrency.ts";
import { createNetwork } from "../../helpers/network.ts";
import { offerTerms, postOffer } from "../../helpers/standingOffer.ts";
import { HOLDING } from "./callers.ts";
import { admitEverybody, type Stage } from "./desk-parties.ts";
import {
  type Bought,
  borrowed,
  boughtWithinLimits,
  CURRENCY,
  declareDefault,
  FAR,
  give,
  LATE,
  type Lent,
  type Owed,
  owedBy,
  owedByObligor,
  PART,
  payLate,
  repayLate,
  SOON,
  soldWithRecourse,
} from "./desk-past.ts";
import { disable } from "./standing.ts";

const DAY = 86_400;
/** Long enough for a default and for a loan's last day. */
const LATER = 40 * DAY;
export const TIERS = [{ longestDays: 365, ratePpm: 38_500 }];

/** What one caller could act on, were it the right one. Callers without something of their own are given the network's. */
export interface DeskBelongings {
  /** Before its due day; the supplier's for those who hold none. */
  slice: bigint;
  /** Owed by it, else by the network's obligor. */
  due: Owed;
  early: Owed;
  /** A bank's own offers, else the network's bank's. */
  offer: bigint;
  paused: bigint;
  /** Its own: anybody can post one. */
  posted: bigint;
  /** An obligor's own, else the network's obligor's. */
  programme: bigint;
  /** A bank's own, else the network's bank's. */
  loan: Lent;
  bought: Bought;
  /** What it has sold to the network's bank with recourse, if it has. */
  sold: Bought | null;
}

export type DeskScene = Awaited<ReturnType<typeof setDeskScene>>;

/** A network in which each function of the desks has something to succeed on, for whoever may call it. */
export async function setDeskScene() {
  const net = await createNetwork();
  const cash = await new BlocklistToken__factory(net.operator).deploy(2);
  await addCurrency(net, cash);
  const probe = ITokenProbe__factory.connect(await net.ledger.probe(), net.operator);
  const stage = await admitEverybody(net, cash, probe);
  const past = await play(stage);
  const market = await openMarket(stage, past.main);
  const least = await beginTrials(stage);
  const { parties } = stage;
  const belongings = new Map<string, DeskBelongings>();
  for (const { caller } of parties) {
    const { label, address } = caller;
    const owed = past.owed.get(label);
    belongings.set(label, {
      slice: past.held.get(address) ?? past.main.slice,
      due: owed?.due ?? past.unpaid,
      early: owed?.early ?? past.main,
      ...market.offersOf(caller),
      programme: market.programmes.get(label) ?? market.programme,
      loan: past.loans.byBank.get(label) ?? past.loans.main,
      bought: past.links.bought.get(label) ?? past.links.main,
      sold: past.links.sold.get(label) ?? null,
    });
  }
  for (const { caller } of parties) await disable(net, caller);
  const [first] = parties;
  const { till } = await probe.trialOf(cash, first?.caller.address ?? "");
  const everybody = parties.map(({ caller }) => caller);
  return { net, cash, probe, till, least, everybody, belongings, past, ...market };
}

/** What has happened until now: invoices confirmed, sold and pledged, some paid, some not. Forty days. */
async function play(stage: Stage) {
  const { net, parties } = stage;
  const holders = parties.filter(({ caller }) => HOLDING.has(caller.roleName)).map(({ caller }) => caller.address);
  const main = await owedByObligor(net, "main", LATE);
  const held = await give(net, main.slice, holders);
  const unpaid = await owedByObligor(net, "unpaid", SOON);
  const paid = await owedByObligor(net, "paid", SOON);
  const named = await give(net, paid.slice, [net.cautious.address, ...holders]);
  const locked = await owedByObligor(net, "locked", SOON, PART);
  const pledged = await owedByObligor(net, "pledged", LATE);
  const passedOn = await owedByObligor(net, "passed on", LATE, PART);
  const booked = await owedByObligor(net, "booked", SOON, PART);
  const owed = new Map<string, { due: Owed; early: Owed }>();
  for (const party of parties)
    if (party.caller.roleName === "obligor") owed.set(party.caller.label, await owedBy(stage, party));
  const links = await soldWithRecourse(stage, unpaid);
  const loans = await borrowed(stage, pledged, locked);
  await boughtWithinLimits(net, passedOn, booked);
  await net.networkHelpers.time.increase(LATER);
  await payLate(stage, paid, named, locked, booked);
  await repayLate(stage, loans);
  await declareDefault(net, unpaid);
  return { main, held, unpaid, paid, locked, passedOn, booked, owed, links, loans };
}

/** Everybody has posted an offer, which needs no standing; banks also a paused one, and obligors a programme. */
async function openMarket({ net, parties }: Stage, main: Owed) {
  const terms: OfferTermsStruct = await offerTerms(net, { currency: CURRENCY, expiresAt: FAR, tiers: TIERS });
  const post = async (bank = net.bank) => (await postOffer(net, terms, { limit: 100n * PART, bank })).offerId;
  const pause = async (bank = net.bank) => {
    const offerId = await post(bank);
    await net.discountDesk.connect(bank).pauseOffer(offerId);
    return offerId;
  };
  const offer = await post();
  const paused = await pause();
  const posted = new Map<string, bigint>();
  const pausedBy = new Map<string, bigint>();
  for (const { caller, signer } of parties) {
    posted.set(caller.label, await post(signer));
    if (caller.roleName === "bank") pausedBy.set(caller.label, await pause(signer));
  }
  const programmed = programmeOf(net.obligor.address);
  const { earlyPaymentDesk: desk } = net;
  const programme = await desk.connect(net.obligor).post.staticCall(programmed, TIERS);
  await desk.connect(net.obligor).post(programmed, TIERS);
  const programmes = new Map<string, bigint>();
  for (const { caller, signer } of parties) {
    if (caller.roleName !== "obligor") continue;
    programmes.set(caller.label, await desk.connect(signer).post.staticCall(programmed, TIERS));
    await desk.connect(signer).post(programmed, TIERS);
  }
  const offersOf = ({ label, roleName }: { label: string; roleName: string }) => {
    const own = posted.get(label) ?? 0n;
    return { posted: own, offer: roleName === "bank" ? own : offer, paused: pausedBy.get(label) ?? paused };
  };
  return { terms, offer, programmed, programme, programmes, offersOf, forSale: main.slice };
}

function programmeOf(obligor: AddressLike): ProgrammeStruct {
  const times = { startsAt: 0, expiresAt: 4_000_000_000 };
  const marks = { forAll: true, paused: false, withdrawn: false };
  return { obligor, ...times, currency: CURRENCY, ...marks, budget: 100n * PART, spent: 0, smallestFace: 1_000n };
}

/** Every participant tries the token; nobody else does yet. */
async function beginTrials({ cash, probe, parties }: Stage) {
  const least = await probe.leastAmount(cash);
  for (const { caller, signer } of parties) if (caller.role !== null) await probe.connect(signer).begin(cash, least);
  return least;
}
