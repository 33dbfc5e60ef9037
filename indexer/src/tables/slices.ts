import { slice, transfer, transferOffer } from "ponder:schema";
import type { Hex } from "viem";
import { sliceId } from "../../../frontend/src/domain/ids.ts";
import { watchMovement } from "./alerts.ts";
import type { Database, Step } from "./step.ts";
import { sliceFields, sliceHex } from "./words.ts";

type TransferKind = (typeof transfer.$inferInsert)["kind"];

interface Parent {
  id: Hex;
  holder: Hex;
  heldSince: bigint;
}

export async function sliceRow(db: Database, id: bigint) {
  const row = await db.find(slice, { id: sliceHex(id) });
  if (row === null) throw new Error(`An event names slice ${sliceHex(id)}, which no event has made.`);
  return row;
}

/** A receivable's first slice, [0, face), from its obligor to its creditor. */
export async function openFirstSlice(db: Database, step: Step, id: bigint, word: bigint, obligor: Hex): Promise<void> {
  const lastTransferId = await addTransfer(db, step, { id, word, kind: "confirm", from: obligor });
  await writeSlice(db, step, id, word, { origin: "confirm", parentId: null, transferOfferId: null, lastTransferId });
}

/** A part cut from a slice's tail. A reserved part's offer was announced just before, and made the row. */
export async function openPart(db: Database, step: Step, id: bigint, word: bigint, parent: Parent): Promise<void> {
  const { holder, flags } = sliceFields(id, word);
  const stays = holder.toLowerCase() === parent.holder;
  const kind = stays ? "split" : "payment";
  const lastTransferId = await addTransfer(db, step, { id, word, kind, from: parent.holder });
  const announced = flags === 0 ? null : await db.find(slice, { id: sliceHex(id) });
  await writeSlice(db, step, id, word, {
    origin: "split",
    parentId: parent.id,
    transferOfferId: announced?.transferOfferId ?? null,
    lastTransferId,
    heldSince: stays ? parent.heldSince : step.timestamp,
  });
}

/** The same holder, another word: the head of a split, the left of a merge, the end of a reservation. */
export async function changeWord(db: Database, id: bigint, word: bigint): Promise<void> {
  await db.update(slice, { id: sliceHex(id) }).set(sliceFields(id, word));
}

/** The slice has another holder. */
export async function moveSlice(db: Database, step: Step, id: bigint, word: bigint, kind: TransferKind): Promise<void> {
  const { holder: from } = await sliceRow(db, id);
  const lastTransferId = await addTransfer(db, step, { id, word, kind, from });
  await db
    .update(slice, { id: sliceHex(id) })
    .set({ ...sliceFields(id, word), transferOfferId: null, lastTransferId, heldSince: step.timestamp });
}

/** The same organisation under its new account: an offer or a freeze on the slice stays. */
export async function moveToSuccessor(db: Database, step: Step, id: bigint, word: bigint): Promise<void> {
  const { holder: from, transferOfferId } = await sliceRow(db, id);
  const lastTransferId = await addTransfer(db, step, { id, word, kind: "succession", from });
  const fields = sliceFields(id, word);
  await db.update(slice, { id: sliceHex(id) }).set({ ...fields, lastTransferId, heldSince: step.timestamp });
  if (transferOfferId !== null) await db.update(transferOffer, { id: transferOfferId }).set({ from: fields.holder });
}

/** A desk cut a part off the tail and moved it. @returns the part's id. */
export async function moveTail(
  db: Database,
  step: Step,
  { id, word, part }: { id: bigint; word: bigint; part: bigint },
): Promise<bigint> {
  const { id: parentId, holder: from } = await sliceRow(db, id);
  await changeWord(db, id, word);
  const partId = sliceId(id >> 64n, sliceFields(id, word).end);
  const lastTransferId = await addTransfer(db, step, { id: partId, word: part, kind: "desk", from });
  await writeSlice(db, step, partId, part, { origin: "desk", parentId, transferOfferId: null, lastTransferId });
  return partId;
}

/** A legal cut: the part stays with the holder and keeps what the slice was. @returns the part's id. */
export async function cutSlice(
  db: Database,
  step: Step,
  { id, word, part }: { id: bigint; word: bigint; part: bigint },
): Promise<bigint> {
  const { id: parentId, holder: from, heldSince } = await sliceRow(db, id);
  await changeWord(db, id, word);
  const partId = sliceId(id >> 64n, sliceFields(id, word).end);
  const lastTransferId = await addTransfer(db, step, { id: partId, word: part, kind: "cut", from });
  const birth = { origin: "cut", parentId, transferOfferId: null, lastTransferId, heldSince } as const;
  await writeSlice(db, step, partId, part, birth);
  return partId;
}

