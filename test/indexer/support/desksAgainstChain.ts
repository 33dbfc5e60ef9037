import { expect } from "vitest";
import { sliceId } from "../../../frontend/src/domain/ids.ts";
import type { Actor } from "../../../scripts/demo/actors.ts";
import type { DeskTables } from "./deskTables.ts";

const LINK_STATES = ["none", "recorded", "demanded", "waived", "returned"];
const COUNTERPARTIES = ["obligor", "seller"];
const DAY_COUNTS = ["ACT", "30/360"];
const POWER_LOCK = 8n;

/** Every loan's figures, what lenders owe of foreclosures, and the money set aside. */
export async function compareLoans(tables: DeskTables, { pledgeDesk }: Actor): Promise<void> {
  expect(tables.loans.map(({ state }) => state).sort()).toEqual(["collected", "foreclosed", "open", "repaid"]);
  for (const row of tables.loans) {
    const chain = await pledgeDesk.loanOf(row.id);
    const parties = [row.lender, row.borrower, BigInt(row.receivableId), row.start, row.end, BigInt(row.currency)];
    expect(parties).toEqual([
      ...[chain.lender.toLowerCase(), chain.borrower.toLowerCase()],
      ...[chain.receivable, chain.from, chain.to, chain.currency],
    ]);
    const days = [row.repayBy, row.graceDays, row.dueDay, row.utcOffsetHours, row.since, row.ratePpm, row.dayBase];
    expect(days.map(BigInt)).toEqual([
      ...[chain.repayBy, chain.graceDays, chain.dueDay, chain.utcOffsetHours],
      ...[chain.since, chain.ratePpm, chain.dayBase],
    ]);
    expect(row.dayCount).toBe(DAY_COUNTS[Number(chain.dayCount)]);
    const debt = [row.principal, row.accrued, row.interestPaid];
    expect(debt).toEqual([chain.principal, chain.accrued, chain.paid]);
    const { principal, interest } = await pledgeDesk.debtOf(row.id);
    expect(row.state === "open").toBe(principal + interest > 0n);
    expect(row.lent - row.principal + row.interestPaid).toBe(row.repaid + row.collected + row.seized);
    const owed = tables.loanSurpluss.filter(({ loanId }) => loanId === row.id);
    expect(row.surplus).toBe(owed.reduce((sum, each) => sum + each.owed, 0n));
  }
  await expectLast(tables.loans, async (id) => BigInt((await pledgeDesk.loanOf(id)).lender));
  expect(tables.loanSurpluss.length).toBeGreaterThan(0);
  for (const { loanId, holder, owed } of tables.loanSurpluss)
    expect(owed).toBe(await pledgeDesk.surplusOf(loanId, holder));
  expect(tables.loanMoneySetAsides.some(({ amount }) => amount > 0n)).toBe(true);
  for (const { account, currency, amount } of tables.loanMoneySetAsides)
    expect(amount).toBe(await pledgeDesk.setAsideOf(account, currency));
}

/** A loan's events add up to its row. */
export function compareLoanEvents({ loans, loanEvents }: DeskTables): void {
  const kinds = new Set(loanEvents.map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(["lent", "repaid", "collected", "released", "foreclosed", "surplusPaid"]));
  for (const { id, lent, repaid, collected, seized, surplus } of loans) {
    const own = loanEvents.filter(({ loanId }) => loanId === id);
    const sum = (kind: string, figure: (row: (typeof own)[number]) => bigint) =>
      own.filter((row) => row.kind === kind).reduce((total, row) => total + figure(row), 0n);
    const paid = ["repaid", "collected", "foreclosed"].map((kind) =>
      sum(kind, ({ principal, interest }) => principal + interest),
    );
    expect([sum("lent", ({ principal }) => principal), ...paid]).toEqual([lent, repaid, collected, seized]);
    expect(sum("foreclosed", ({ rest }) => rest) - sum("surplusPaid", ({ rest }) => rest)).toBe(surplus);
  }
}

