import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { KIND } from "../../helpers/exposureBook.ts";
import { confirmedReceivable, identityOf, type Network, sliceId, termsFor, todayOf } from "../../helpers/network.ts";
import { LOAN, signLoan } from "../../helpers/pledge.ts";
import { signQuote } from "../../helpers/signQuote.ts";
import { HOLDING } from "./callers.ts";
import type { Party, Stage } from "./desk-parties.ts";

export const CURRENCY = 3;
export const PART = 1_000_000n;
export const FAR = 5_000_000_000;
const FACE = 20n * PART;
const PRINCIPAL = 700_000n;
const GRACE = 3;
/** Due so soon that it is in default once the past is over; and so late that it is not due by then. */
export const SOON = 2;
export const LATE = 300;

/** A receivable that somebody owes, and its first slice, the supplier's. */
export interface Owed {
  id: bigint;
  slice: bigint;
}

/** A purchase with recourse: its link and the slice that a bank has bought. */
export interface Bought {
  linkId: bigint;
  slice: bigint;
}

/** A loan, and the slice that secures it. */
export interface Lent {
  loanId: bigint;
  slice: bigint;
}

/** A receivable in the scene's money, owed by the network's obligor. */
export async function owedByObligor(
  net: Network,
  number: string,
  days: number,
  face = FACE,
): Promise<Owed & { dueDay: number }> {
  const dueDay = (await todayOf(net)) + days;
  const { id, slice } = await confirmedReceivable(net, { number, face, currency: CURRENCY, dueDay });
  return { id, slice, dueDay };
}

/** One due soon and one due late, owed by the obligor among the parties. */
export async function owedBy({ net }: Stage, { caller, signer }: Party): Promise<{ due: Owed; early: Owed }> {
  const owe = async (days: number): Promise<Owed> => {
    const dueDay = (await todayOf(net)) + days;
    const number = `${caller.label}, ${days} days`;
    const terms = await termsFor(net, { number, obligor: caller.address, currency: CURRENCY, dueDay });
    const id = await net.ledger.connect(net.supplier).register.staticCall(terms);
    await net.ledger.connect(net.supplier).register(terms);
    await net.ledger.connect(signer).confirm(net.supplier.address, terms, 1);
    return { id, slice: sliceId(id, 0n) };
  };
  return { due: await owe(SOON), early: await owe(LATE) };
}

/** Cuts a part off for each account, in the order given. @returns the slices by account. */
export async function give(
  { ledger, supplier }: Network,
  slice: bigint,
  to: readonly string[],
): Promise<Map<string, bigint>> {
  const parts = to.map((account) => ({ to: account, amount: PART }));
  const first = await ledger.connect(supplier).splitAndTransfer.staticCall(slice, parts, 0);
  await ledger.connect(supplier).splitAndTransfer(slice, parts, 0);
  return new Map(to.map((account, i) => [account, first + BigInt(i) * PART]));
}

/** Cuts parts off that stay with the supplier. */
async function cut({ ledger, supplier }: Network, slice: bigint, parts: number): Promise<bigint[]> {
  const amounts = Array.from({ length: parts }, () => PART);
  const first = await ledger.connect(supplier).split.staticCall(slice, amounts);
  await ledger.connect(supplier).split(slice, amounts);
  return amounts.map((amount, i) => first + BigInt(i) * amount);
}

/** Every bank has bought a slice of the supplier's with recourse, and the network's bank one of every company's. */
export async function soldWithRecourse(stage: Stage, unpaid: Owed) {
  const { net, parties } = stage;
  const banks = parties.filter(({ caller }) => caller.roleName === "bank");
  const companies = parties.filter(({ caller }) => caller.roleName === "supplier");
  const slices = await cut(net, unpaid.slice, banks.length + 1);
  const given = await give(
    net,
    unpaid.slice,
    companies.map(({ caller }) => caller.address),
  );
  const links = { bought: new Map<string, Bought>(), sold: new Map<string, Bought>(), main: { linkId: 0n, slice: 0n } };
  let linkId = 0n;
  const sell = async (slice: bigint, seller: HardhatEthersSigner, bank: Party | null): Promise<Bought> => {
    const quote = { bank: bank?.caller.address ?? net.bank.address, recourse: true };
    const signed = await signQuote(net, slice, PART, { signer: bank?.caller.wallet ?? net.bank, quote });
    await net.discountDesk.connect(seller).takeQuote(signed.quote, signed.signature);
    linkId += 1n;
    return { linkId, slice };
  };
  for (const bank of banks) links.bought.set(bank.caller.label, await sell(slices.pop() ?? 0n, net.supplier, bank));
  for (const { caller, signer } of companies)
    links.sold.set(caller.label, await sell(given.get(caller.address) ?? 0n, signer, null));
  links.main = await sell(slices.pop() ?? 0n, net.supplier, null);
  return links;
}

