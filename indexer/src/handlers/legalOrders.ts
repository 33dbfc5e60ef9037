import { ponder } from "ponder:registry";
import { addToHistory } from "../tables/history.ts";
import {
  carryOutOrder,
  endFreeze,
  endHold,
  enterOrder,
  freezeSlice,
  placeHold,
  shareFreeze,
} from "../tables/legalOrders.ts";
import { changeWord, cutSlice, moveSlice } from "../tables/slices.ts";
import { stepOf } from "../tables/step.ts";
import { sliceFields } from "../tables/words.ts";

ponder.on("Ledger:ReceivableHeld", async ({ event, context: { db } }) => {
  const { id, by, document, word } = event.args;
  const step = stepOf(event);
  const until = BigInt(event.args.until);
  await placeHold(db, step, { id, by, document, until, word });
  await addToHistory(db, step, { kind: "receivableHeld", actor: by, receivable: id, data: { until, document } });
});

ponder.on("Ledger:HoldEnded", async ({ event, context: { db } }) => {
  const { id, by, word } = event.args;
  const step = stepOf(event);
  await endHold(db, step, { id, by, word });
  await addToHistory(db, step, { kind: "holdEnded", actor: by, receivable: id });
});

ponder.on("Ledger:SliceCut", async ({ event, context: { db } }) => {
  const { id, by, word, part } = event.args;
  const step = stepOf(event);
  const partId = await cutSlice(db, step, { id, word, part });
  await shareFreeze(db, step, id, partId);
  const { start, end } = sliceFields(partId, part);
  await addToHistory(db, step, { kind: "sliceCut", actor: by, slice: id, data: { at: start, end } });
});

ponder.on("Ledger:SliceFrozen", async ({ event, context: { db } }) => {
  const { id, by, reason, document, word } = event.args;
  const step = stepOf(event);
  const until = BigInt(event.args.until);
  await changeWord(db, id, word);
  await freezeSlice(db, step, id, { by, reason, document, until });
  const data = { order: reason, document, until, end: sliceFields(id, word).end };
  await addToHistory(db, step, { kind: "sliceFrozen", actor: by, slice: id, data });
});

ponder.on("Ledger:SliceReleased", async ({ event, context: { db } }) => {
  const { id, by, document, word } = event.args;
  const step = stepOf(event);
  await changeWord(db, id, word);
  await endFreeze(db, step, id, { status: "released", by, document });
  const data = { document, end: sliceFields(id, word).end };
  await addToHistory(db, step, { kind: "sliceReleased", actor: by, slice: id, data });
});

ponder.on("Ledger:TransferOrdered", async ({ event, context: { db } }) => {
  const { id, to, by, document } = event.args;
  const step = stepOf(event);
  const until = BigInt(event.args.until);
  const { end } = await enterOrder(db, step, id, { to, by, document, until });
  await addToHistory(db, step, { kind: "transferOrdered", actor: by, slice: id, data: { to, document, until, end } });
});

ponder.on("Ledger:SliceTransferredByOrder", async ({ event, context: { db } }) => {
  const { id, from, by, document, word } = event.args;
  const step = stepOf(event);
  const { holder: to, end } = sliceFields(id, word);
  await carryOutOrder(db, step, id, { to, by, document });
  await endFreeze(db, step, id, { status: "transferred", by, document });
  await moveSlice(db, step, id, word, "order");
  const data = { from, to, document, end };
  await addToHistory(db, step, { kind: "sliceTransferredByOrder", actor: by, slice: id, data });
});
