import { ponder } from "ponder:registry";
import { earlyPayment, earlyPaymentInvitation, earlyPaymentProgramme } from "ponder:schema";
import { addToHistory } from "../tables/history.ts";
import { explainDeskMove } from "../tables/slices.ts";
import { stepOf } from "../tables/step.ts";
import { receivableHex, sliceHex } from "../tables/words.ts";

ponder.on("EarlyPaymentDesk:ProgrammePosted", async ({ event, context: { db } }) => {
  const { programmeId: id, obligor, programme } = event.args;
  const step = stepOf(event);
  const { currency, forAll, paused, withdrawn, budget, spent } = programme;
  const tiers = event.args.tiers.map(({ longestDays, ratePpm }) => ({ longestDays, ratePpm }));
  await db.insert(earlyPaymentProgramme).values({
    ...{ id, obligor, currency, forAll, paused, withdrawn, budget, spent, tiers },
    ...{ startsAt: BigInt(programme.startsAt), expiresAt: BigInt(programme.expiresAt) },
    ...{ smallestFace: BigInt(programme.smallestFace), postedAt: step.timestamp, txHash: step.txHash },
  });
  const data = { programmeId: id, currency, budget, ratesPpm: tiers.map(({ ratePpm }) => ratePpm) };
  await addToHistory(db, step, { kind: "programmePosted", actor: obligor, data });
});

ponder.on("EarlyPaymentDesk:ProgrammeBudgetRaised", async ({ event, context: { db } }) => {
  const { programmeId, obligor, budget } = event.args;
  const { currency } = await db.update(earlyPaymentProgramme, { id: programmeId }).set({ budget });
  const data = { programmeId, currency, budget };
  await addToHistory(db, stepOf(event), { kind: "programmeBudgetRaised", actor: obligor, data });
});

ponder.on("EarlyPaymentDesk:ProgrammePaused", async ({ event, context: { db } }) => {
  const { programmeId, obligor } = event.args;
  await db.update(earlyPaymentProgramme, { id: programmeId }).set({ paused: true });
  await addToHistory(db, stepOf(event), { kind: "programmePaused", actor: obligor, data: { programmeId } });
});

ponder.on("EarlyPaymentDesk:ProgrammeResumed", async ({ event, context: { db } }) => {
  const { programmeId, obligor } = event.args;
  await db.update(earlyPaymentProgramme, { id: programmeId }).set({ paused: false });
  await addToHistory(db, stepOf(event), { kind: "programmeResumed", actor: obligor, data: { programmeId } });
});

ponder.on("EarlyPaymentDesk:ProgrammeWithdrawn", async ({ event, context: { db } }) => {
  const { programmeId, obligor } = event.args;
  await db.update(earlyPaymentProgramme, { id: programmeId }).set({ withdrawn: true });
  await addToHistory(db, stepOf(event), { kind: "programmeWithdrawn", actor: obligor, data: { programmeId } });
});

ponder.on("EarlyPaymentDesk:HolderInvited", async ({ event, context: { db } }) => {
  const { programmeId, holder, identity, invited } = event.args;
  const programme = await db.find(earlyPaymentProgramme, { id: programmeId });
  if (programme === null)
    throw new Error(`Somebody was invited to programme ${programmeId}, which no event has posted.`);
  await db
    .insert(earlyPaymentInvitation)
    .values({ programmeId, identity, holder, invited })
    .onConflictDoUpdate({ holder, invited });
  const data = { programmeId, holder, invited };
  await addToHistory(db, stepOf(event), { kind: "holderInvited", actor: programme.obligor, data });
});

ponder.on("EarlyPaymentDesk:PaidEarly", async ({ event, context: { db } }) => {
  const { id, programmeId, holder, obligor, price, ratePpm, spent } = event.args;
  const step = stepOf(event);
  const [face, discount, net] = [BigInt(price.face), BigInt(price.discount), BigInt(price.net)];
  const terms = { face, days: price.daysToRun, ratePpm, discount, net };
  await db.insert(earlyPayment).values({
    ...{ id: step.id, sliceId: sliceHex(id), receivableId: receivableHex(id >> 64n) },
    ...{ programmeId, holder, obligor, ...terms, timestamp: step.timestamp, txHash: step.txHash },
  });
  await db.update(earlyPaymentProgramme, { id: programmeId }).set({ spent });
  await explainDeskMove(db, id, "retirement", net);
  const data = { programmeId, obligor, ...terms };
  await addToHistory(db, step, { kind: "slicePaidEarly", actor: holder, slice: id, data });
});
