import { ponder } from "ponder:registry";
import { addToHistory } from "../tables/history.ts";
import { changeReplacement, proposeReplacement, replaceParticipant } from "../tables/participants.ts";
import { moveToSuccessor } from "../tables/slices.ts";
import { stepOf } from "../tables/step.ts";
import { sliceFields } from "../tables/words.ts";

ponder.on("Ledger:ReplacementProposed", async ({ event, context: { db } }) => {
  const { lost, successor, by } = event.args;
  const step = stepOf(event);
  await proposeReplacement(db, step, { lost, successor, by });
  await addToHistory(db, step, { kind: "replacementProposed", actor: by, data: { lost, successor } });
});

ponder.on("Ledger:ReplacementAgreed", async ({ event, context: { db } }) => {
  const { lost, successor, by } = event.args;
  const readyAt = BigInt(event.args.readyAt);
  await changeReplacement(db, lost, { status: "agreed", agreedBy: by, readyAt });
  const data = { lost, successor, readyAt };
  await addToHistory(db, stepOf(event), { kind: "replacementAgreed", actor: by, data });
});

ponder.on("Ledger:ReplacementVetoed", async ({ event, context: { db } }) => {
  const { lost, successor } = event.args;
  const step = stepOf(event);
  await changeReplacement(db, lost, { status: "vetoed", endedAt: step.timestamp });
  await addToHistory(db, step, { kind: "replacementVetoed", actor: lost, data: { successor } });
});

ponder.on("Ledger:ParticipantReplaced", async ({ event, context: { db } }) => {
  const { lost, successor } = event.args;
  const step = stepOf(event);
  await replaceParticipant(db, step, event.args);
  await addToHistory(db, step, { kind: "participantReplaced", actor: step.sender, data: { lost, successor } });
});

ponder.on("Ledger:SliceMovedToSuccessor", async ({ event, context: { db } }) => {
  const { id, lost, word } = event.args;
  const step = stepOf(event);
  await moveToSuccessor(db, step, id, word);
  const { holder: successor, end } = sliceFields(id, word);
  const data = { lost, successor, end };
  await addToHistory(db, step, { kind: "sliceMovedToSuccessor", actor: step.sender, slice: id, data });
});
