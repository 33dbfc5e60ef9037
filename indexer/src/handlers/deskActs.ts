import { ponder } from "ponder:registry";
import { receivable } from "ponder:schema";
import { decodeSliceWord } from "../../../frontend/src/domain/ids.ts";
import { addToHistory } from "../tables/history.ts";
import { addOutstanding } from "../tables/participants.ts";
import { changeWord, moveSlice } from "../tables/slices.ts";
import { stepOf } from "../tables/step.ts";
import { receivableHex } from "../tables/words.ts";

/** The cents go to the obligor, who owes them no longer. */
ponder.on("Ledger:SliceRetired", async ({ event, context: { db } }) => {
  const { id, desk, from, word } = event.args;
  const step = stepOf(event);
  await moveSlice(db, step, id, word, "retirement");
  const { end } = decodeSliceWord(word);
  const face = end - (id & 0xffff_ffff_ffff_ffffn);
  const row = await db
    .update(receivable, { id: receivableHex(id >> 64n) })
    .set(({ retired }) => ({ retired: retired + face }));
  await addOutstanding(db, row.obligorIdentity, row.currency, -face);
  await addToHistory(db, step, { kind: "sliceRetired", actor: desk, slice: id, data: { from, end } });
});

ponder.on("Ledger:SliceLocked", async ({ event, context: { db } }) => {
  const { id, desk, word } = event.args;
  await changeWord(db, id, word);
  const { end } = decodeSliceWord(word);
  await addToHistory(db, stepOf(event), { kind: "sliceLocked", actor: desk, slice: id, data: { end } });
});

ponder.on("Ledger:SliceUnlocked", async ({ event, context: { db } }) => {
  const { id, desk, word } = event.args;
  await changeWord(db, id, word);
  const { end } = decodeSliceWord(word);
  await addToHistory(db, stepOf(event), { kind: "sliceUnlocked", actor: desk, slice: id, data: { end } });
});

ponder.on("Ledger:SliceSeized", async ({ event, context: { db } }) => {
  const { id, desk, from, word } = event.args;
  const step = stepOf(event);
  await moveSlice(db, step, id, word, "foreclosure");
  const { holder: to, end } = decodeSliceWord(word);
  await addToHistory(db, step, { kind: "sliceSeized", actor: desk, slice: id, data: { from, to, end } });
});

ponder.on("Ledger:SliceReturned", async ({ event, context: { db } }) => {
  const { id, desk, from, word } = event.args;
  const step = stepOf(event);
  await moveSlice(db, step, id, word, "recourse");
  const { holder: to, end } = decodeSliceWord(word);
  await addToHistory(db, step, { kind: "sliceReturned", actor: desk, slice: id, data: { from, to, end } });
});
