import { alert, participant, pastHolding, policyVersion, receivable, splitDay, transfer } from "ponder:schema";
import { and, asc, eq, gt, lt } from "ponder";
import type { Hex } from "viem";
import { addRange, type CentRange, tripOf, wayBack } from "../../../frontend/src/domain/alerts/round-trip.ts";
import { addSplit, splittingAlerts } from "../../../frontend/src/domain/alerts/splitting.ts";
import { dayOf } from "../../../frontend/src/domain/day-count.ts";
import { smallestSlice } from "../../../frontend/src/domain/smallest-slice.ts";
import { participantRow } from "./participants.ts";
import type { Database, Step } from "./step.ts";

/** Evidence beyond this is counted, not listed. */
const MOST_EVIDENCE = 50;

/** A holder has split a slice: counts the parts of the day. @param faces Of the parts. */
export async function watchSplit(
  db: Database,
  step: Step,
  { receivableId, account, faces }: { receivableId: Hex; account: Hex; faces: readonly bigint[] },
): Promise<void> {
  const { face, currency, policy } = await receivableRow(db, receivableId);
  const { minSlice, maxSlices, utcOffsetHours } = await policyRow(db, policy);
  const key = { receivableId, day: dayOf(step.timestamp, utcOffsetHours) };
  const before = await db.find(splitDay, key);
  const counted = addSplit(before, faces, smallestSlice(face, minSlice, maxSlices));
  const firstAt = before?.firstAt ?? step.timestamp;
  const transactions = withOne(before?.transactions ?? [], step.txHash);
  const row = { ...counted, firstAt, transactions };
  await db
    .insert(splitDay)
    .values({ ...key, ...row })
    .onConflictDoUpdate(row);
  const { identity } = await participantRow(db, account);
  for (const { rule, figure, threshold, amount } of splittingAlerts(counted)) {
    const found = { account, identity, amount, figure, threshold, evidence: transactions, lastAt: step.timestamp };
    await db
      .insert(alert)
      .values({ id: `${rule}-${receivableId}-${key.day}`, rule, receivableId, currency, firstAt, ...found })
      .onConflictDoUpdate(found);
  }
}

interface Movement extends CentRange {
  receivableId: Hex;
  kind: string;
  from: Hex;
  to: Hex;
}

/** Cents have changed hands: remembers who has held them, and sees whether they came back. */
export async function watchMovement(db: Database, step: Step, movement: Movement): Promise<void> {
  const { receivableId, kind, from, to } = movement;
  if (from.toLowerCase() === to.toLowerCase() || kind === "settlement") return;
  const { identity } = await participantRow(db, to);
  const key = { receivableId, identity };
  const past = rangesOf((await db.find(pastHolding, key))?.bounds ?? []);
  const { obligorIdentity, currency } = await receivableRow(db, receivableId);
  const trip = tripOf({ ...movement, isObligor: identity === obligorIdentity }, past);
  if (trip) {
    const evidence = await evidenceOf(db, movement, trip.rule === "roundTrip" ? identity : null);
    await db
      .insert(alert)
      .values({
        ...{ id: `${trip.rule}-${receivableId}-${identity}-${step.txHash}`, rule: trip.rule, receivableId, currency },
        ...{ account: to, identity, amount: trip.amount, figure: null, threshold: null, evidence },
        ...{ firstAt: step.timestamp, lastAt: step.timestamp },
      })
      .onConflictDoUpdate(({ amount }) => ({ amount: amount + trip.amount }));
  }
  const bounds = addRange(past, movement).flatMap(({ start, end }) => [start, end]);
  await db
    .insert(pastHolding)
    .values({ ...key, bounds })
    .onConflictDoUpdate({ bounds });
}

/** The transactions by which the cents went from an organisation, or from the obligor's promise on, and came back. Rare, so the tables are asked. */
async function evidenceOf(db: Database, { receivableId, start, end }: Movement, identity: Hex | null): Promise<Hex[]> {
  const over = and(eq(transfer.receivableId, receivableId), lt(transfer.start, end), gt(transfer.end, start));
  const moves = await db.sql.select().from(transfer).where(over).orderBy(asc(transfer.id));
  const own =
    identity === null ? [] : await db.sql.select().from(participant).where(eq(participant.identity, identity));
  const way = wayBack(moves, new Set(own.map(({ account }) => account)), { start, end });
  return [...new Set(way.map(({ txHash }) => txHash))].slice(-MOST_EVIDENCE);
}

function withOne(transactions: readonly Hex[], txHash: Hex): Hex[] {
  return [...new Set([...transactions, txHash])].slice(0, MOST_EVIDENCE);
}

function rangesOf(bounds: readonly bigint[]): CentRange[] {
  return bounds.flatMap((start, i) => {
    const end = bounds[i + 1];
    return i % 2 === 0 && end !== undefined ? [{ start, end }] : [];
  });
}

async function receivableRow(db: Database, id: Hex) {
  const row = await db.find(receivable, { id });
  if (row === null) throw new Error(`An event moves cents of receivable ${id}, which no event has made.`);
  return row;
}

async function policyRow(db: Database, version: number | null) {
  const row = version === null ? null : await db.find(policyVersion, { version });
  if (row === null) throw new Error(`A receivable follows policy ${version}, which no event has made.`);
  return row;
}