/**
 * The supplier has borrowed of each bank, to be repaid in 30 days; of the network's bank also twice what is repaid or foreclosed later, and
 * once against a receivable due soon.
 */
export async function borrowed({ net, parties }: Stage, pledged: Owed, locked: Owed & { dueDay: number }) {
  const { pledgeDesk, supplier, bank } = net;
  const banks = parties.filter(({ caller }) => caller.roleName === "bank");
  const slices = await cut(net, pledged.slice, banks.length + 3);
  let loanId = 0n;
  const borrow = async (slice: bigint, lender: Party | null, repayBy?: number): Promise<Lent> => {
    const terms = { lender: lender?.caller.address ?? bank.address, principal: PRINCIPAL };
    const change = { ...terms, repayBy: repayBy ?? (await todayOf(net)) + LOAN.term };
    const { offer, signature } = await signLoan(net, slice, { signer: lender?.caller.wallet ?? bank, offer: change });
    await pledgeDesk.connect(supplier).take(offer, signature);
    loanId += 1n;
    return { loanId, slice };
  };
  const byBank = new Map<string, Lent>();
  for (const lender of banks) byBank.set(lender.caller.label, await borrow(slices.pop() ?? 0n, lender));
  const main = await borrow(slices.pop() ?? 0n, null);
  const repaid = await borrow(slices.pop() ?? 0n, null);
  const foreclosed = await borrow(slices.pop() ?? 0n, null);
  const settled = await borrow(locked.slice, null, locked.dueDay + GRACE);
  return { byBank, main, repaid, foreclosed, settled };
}

/** The bank's limits count two purchases: of a slice that it has passed on since, and of one that is paid later. */
export async function boughtWithinLimits(net: Network, passedOn: Owed, paid: Owed) {
  const { bank, supplier, obligor, exposureBook, discountDesk, ledger } = net;
  const limit = 10n * FACE;
  for (const [kind, party] of [
    [KIND.OBLIGOR, obligor],
    [KIND.SELLER, supplier],
  ] as const)
    await exposureBook.connect(bank).setLimit(kind, identityOf(party.address), CURRENCY, limit);
  for (const { slice } of [passedOn, paid]) {
    const { quote, signature } = await signQuote(net, slice, PART, { quote: { limited: true } });
    await discountDesk.connect(supplier).takeQuote(quote, signature);
  }
  await ledger.connect(bank).transfer(passedOn.slice, supplier.address, 0);
}

/** What the obligor pays after the due day: for some who can't be paid just then, for a lender, and all that the bank has. */
export async function payLate(
  { net, cash, parties }: Stage,
  paid: Owed,
  named: ReadonlyMap<string, bigint>,
  locked: Owed,
  booked: Owed,
) {
  const { cautious } = net;
  const refused = [
    cautious.address,
    ...parties.filter(({ caller }) => HOLDING.has(caller.roleName)).map(({ caller }) => caller.address),
  ];
  const desk = net.settlementDesk.connect(net.obligor);
  for (const account of refused) await cash.setRefused(account, true);
  await desk.pay(
    paid.id,
    refused.map((account) => named.get(account) ?? 0n),
  );
  for (const account of refused) await cash.setRefused(account, false);
  await desk.pay(locked.id, [locked.slice]);
  await desk.pay(booked.id, [booked.slice]);
}

/** Loans after their last day: one repaid, one foreclosed, something repaid of the others while the lenders could not be paid. */
export async function repayLate({ net, cash, parties }: Stage, loans: Awaited<ReturnType<typeof borrowed>>) {
  const { pledgeDesk, supplier, bank } = net;
  const desk = pledgeDesk.connect(supplier);
  const [principal, interest] = await pledgeDesk.debtOf(loans.repaid.loanId);
  await desk.repay(loans.repaid.loanId, principal + interest, []);
  await pledgeDesk.connect(bank).foreclose(loans.foreclosed.loanId, [loans.foreclosed.slice]);
  const lenders = [
    ...parties.filter(({ caller }) => loans.byBank.has(caller.label)).map(({ caller }) => caller.address),
    bank.address,
  ];
  const lent = [...loans.byBank.values(), loans.main];
  for (const account of lenders) await cash.setRefused(account, true);
  for (const { loanId } of lent) await desk.repay(loanId, 1_000n, []);
  for (const account of lenders) await cash.setRefused(account, false);
}

/** What is not paid of it is in default. */
export async function declareDefault({ ledger }: Network, { id }: Owed) {
  await ledger.reportOverdue(id);
  await ledger.declareDefault(id);
}
