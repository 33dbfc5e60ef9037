import { ponder } from "ponder:registry";
import { claim, payment, slicePayment } from "ponder:schema";
import { addToHistory } from "../tables/history.ts";
import { stepOf } from "../tables/step.ts";
import { receivableHex, sliceHex } from "../tables/words.ts";

ponder.on("SettlementDesk:ObligorPaid", async ({ event, context: { db } }) => {
  const { id, obligor, penalty, daysLate, collected } = event.args;
  const { timestamp, txHash, ...step } = stepOf(event);
  const face = BigInt(event.args.face);
  const figures = { face, penalty, daysLate, collected };
  await db.insert(payment).values({ receivableId: receivableHex(id), obligor, ...figures, timestamp, txHash });
  const entry = { kind: "obligorPaid", actor: obligor, receivable: id, data: figures };
  await addToHistory(db, { ...step, timestamp, txHash }, entry);
});

ponder.on("SettlementDesk:SlicePaid", async ({ event, context: { db } }) => {
  const { id, holder, amount } = event.args;
  const step = stepOf(event);
  await db.insert(slicePayment).values({
    sliceId: sliceHex(id),
    receivableId: receivableHex(id >> 64n),
    holder,
    amount,
    setAside: false,
    timestamp: step.timestamp,
    txHash: step.txHash,
  });
  await addToHistory(db, step, { kind: "slicePaid", actor: step.sender, slice: id, data: { holder, amount } });
});

ponder.on("SettlementDesk:SetAside", async ({ event, context: { db } }) => {
  const { id, holder, amount } = event.args;
  const step = stepOf(event);
  await db.update(slicePayment, { sliceId: sliceHex(id) }).set({ setAside: true });
  await addToHistory(db, step, { kind: "sliceSetAside", actor: step.sender, slice: id, data: { holder, amount } });
});

ponder.on("SettlementDesk:Claimed", async ({ event, context: { db } }) => {
  const { holder, currency, to, amount } = event.args;
  const step = stepOf(event);
  const { timestamp, txHash } = step;
  await db.insert(claim).values({ id: step.id, holder, to, currency, amount, timestamp, txHash });
  await addToHistory(db, step, { kind: "setAsideClaimed", actor: holder, data: { currency, to, amount } });
});
