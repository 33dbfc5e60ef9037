import { ponder } from "ponder:registry";
import { receivable, registryRecord } from "ponder:schema";
import { sliceId } from "../../../frontend/src/domain/ids.ts";
import { addToHistory } from "../tables/history.ts";
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
    round: roundOrPolicy(word),
    policy: null,
    redeemed: 0n,
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
  const { face } = await db.update(receivable, { id: receivableHex(id) }).set(changed);
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

ponder.on("Ledger:RegistryEntryRecorded", async ({ event, context: { db } }) => {
  const { id, by, entryHash, entryDay, word } = event.args;
  const step = stepOf(event);
  const { timestamp, txHash } = step;
  await db.update(receivable, { id: receivableHex(id) }).set(receivableFields(word));
  const entry = { id: step.id, receivableId: receivableHex(id), by, entryHash, entryDay, timestamp, txHash };
  await db.insert(registryRecord).values(entry);
  await addToHistory(db, step, {
    kind: "registryEntryRecorded",
    actor: by,
    receivable: id,
    data: { entryHash, entryDay },
  });
});
