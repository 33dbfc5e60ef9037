import { ponder } from "ponder:registry";
import { receivable } from "ponder:schema";
import { addToHistory } from "../tables/history.ts";
import { addOutstanding, countOverdue, setLimit } from "../tables/participants.ts";
import { stepOf } from "../tables/step.ts";
import { receivableFields, receivableHex } from "../tables/words.ts";

ponder.on("Ledger:OutstandingLimitSet", async ({ event, context: { db } }) => {
  const { identity, currency, by, limit } = event.args;
  await setLimit(db, identity, currency, limit);
  const data = { identity, currency, limit };
  await addToHistory(db, stepOf(event), { kind: "outstandingLimitSet", actor: by, data });
});

ponder.on("Ledger:ReceivableOverdue", async ({ event, context: { db } }) => {
  const { id, account, by, overdue, word, standing } = event.args;
  await db.update(receivable, { id: receivableHex(id) }).set(receivableFields(word));
  await countOverdue(db, account, standing, overdue);
  const data = { account, overdue };
  await addToHistory(db, stepOf(event), { kind: "receivableOverdue", actor: by, receivable: id, data });
});

ponder.on("Ledger:ReceivableDefaulted", async ({ event, context: { db } }) => {
  const { id, account, by, word } = event.args;
  await db.update(receivable, { id: receivableHex(id) }).set(receivableFields(word));
  await addToHistory(db, stepOf(event), { kind: "receivableDefaulted", actor: by, receivable: id, data: { account } });
});

ponder.on("Ledger:ReceivableWrittenOff", async ({ event, context: { db } }) => {
  const { id, account, by, document, word } = event.args;
  const row = await db.update(receivable, { id: receivableHex(id) }).set(receivableFields(word));
  await addOutstanding(db, row.obligorIdentity, row.currency, row.retired - row.face);
  const data = { account, document };
  await addToHistory(db, stepOf(event), { kind: "receivableWrittenOff", actor: by, receivable: id, data });
});

ponder.on("Ledger:ReceivableCured", async ({ event, context: { db } }) => {
  const { id, account, overdue, word, standing } = event.args;
  await db.update(receivable, { id: receivableHex(id) }).set(receivableFields(word));
  await countOverdue(db, account, standing, overdue);
  const data = { overdue };
  await addToHistory(db, stepOf(event), { kind: "receivableCured", actor: account, receivable: id, data });
});
