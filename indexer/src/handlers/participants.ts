import { ponder } from "ponder:registry";
import { addToHistory } from "../tables/history.ts";
import { admitParticipant, changeParticipant } from "../tables/participants.ts";
import { stepOf } from "../tables/step.ts";
import { participantFields } from "../tables/words.ts";

ponder.on("Ledger:ParticipantAdmitted", async ({ event, context: { db } }) => {
  const { account, by, word } = event.args;
  const step = stepOf(event);
  await admitParticipant(db, account, word, { by, at: step.timestamp });
  const data = { account, roles: participantFields(word).roles };
  await addToHistory(db, step, { kind: "participantAdmitted", actor: by, data });
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

ponder.on("Ledger:RolesSet", async ({ event, context: { db } }) => {
  const { account, by, word } = event.args;
  await changeParticipant(db, account, word);
  const data = { account, roles: participantFields(word).roles };
  await addToHistory(db, stepOf(event), { kind: "rolesSet", actor: by, data });
});

ponder.on("Ledger:KycUntilSet", async ({ event, context: { db } }) => {
  const { account, by, word } = event.args;
  await changeParticipant(db, account, word);
  const data = { account, kycUntil: participantFields(word).kycUntil };
  await addToHistory(db, stepOf(event), { kind: "kycUntilSet", actor: by, data });
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
