import { loan, loanEvent, loanMoneySetAside, loanSurplus } from "ponder:schema";
import type { Hex } from "viem";
import { dayOf } from "../../../frontend/src/domain/day-count.ts";
import type { Database, Step } from "./step.ts";
import { sliceHex } from "./words.ts";

/** What was paid of a debt now, and what is left of it. */
export interface Credit {
  interest: bigint;
  principal: bigint;
  left: { principal: bigint; interest: bigint };
}

interface LoanAct {
  kind: (typeof loanEvent.$inferInsert)["kind"];
  by: Hex;
  part?: bigint;
  holder?: Hex;
  principal?: bigint;
  interest?: bigint;
  rest?: bigint;
}

export async function loanRow(db: Database, id: bigint) {
  const row = await db.find(loan, { id });
  if (row === null) throw new Error(`An event names loan ${id}, which no event has begun.`);
  return row;
}

/** Figures of an event, whose smaller numbers are not bigints. */
export function creditOf(paid: {
  interest: bigint;
  principal: number;
  left: { principal: number; interest: bigint };
}): Credit {
  const left = { principal: BigInt(paid.left.principal), interest: paid.left.interest };
  return { interest: paid.interest, principal: BigInt(paid.principal), left };
}

/** Takes a payment off a loan, as the desk does: one of principal ends the period in which it was the same. */
export async function creditLoan(
  db: Database,
  step: Step,
  id: bigint,
  way: "repaid" | "collected" | "seized",
  { interest, principal, left }: Credit,
): Promise<void> {
  const row = await loanRow(db, id);
  const interestPaid = row.interestPaid + interest;
  const since = dayOf(step.timestamp, row.utcOffsetHours);
  const period = principal === 0n ? {} : { since, accrued: interestPaid + left.interest };
  const ends = row.state === "open" && left.principal + left.interest === 0n;
  const state = way === "seized" ? "foreclosed" : way;
  await db.update(loan, { id }).set({
    ...period,
    ...(ends ? { state } : {}),
    principal: left.principal,
    interestPaid,
    [way]: row[way] + interest + principal,
  });
}

/** Cents secure a loan no longer. Until the due day they could be pledged again, so they leave its range. */
export async function takeOut(db: Database, step: Step, id: bigint, end: bigint): Promise<void> {
  const { dueDay, utcOffsetHours } = await loanRow(db, id);
  if (dayOf(step.timestamp, utcOffsetHours) < dueDay) await db.update(loan, { id }).set({ start: end });
}

/** A lender owes a holder so much more, or less. */
export async function addSurplus(db: Database, id: bigint, holder: Hex, amount: bigint): Promise<void> {
  if (amount === 0n) return;
  await db.update(loan, { id }).set(({ surplus }) => ({ surplus: surplus + amount }));
  await db
    .insert(loanSurplus)
    .values({ loanId: id, holder, owed: amount })
    .onConflictDoUpdate(({ owed }) => ({ owed: owed + amount }));
}

/** So much more waits for an account that could not receive, or less. */
export async function addSetAside(db: Database, account: Hex, currency: number, cents: bigint): Promise<void> {
  await db
    .insert(loanMoneySetAside)
    .values({ account, currency, amount: cents })
    .onConflictDoUpdate(({ amount }) => ({ amount: amount + cents }));
}

export async function addLoanEvent(db: Database, step: Step, loanId: bigint, act: LoanAct): Promise<void> {
  const { id, timestamp, txHash } = step;
  const { kind, by, part, holder, principal, interest, rest } = act;
  await db.insert(loanEvent).values({
    ...{ id, loanId, kind, by, timestamp, txHash },
    ...{ sliceId: part === undefined ? null : sliceHex(part), holder: holder ?? null },
    ...{ principal: principal ?? 0n, interest: interest ?? 0n, rest: rest ?? 0n },
  });
}
