import { ponder } from "ponder:registry";
import { participant } from "ponder:schema";
import type { Hex } from "viem";
import { addToHistory } from "../tables/history.ts";
import { type Database, stepOf } from "../tables/step.ts";
import { participantFields } from "../tables/words.ts";

ponder.on("Ledger:ParticipantAdmitted", async ({ event, context: { db } }) => {
  const { account, by, word } = event.args;
  const step = stepOf(event);
  const fields = participantFields(word);
  await db.insert(participant).values({ account, ...fields, admittedBy: by, admittedAt: step.timestamp });
  await addToHistory(db, step, { kind: "participantAdmitted", actor: by, data: { account, roles: fields.roles } });
});

ponder.on("Ledger:ParticipantSuspended", async ({ event, context: { db } }) => {
  const { account, by, word } = event.args;
  await changeParticipant(db, account, word);
  await addToHistory(db, stepOf(event), { kind: "participantSuspended", actor: by, data: { account } });
});

ponder.on("Ledger:ParticipantRestored", async ({ event, context: { db } }) => {
  const { account, by, word } = event.args;
  await changeParticipant(db, account, word);
  await addToHistory(db, stepOf(event), { kind: "participantRestored", actor: by, data: { account } });
});

ponder.on("Ledger:StandingConsentSet", async ({ event, context: { db } }) => {
  const { account, consents, word } = event.args;
  await changeParticipant(db, account, word);
  await addToHistory(db, stepOf(event), { kind: "standingConsentSet", actor: account, data: { consents } });
});

ponder.on("Ledger:DeskEnabledSet", async ({ event, context: { db } }) => {
  const { account, desk, enabled, word } = event.args;
  await changeParticipant(db, account, word);
  await addToHistory(db, stepOf(event), { kind: "deskEnabledSet", actor: account, data: { desk, enabled } });
});

async function changeParticipant(db: Database, account: Hex, word: bigint): Promise<void> {
  await db.update(participant, { account }).set(participantFields(word));
}
