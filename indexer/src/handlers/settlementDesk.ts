import { ponder } from "ponder:registry";
import { claim, payment, receivable, slice, slicePayment } from "ponder:schema";
import { addToHistory } from "../tables/history.ts";
import { priceRetirement, sliceRow } from "../tables/slices.ts";
import { type Database, type Step, stepOf } from "../tables/step.ts";
import { receivableHex, sliceHex } from "../tables/words.ts";

type Payment = Pick<typeof payment.$inferInsert, "kind" | "obligor" | "face" | "penalty" | "daysLate" | "collected">;

ponder.on("SettlementDesk:ObligorPaid", async ({ event, context: { db } }) => {
  const { id, obligor, penalty, daysLate, collected } = event.args;
  const figures = { face: BigInt(event.args.face), penalty, daysLate, collected };
  const step = stepOf(event);
  await addPayment(db, step, id, { kind: "full", obligor, ...figures });
  await addToHistory(db, step, { kind: "obligorPaid", actor: obligor, receivable: id, data: figures });
});

ponder.on("SettlementDesk:ObligorPaidPart", async ({ event, context: { db } }) => {
  const { id, obligor, penalty, daysLate, collected } = event.args;
  const figures = { face: BigInt(event.args.face), penalty, daysLate, collected };
  const step = stepOf(event);
  await addPayment(db, step, id, { kind: "part", obligor, ...figures });
  const data = { ...figures, left: BigInt(event.args.left) };
  await addToHistory(db, step, { kind: "obligorPaidPart", actor: obligor, receivable: id, data });
});

ponder.on("SettlementDesk:ObligorPaidEarly", async ({ event, context: { db } }) => {
  const { id, obligor } = event.args;
  const face = BigInt(event.args.face);
  const { timestamp, txHash, ...step } = stepOf(event);
  const figures = { face, penalty: 0n, daysLate: 0, collected: 0n };
  const row = { id: step.id, receivableId: receivableHex(id), kind: "early" as const, obligor, ...figures };
  await db.insert(payment).values({ ...row, timestamp, txHash });
  const entry = { kind: "obligorPaidEarly", actor: obligor, receivable: id, data: { face } };
  await addToHistory(db, { ...step, timestamp, txHash }, entry);
});

ponder.on("SettlementDesk:SlicePaid", async ({ event, context: { db } }) => {
  const { id, holder, amount } = event.args;
  const step = stepOf(event);
  const sliceId = sliceHex(id);
  await db.insert(slicePayment).values({
    id: step.id,
    sliceId,
    receivableId: receivableHex(id >> 64n),
    holder,
    amount,
    setAside: false,
    lockedBy: null,
    timestamp: step.timestamp,
    txHash: step.txHash,
  });
  await db.update(slice, { id: sliceId }).set({ lastPaymentId: step.id });
  await priceRetirement(db, step, id, amount);
  await addToHistory(db, step, { kind: "slicePaid", actor: step.sender, slice: id, data: { holder, amount } });
});

/** Right after the slice's payment, which it explains. */
ponder.on("SettlementDesk:SetAside", async ({ event, context: { db } }) => {
  const { id, holder, amount } = event.args;
  await db.update(slicePayment, { id: await lastPayment(db, id) }).set({ setAside: true });
  const step = stepOf(event);
  await addToHistory(db, step, { kind: "sliceSetAside", actor: step.sender, slice: id, data: { holder, amount } });
});

/** Right after the slice's payment, which it explains. */
ponder.on("SettlementDesk:SetAsideForLock", async ({ event, context: { db } }) => {
  const { id, desk, holder, amount } = event.args;
  await db.update(slicePayment, { id: await lastPayment(db, id) }).set({ lockedBy: desk });
  const step = stepOf(event);
  const data = { desk, holder, amount };
  await addToHistory(db, step, { kind: "sliceSetAsideForLock", actor: step.sender, slice: id, data });
});

ponder.on("SettlementDesk:LockClaimed", async ({ event, context: { db } }) => {
  const { id, desk, amount } = event.args;
  await addToHistory(db, stepOf(event), { kind: "lockClaimed", actor: desk, slice: id, data: { amount } });
});

ponder.on("SettlementDesk:Claimed", async ({ event, context: { db } }) => {
  const { holder, currency, to, amount } = event.args;
  const step = stepOf(event);
  const { timestamp, txHash } = step;
  await db.insert(claim).values({ id: step.id, holder, to, currency, amount, timestamp, txHash });
  await addToHistory(db, step, { kind: "setAsideClaimed", actor: holder, data: { currency, to, amount } });
});

async function addPayment(db: Database, step: Step, id: bigint, row: Payment): Promise<void> {
  const { id: paymentId, timestamp, txHash } = step;
  const receivableId = receivableHex(id);
  await db.insert(payment).values({ id: paymentId, receivableId, ...row, timestamp, txHash });
  await db
    .update(receivable, { id: receivableId })
    .set(({ paidFace, paidPenalty }) => ({ paidFace: paidFace + row.face, paidPenalty: paidPenalty + row.penalty }));
}

async function lastPayment(db: Database, id: bigint): Promise<string> {
  const { lastPaymentId } = await sliceRow(db, id);
  if (lastPaymentId === null) throw new Error(`Money of slice ${sliceHex(id)} was set aside that no event has paid.`);
  return lastPaymentId;
}
