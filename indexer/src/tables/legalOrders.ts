import { freeze, hold, orderedTransfer, receivable, slice } from "ponder:schema";
import { encodeAbiParameters, type Hex, keccak256, zeroHash } from "viem";
import { sliceRow } from "./slices.ts";
import type { Database, Step } from "./step.ts";
import { receivableFields, receivableHex, sliceHex } from "./words.ts";

interface Order {
  by: Hex;
  document: Hex;
  /** Last second of what it orders. */
  until: bigint;
}

export async function placeHold(
  db: Database,
  step: Step,
  { id, word, by, document, until }: Order & { id: bigint; word: bigint },
): Promise<void> {
  const receivableId = receivableHex(id);
  const changed = { ...receivableFields(word), heldUntil: until, holdId: step.id };
  await db.update(receivable, { id: receivableId }).set(changed);
  const placed = { id: step.id, receivableId, by, document, until, heldAt: step.timestamp };
  await db.insert(hold).values({ ...placed, endedAt: null, endedBy: null });
}

/** A hold ended before its time has its last second in the past, as on the ledger. */
export async function endHold(
  db: Database,
  step: Step,
  { id, word, by }: { id: bigint; word: bigint; by: Hex },
): Promise<void> {
  const ended = step.timestamp - 1n;
  const { holdId } = await db.update(receivable, { id: receivableHex(id) }).set(({ heldUntil }) => ({
    ...receivableFields(word),
    heldUntil: heldUntil !== null && heldUntil < ended ? heldUntil : ended,
  }));
  if (holdId === null) throw new Error(`No event has held receivable ${receivableHex(id)}.`);
  await db.update(hold, { id: holdId }).set({ endedAt: step.timestamp, endedBy: by });
}

/** What is frozen already goes on under the new order. */
export async function freezeSlice(
  db: Database,
  step: Step,
  id: bigint,
  { by, reason, document, until }: Order & { reason: number },
): Promise<void> {
  const { receivableId, start, end, freezeId } = await sliceRow(db, id);
  if (freezeId !== null) {
    const ended = { status: "renewed", endedAt: step.timestamp, endedBy: by, endDocument: document } as const;
    await db.update(freeze, { id: freezeId }).set(ended);
  }
  await db.insert(freeze).values({
    ...{ id: step.id, sliceId: sliceHex(id), receivableId, start, end, status: "inForce" },
    ...{ by, reason, document, until, frozenAt: step.timestamp },
    ...{ endedAt: null, endedBy: null, endDocument: null },
  });
  await db.update(slice, { id: sliceHex(id) }).set({ freezeId: step.id });
}

/** A frozen slice was cut: the freeze is on both parts. */
export async function shareFreeze(db: Database, step: Step, headId: bigint, partId: bigint): Promise<void> {
  const head = await sliceRow(db, headId);
  if (head.freezeId === null) return;
  const shared = await db.update(freeze, { id: head.freezeId }).set({ end: head.end });
  const { start, end } = await sliceRow(db, partId);
  await db.insert(freeze).values({ ...shared, id: step.id, sliceId: sliceHex(partId), start, end });
  await db.update(slice, { id: sliceHex(partId) }).set({ freezeId: step.id });
}

export async function endFreeze(
  db: Database,
  step: Step,
  id: bigint,
  { status, by, document }: { status: "released" | "transferred"; by: Hex; document: Hex },
): Promise<void> {
  const { freezeId } = await sliceRow(db, id);
  if (freezeId === null) throw new Error(`No event has frozen slice ${sliceHex(id)}.`);
  const endDocument = document === zeroHash ? null : document;
  await db.update(freeze, { id: freezeId }).set({ status, endedAt: step.timestamp, endedBy: by, endDocument });
  await db.update(slice, { id: sliceHex(id) }).set({ freezeId: null });
}

/** @returns the slice's end; the order is for the slice as it is now. */
export async function enterOrder(
  db: Database,
  step: Step,
  id: bigint,
  { to, by, document, until }: Order & { to: Hex },
): Promise<{ end: bigint }> {
  const { receivableId, word, end } = await sliceRow(db, id);
  const entered = { by, until, status: "open", orderedAt: step.timestamp } as const;
  const key = orderKey(id, word, to, document);
  await db
    .insert(orderedTransfer)
    .values({
      ...{ id: key, sliceId: sliceHex(id), receivableId, word, to, document, ...entered },
      ...{ carriedOutBy: null, carriedOutAt: null },
    })
    .onConflictDoUpdate(entered);
  return { end };
}

/** Before the slice moves: the order names its word. */
export async function carryOutOrder(
  db: Database,
  step: Step,
  id: bigint,
  { to, by, document }: { to: Hex; by: Hex; document: Hex },
): Promise<void> {
  const { word } = await sliceRow(db, id);
  const done = { status: "carriedOut", carriedOutBy: by, carriedOutAt: step.timestamp } as const;
  await db.update(orderedTransfer, { id: orderKey(id, word, to, document) }).set(done);
}

const ORDER = [{ type: "uint256" }, { type: "uint256" }, { type: "address" }, { type: "bytes32" }] as const;

/** The ledger's key of an order. */
function orderKey(id: bigint, word: bigint, to: Hex, document: Hex): Hex {
  return keccak256(encodeAbiParameters(ORDER, [id, word, to, document]));
}
