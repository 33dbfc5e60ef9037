import { ponder } from "ponder:registry";
import { receivable } from "ponder:schema";
import { zeroAddress } from "viem";
import { decodeSliceWord, sliceId } from "../../../frontend/src/domain/ids.ts";
import { watchSplit } from "../tables/alerts.ts";
import { addToHistory } from "../tables/history.ts";
import { addOutstanding } from "../tables/participants.ts";
import {
  burnSlice,
  changeWord,
  closeOffer,
  mergeSlices,
  moveSlice,
  moveTail,
  openPart,
  reserveSlice,
  sliceRow,
} from "../tables/slices.ts";
import { stepOf } from "../tables/step.ts";
import { receivableFields, receivableHex } from "../tables/words.ts";

const OFFER_ENDS = ["refused", "withdrawn", "expired", "frozen"] as const;

/** Births and moves are told by the ledger's own events with their words; only a burn is told by this one alone. */
ponder.on("Ledger:Transfer", async ({ event, context: { db } }) => {
  const { to, tokenId: id } = event.args;
  if (to !== zeroAddress) return;
  const row = await db.find(receivable, { id: receivableHex(id >> 64n) });
  if (row === null)
    throw new Error(`A slice was burnt of a receivable that no event has made: ${receivableHex(id >> 64n)}`);
  await burnSlice(db, stepOf(event), id, row.obligor);
});

ponder.on("Ledger:SliceSplit", async ({ event, context: { db } }) => {
  const { id, word, parts } = event.args;
  const step = stepOf(event);
  const head = await sliceRow(db, id);
  await changeWord(db, id, word);
  let start = decodeSliceWord(word).end;
  const ids: bigint[] = [];
  const faces: bigint[] = [];
  for (const part of parts) {
    const partId = sliceId(id >> 64n, start);
    await openPart(db, step, partId, part, head);
    ids.push(partId);
    const { end } = decodeSliceWord(part);
    faces.push(end - start);
    start = end;
  }
  await watchSplit(db, step, { receivableId: head.receivableId, account: head.holder, faces });
  const holders = parts.map((part) => decodeSliceWord(part).holder);
  const data = { headEnd: decodeSliceWord(word).end, parts: ids, holders };
  await addToHistory(db, step, { kind: "sliceSplit", actor: head.holder, slice: id, data });
});

ponder.on("Ledger:SliceTransferred", async ({ event, context: { db } }) => {
  const { id, from, word } = event.args;
  const step = stepOf(event);
  await moveSlice(db, step, id, word, "payment");
  const { holder: to, end } = decodeSliceWord(word);
  await addToHistory(db, step, { kind: "sliceTransferred", actor: from, slice: id, data: { to, end } });
});

ponder.on("Ledger:TransferOffered", async ({ event, context: { db } }) => {
  const { id, from, to, until, word } = event.args;
  const step = stepOf(event);
  await reserveSlice(db, step, id, word, { payee: to, until });
  const { end } = decodeSliceWord(word);
  await addToHistory(db, step, { kind: "transferOffered", actor: from, slice: id, data: { to, end, until } });
});

ponder.on("Ledger:TransferAccepted", async ({ event, context: { db } }) => {
  const { id, from, word } = event.args;
  const step = stepOf(event);
  const { holder, end } = decodeSliceWord(word);
  await closeOffer(db, step, id, { status: "accepted", by: holder });
  await moveSlice(db, step, id, word, "acceptance");
  await addToHistory(db, step, { kind: "transferAccepted", actor: holder, slice: id, data: { from, end } });
});

ponder.on("Ledger:TransferOfferEnded", async ({ event, context: { db } }) => {
  const { id, by, reason, word } = event.args;
  const step = stepOf(event);
  const status = OFFER_ENDS[reason];
  if (status === undefined) throw new Error(`An offer ended for a reason unknown here: ${reason}`);
  await closeOffer(db, step, id, { status, by });
  const { status: life } = await sliceRow(db, id);
  if (life === "live") await changeWord(db, id, word);
  await addToHistory(db, step, { kind: "transferOfferEnded", actor: by, slice: id, data: { reason: status } });
});

ponder.on("Ledger:SlicesMerged", async ({ event, context: { db } }) => {
  const { left, right, word } = event.args;
  await mergeSlices(db, left, right, word);
  const { holder, end } = decodeSliceWord(word);
  const data = { right, end };
  await addToHistory(db, stepOf(event), { kind: "slicesMerged", actor: holder, slice: left, data });
});

/** The desk's own event says what for. */
ponder.on("Ledger:SliceMovedByDesk", async ({ event, context: { db } }) => {
  await moveSlice(db, stepOf(event), event.args.id, event.args.word, "desk");
});

ponder.on("Ledger:SliceTailMovedByDesk", async ({ event, context: { db } }) => {
  const { id, word, part } = event.args;
  await moveTail(db, stepOf(event), { id, word, part });
});

ponder.on("Ledger:SettlementBound", async ({ event, context: { db } }) => {
  const { id, word } = event.args;
  await db.update(receivable, { id: receivableHex(id) }).set(receivableFields(word));
});

ponder.on("Ledger:SlicesRedeemed", async ({ event, context: { db } }) => {
  const { id, desk, redeemed, owed, total, word } = event.args;
  const step = stepOf(event);
  const fields = receivableFields(word);
  const endedAt = fields.status === "settled" ? step.timestamp : null;
  const changed = { ...fields, paidInFull: true, redeemed: BigInt(total), endedAt };
  const { obligorIdentity, currency } = await db.update(receivable, { id: receivableHex(id) }).set(changed);
  await addOutstanding(db, obligorIdentity, currency, -BigInt(owed));
  if (endedAt === null) return;
  const data = { total, redeemed };
  await addToHistory(db, step, { kind: "receivableSettled", actor: desk, receivable: id, data });
});
