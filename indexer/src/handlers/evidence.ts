import { ponder } from "ponder:registry";
import { evidence, receivable, registryRecord } from "ponder:schema";
import { addToHistory } from "../tables/history.ts";
import { stepOf } from "../tables/step.ts";
import { receivableFields, receivableHex } from "../tables/words.ts";

const KINDS = ["deliveryReceipt", "debtorsNotice", "other"] as const;

ponder.on("Ledger:RegistryEntryRecorded", async ({ event, context: { db } }) => {
  const { id, by, entryHash, entryDay, word } = event.args;
  const step = stepOf(event);
  const { timestamp, txHash } = step;
  const receivableId = receivableHex(id);
  await db.update(receivable, { id: receivableId }).set(receivableFields(word));
  await db.insert(registryRecord).values({ id: step.id, receivableId, by, entryHash, entryDay, timestamp, txHash });
  const data = { entryHash, entryDay };
  await addToHistory(db, step, { kind: "registryEntryRecorded", actor: by, receivable: id, data });
});

ponder.on("Ledger:EvidenceAppended", async ({ event, context: { db } }) => {
  const { id, by, documentHash, documentDay } = event.args;
  const step = stepOf(event);
  const { timestamp, txHash } = step;
  const kind = KINDS[event.args.kind];
  if (kind === undefined) throw new Error(`A document of a kind unknown here was appended: ${event.args.kind}`);
  const document = { receivableId: receivableHex(id), kind, by, documentHash, documentDay };
  await db.insert(evidence).values({ id: step.id, ...document, timestamp, txHash });
  const data = { document: kind, documentHash, documentDay };
  await addToHistory(db, step, { kind: "evidenceAppended", actor: by, receivable: id, data });
});