export async function compareLinks(tables: DeskTables, { recourseDesk }: Actor): Promise<void> {
  expect(new Set(tables.recourseLinks.map(({ state }) => state))).toEqual(new Set(LINK_STATES.slice(1)));
  for (const { id, receivableId, start, ...row } of tables.recourseLinks) {
    const chain = await recourseDesk.linkOf(id);
    expect(sliceId(BigInt(receivableId), start)).toBe(chain.first);
    const told = [row.end, row.demandedAt ?? 0n, LINK_STATES.indexOf(row.state), row.seller, row.bank];
    const parties = [chain.seller.toLowerCase(), chain.bank.toLowerCase()];
    expect(told).toEqual([chain.end, chain.demandedAt, Number(chain.state), ...parties]);
    expect(row.paid !== null).toBe(row.state === "returned");
    expect(row.demanded !== null).toBe(row.demandedAt !== null);
  }
  expect(tables.recourseLinks.filter(({ carriedFrom }) => carriedFrom !== null)).toHaveLength(2);
  await expectLast(tables.recourseLinks, async (id) => BigInt((await recourseDesk.linkOf(id)).bank));
}

export async function compareProgrammes(tables: DeskTables, { earlyPaymentDesk }: Actor): Promise<void> {
  for (const { id, tiers, obligor, ...row } of tables.earlyPaymentProgrammes) {
    const { programme, tiers: scale } = await earlyPaymentDesk.programmeOf(id);
    expect(obligor).toBe(programme.obligor.toLowerCase());
    expect(row).toEqual({
      ...{ currency: Number(programme.currency), startsAt: programme.startsAt, expiresAt: programme.expiresAt },
      ...{ forAll: programme.forAll, paused: programme.paused, withdrawn: programme.withdrawn },
      ...{ budget: programme.budget, spent: programme.spent, smallestFace: programme.smallestFace },
    });
    expect(tiers).toEqual(
      scale.map(({ longestDays, ratePpm }) => ({ longestDays: Number(longestDays), ratePpm: Number(ratePpm) })),
    );
    const paid = tables.earlyPayments.filter(({ programmeId }) => programmeId === id);
    expect(paid.reduce((sum, { net }) => sum + net, 0n)).toBe(row.spent);
  }
  await expectLast(tables.earlyPaymentProgrammes, async (id) =>
    BigInt((await earlyPaymentDesk.programmeOf(id)).programme.obligor),
  );
  expect(tables.earlyPaymentInvitations.map(({ invited }) => invited).sort()).toEqual([false, true]);
  for (const { programmeId, holder, invited } of tables.earlyPaymentInvitations)
    expect(invited).toBe(await earlyPaymentDesk.isInvited(programmeId, holder));
}

/** Limits, what is used of them, and the cents that make it up. */
export async function compareExposures(tables: DeskTables, { exposureBook, ledger }: Actor): Promise<void> {
  expect(tables.exposureLimits.length).toBeGreaterThan(0);
  for (const { bank, kind, counterparty, currency, limit, used } of tables.exposureLimits) {
    const chain = await exposureBook.exposureOf(bank, COUNTERPARTIES.indexOf(kind), counterparty, currency);
    expect([limit, used]).toEqual([chain.limit, chain.used]);
    const funded = tables.exposureEntrys.filter((entry) => {
      const other = kind === "seller" ? entry.seller : entry.obligor;
      return entry.bank === bank && other === counterparty && entry.currency === currency;
    });
    expect(used).toBe(funded.reduce((sum, { start, end }) => sum + end - start, 0n));
  }
  expect(tables.exposureEntrys.length).toBeGreaterThan(1);
  for (const { bank, receivableId, start, end, seller, desk } of tables.exposureEntrys) {
    const id = sliceId(BigInt(receivableId), start);
    const { first, entry } = await exposureBook.entryOf(bank, id, end);
    const { index, powers } = await ledger.deskOf(desk);
    const lock = (powers & POWER_LOCK) === 0n ? 0n : index;
    expect([first, entry.end, entry.seller, entry.lock]).toEqual([id, end, seller, lock]);
  }
}

/** No event was missed: there is nothing under the next number. */
async function expectLast(rows: readonly { id: bigint }[], ownerOf: (id: bigint) => Promise<bigint>): Promise<void> {
  const next = BigInt(rows.length) + 1n;
  expect([await ownerOf(next - 1n), await ownerOf(next)].map((owner) => owner === 0n)).toEqual([false, true]);
}
