import { keyReplacement, obligorStanding, organisation, participant } from "ponder:schema";
import type { Hex } from "viem";
import type { Database, Step } from "./step.ts";
import { participantFields } from "./words.ts";

/** @throws if no event has admitted the account. */
export async function participantRow(db: Database, account: Hex) {
  const row = await db.find(participant, { account });
  if (row === null) throw new Error(`An event names participant ${account}, which no event has admitted.`);
  return row;
}

export async function admitParticipant(
  db: Database,
  account: Hex,
  word: bigint,
  admission: { by: Hex; at: bigint },
): Promise<void> {
  const fields = participantFields(word);
  await db.insert(participant).values({
    account,
    ...fields,
    admittedBy: admission.by,
    admittedAt: admission.at,
    successor: null,
    replacementId: null,
  });
  await db
    .insert(organisation)
    .values({ identity: fields.identity, account, overdue: 0 })
    .onConflictDoUpdate({ account });
}

export async function changeParticipant(db: Database, account: Hex, word: bigint): Promise<void> {
  await db.update(participant, { account }).set(participantFields(word));
}

/** How many of an organisation's receivables are overdue now, with its word. */
export async function countOverdue(db: Database, account: Hex, word: bigint, overdue: number): Promise<void> {
  await changeParticipant(db, account, word);
  await db.update(organisation, { identity: participantFields(word).identity }).set({ overdue });
}

/** An organisation owes so many cents more, or fewer. */
export async function addOutstanding(db: Database, identity: Hex, currency: number, cents: bigint): Promise<void> {
  await db
    .insert(obligorStanding)
    .values({ identity, currency, outstanding: cents, limit: 0n })
    .onConflictDoUpdate(({ outstanding }) => ({ outstanding: outstanding + cents }));
}

export async function setLimit(db: Database, identity: Hex, currency: number, limit: bigint): Promise<void> {
  await db.insert(obligorStanding).values({ identity, currency, outstanding: 0n, limit }).onConflictDoUpdate({ limit });
}

export async function proposeReplacement(
  db: Database,
  step: Step,
  { lost, successor, by }: { lost: Hex; successor: Hex; by: Hex },
): Promise<void> {
  const { replacementId } = await participantRow(db, lost);
  const ended = { status: "proposedAnew", endedAt: step.timestamp } as const;
  if (replacementId !== null) await db.update(keyReplacement, { id: replacementId }).set(ended);
  await db.insert(keyReplacement).values({
    ...{ id: step.id, lost, successor, status: "proposed", proposedBy: by, proposedAt: step.timestamp },
    ...{ agreedBy: null, readyAt: null, endedAt: null },
  });
  await db.update(participant, { account: lost }).set({ replacementId: step.id });
}

type ReplacementChange = Partial<typeof keyReplacement.$inferInsert>;

export async function changeReplacement(db: Database, lost: Hex, change: ReplacementChange): Promise<void> {
  const { replacementId } = await participantRow(db, lost);
  if (replacementId === null) throw new Error(`No event has proposed to replace ${lost}.`);
  await db.update(keyReplacement, { id: replacementId }).set(change);
  if (change.endedAt) await db.update(participant, { account: lost }).set({ replacementId: null });
}

/** The successor takes the organisation over; the lost account's row stays, with what its word says now. */
export async function replaceParticipant(
  db: Database,
  step: Step,
  { lost, successor, lostWord, word }: { lost: Hex; successor: Hex; lostWord: bigint; word: bigint },
): Promise<void> {
  await changeReplacement(db, lost, { status: "carriedOut", endedAt: step.timestamp });
  const { admittedBy } = await participantRow(db, lost);
  await db.update(participant, { account: lost }).set({ ...participantFields(lostWord), successor });
  await admitParticipant(db, successor, word, { by: admittedBy, at: step.timestamp });
}
