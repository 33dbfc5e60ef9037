import { ponder } from "ponder:registry";
import { addToHistory } from "../tables/history.ts";
import { addLink, changeLink } from "../tables/recourse.ts";
import { explainDeskMove } from "../tables/slices.ts";
import { stepOf } from "../tables/step.ts";

/** The sale's own event tells the history that it was with recourse. */
ponder.on("RecourseDesk:RecourseRecorded", async ({ event, context: { db } }) => {
  const { linkId, link } = event.args;
  await addLink(db, stepOf(event), linkId, link, null);
});

/** A claim for other cents of the link comes right after. */
ponder.on("RecourseDesk:RecourseCarriedOn", async ({ event, context: { db } }) => {
  const { linkId, newLinkId, link } = event.args;
  await addLink(db, stepOf(event), newLinkId, link, linkId);
});

ponder.on("RecourseDesk:RecourseDemanded", async ({ event, context: { db } }) => {
  const { linkId, id, by, seller, claim, link } = event.args;
  const { amount } = claim;
  await changeLink(db, linkId, link, { demanded: amount });
  const data = { linkId, seller, amount };
  await addToHistory(db, stepOf(event), { kind: "recourseDemanded", actor: by, slice: id, data });
});

ponder.on("RecourseDesk:RecoursePaid", async ({ event, context: { db } }) => {
  const { linkId, id, payer, seller, bank, claim, link } = event.args;
  const step = stepOf(event);
  const { amount } = claim;
  await changeLink(db, linkId, link, { paid: amount, paidBy: payer, endedAt: step.timestamp });
  await explainDeskMove(db, id, "recourse", amount);
  const data = { linkId, seller, bank, amount };
  await addToHistory(db, step, { kind: "recoursePaid", actor: payer, slice: id, data });
});

ponder.on("RecourseDesk:RecourseWaived", async ({ event, context: { db } }) => {
  const { linkId, by, link } = event.args;
  const step = stepOf(event);
  await changeLink(db, linkId, link, { endedAt: step.timestamp });
  const data = { linkId, seller: link.seller, end: link.end };
  await addToHistory(db, step, { kind: "recourseWaived", actor: by, slice: link.first, data });
});
