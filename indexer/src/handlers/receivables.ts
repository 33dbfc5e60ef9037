import { ponder } from "ponder:registry";
import { participant, receivable } from "ponder:schema";
import { receivableId, sliceId } from "../../../frontend/src/domain/ids.ts";
import { addToHistory } from "../tables/history.ts";
import { addOutstanding, participantRow } from "../tables/participants.ts";
import { openFirstSlice } from "../tables/slices.ts";
import { stepOf } from "../tables/step.ts";
import { receivableFields, receivableHex, roundOrPolicy } from "../tables/words.ts";

ponder.on("Ledger:ReceivableRegistered", async ({ event, context: { db } }) => {
  const { id, obligor, creditor, invoiceKey, dueDay, currency, documentRoot, word } = event.args;
  const step = stepOf(event);
  const face = BigInt(event.args.face);
  const row = {
    ...receivableFields(word),
    ...{ obligor, creditor, invoiceKey, documentRoot, face, dueDay, currency },
    obligorIdentity: (await participantRow(db, obligor)).identity,
    creditorIdentity: (await participantRow(db, creditor)).identity,
    round: roundOrPolicy(word),
    policy: null,
    heldUntil: null,
    holdId: null,
    ...{ redeemed: 0n, retired: 0n, paidInFull: false, paidFace: 0n, paidPenalty: 0n },
    refusalReason: null,
    registeredAt: step.timestamp,
    confirmedAt: null,
    endedAt: null,
  };
  await db
    .insert(receivable)
    .values({ id: receivableHex(id), ...row })
    .onConflictDoUpdate(row);
  const data = { obligor, face, dueDay, currency, documentRoot, round: row.round };
  await addToHistory(db, step, { kind: "receivableRegistered", actor: creditor, receivable: id, data });
});

ponder.on("Ledger:ReceivableConfirmed", async ({ event, context: { db } }) => {
  const { id, obligor, creditor, documentRoot, word } = event.args;
  const step = stepOf(event);
  const policy = roundOrPolicy(word);
  const changed = { ...receivableFields(word), policy, confirmedAt: step.timestamp };
  const { face, currency, obligorIdentity } = await db.update(receivable, { id: receivableHex(id) }).set(changed);
  await addOutstanding(db, obligorIdentity, currency, face);
  const firstWord = BigInt(creditor) | (face << 160n);
  await openFirstSlice(db, step, sliceId(id, 0n), firstWord, obligor);
  const data = { creditor, documentRoot, face, policy };
  await addToHistory(db, step, { kind: "receivableConfirmed", actor: obligor, receivable: id, data });
});

ponder.on("Ledger:ReceivableRefused", async ({ event, context: { db } }) => {
  const { id, obligor, reason, word } = event.args;
  const step = stepOf(event);
  const changed = { ...receivableFields(word), refusalReason: reason, endedAt: step.timestamp };
  await db.update(receivable, { id: receivableHex(id) }).set(changed);
  await addToHistory(db, step, { kind: "receivableRefused", actor: obligor, receivable: id, data: { reason } });
});

ponder.on("Ledger:ReceivableCancelled", async ({ event, context: { db } }) => {
  const { id, creditor, word } = event.args;
  const step = stepOf(event);
  await db.update(receivable, { id: receivableHex(id) }).set({ ...receivableFields(word), endedAt: step.timestamp });
  await addToHistory(db, step, { kind: "receivableCancelled", actor: creditor, receivable: id });
});

/** Of a batch. The id is told by the organisations and the invoice, as far as they are known. */
ponder.on("Ledger:ConfirmationFailed", async ({ event, context: { db } }) => {
  const { obligor, creditor, invoiceKey, refusal } = event.args;
  const owing = await db.find(participant, { account: obligor });
  const owed = await db.find(participant, { account: creditor });
  const id = owing && owed ? receivableId(owing.identity, owed.identity, invoiceKey) : undefined;
  const entry = { kind: "confirmationFailed", actor: obligor, data: { creditor, invoiceKey, refusal } };
  await addToHistory(db, stepOf(event), id === undefined ? entry : { ...entry, receivable: id });
});