/** What is burnt was redeemed, unless a merge says otherwise right after. The cents return to the obligor. */
export async function burnSlice(db: Database, step: Step, id: bigint, obligor: Hex): Promise<void> {
  const row = await sliceRow(db, id);
  const lastTransferId = await addTransfer(db, step, {
    id,
    word: row.word,
    kind: "settlement",
    from: row.holder,
    to: obligor,
  });
  await db
    .update(slice, { id: row.id })
    .set({ status: "redeemed", closedAt: step.timestamp, transferOfferId: null, lastTransferId });
  if (row.transferOfferId === null) return;
  await db
    .update(transferOffer, { id: row.transferOfferId })
    .set({ status: "expired", endedAt: step.timestamp, endedBy: row.holder });
}

/** The right slice, burnt a moment ago, goes on as part of the left. */
export async function mergeSlices(db: Database, left: bigint, right: bigint, word: bigint): Promise<void> {
  await changeWord(db, left, word);
  const { lastTransferId, holder } = await sliceRow(db, right);
  await db.update(slice, { id: sliceHex(right) }).set({ status: "merged", mergedInto: sliceHex(left) });
  await db.update(transfer, { id: lastTransferId }).set({ kind: "merge", to: holder });
}

/** A slice waits for its payee. If it was cut for that, this event comes before the split's, so it may have to make the row. */
export async function reserveSlice(
  db: Database,
  step: Step,
  id: bigint,
  word: bigint,
  { payee, until }: { payee: Hex; until: number },
): Promise<void> {
  const { receivableId, holder, start, end } = sliceFields(id, word);
  await db.insert(transferOffer).values({
    id: step.id,
    sliceId: sliceHex(id),
    receivableId,
    status: "open",
    from: holder,
    payee,
    start,
    end,
    until: BigInt(until),
    offeredAt: step.timestamp,
    txHash: step.txHash,
  });
  const row = await db.find(slice, { id: sliceHex(id) });
  if (row?.status === "live") {
    await db.update(slice, { id: row.id }).set({ ...sliceFields(id, word), transferOfferId: step.id });
    return;
  }
  const birth = { origin: "split", parentId: null, transferOfferId: step.id, lastTransferId: step.id } as const;
  await writeSlice(db, step, id, word, birth);
}

/** The open offer of a slice has ended; the slice's own row is the caller's to change. */
export async function closeOffer(
  db: Database,
  step: Step,
  id: bigint,
  end: { status: "accepted" | "refused" | "withdrawn" | "expired" | "frozen"; by: Hex },
): Promise<void> {
  const { transferOfferId } = await sliceRow(db, id);
  if (transferOfferId === null) return;
  await db
    .update(transferOffer, { id: transferOfferId })
    .set({ status: end.status, endedAt: step.timestamp, endedBy: end.by });
  await db.update(slice, { id: sliceHex(id) }).set({ transferOfferId: null });
}

/** Says what a desk's move was for. */
export async function explainDeskMove(db: Database, id: bigint, kind: TransferKind, price: bigint): Promise<void> {
  const { lastTransferId } = await sliceRow(db, id);
  await db.update(transfer, { id: lastTransferId }).set({ kind, price });
}

/** What was paid for a slice a moment after it was retired is the price of that. */
export async function priceRetirement(db: Database, step: Step, id: bigint, price: bigint): Promise<void> {
  const { lastTransferId } = await sliceRow(db, id);
  const last = await db.find(transfer, { id: lastTransferId });
  if (last?.kind !== "retirement" || last.txHash !== step.txHash) return;
  await db.update(transfer, { id: lastTransferId }).set({ price });
}

interface Birth {
  origin: "confirm" | "split" | "cut" | "desk";
  parentId: Hex | null;
  transferOfferId: string | null;
  lastTransferId: string;
  heldSince?: bigint;
}

async function writeSlice(db: Database, step: Step, id: bigint, word: bigint, birth: Birth): Promise<void> {
  const row = {
    ...sliceFields(id, word),
    status: "live" as const,
    heldSince: step.timestamp,
    ...birth,
    freezeId: null,
    lastPaymentId: null,
    mergedInto: null,
    createdAt: step.timestamp,
    closedAt: null,
  };
  await db
    .insert(slice)
    .values({ id: sliceHex(id), ...row })
    .onConflictDoUpdate(row);
}

interface Movement {
  id: bigint;
  word: bigint;
  kind: TransferKind;
  from: Hex;
  to?: Hex;
}

async function addTransfer(db: Database, step: Step, { id, word, kind, from, to }: Movement): Promise<string> {
  const { receivableId, start, end, hops, holder } = sliceFields(id, word);
  const { sender: _, id: stepId, ...when } = step;
  // One split makes several: the first cent tells them apart.
  const row = { id: `${stepId}-${start}`, receivableId, sliceId: sliceHex(id), kind, start, end, hops };
  const moved = { ...row, from, to: to ?? holder };
  await db.insert(transfer).values({ ...moved, ...when });
  await watchMovement(db, step, moved);
  return row.id;
}
