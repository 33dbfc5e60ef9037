import { ponder } from "ponder:registry";
import { kindOf, recordCents, releaseCents, setExposureLimit } from "../tables/exposure.ts";
import { addToHistory } from "../tables/history.ts";
import { stepOf } from "../tables/step.ts";

ponder.on("ExposureBook:ExposureLimitSet", async ({ event, context: { db } }) => {
  const { bank, identity, currency, by, limit } = event.args;
  const kind = kindOf(event.args.kind);
  await setExposureLimit(db, { bank, kind, counterparty: identity, currency }, limit);
  const data = { counterparty: kind, identity, currency, limit };
  await addToHistory(db, stepOf(event), { kind: "exposureLimitSet", actor: by, data });
});

/** The sale's or the loan's own event tells the history. */
ponder.on("ExposureBook:ExposureRecorded", async ({ event, context: { db } }) => {
  const { desk, ...funded } = event.args;
  await recordCents(db, stepOf(event), desk, { ...funded, end: BigInt(funded.end) });
});

ponder.on("ExposureBook:ExposureReleased", async ({ event, context: { db } }) => {
  const { by, ...released } = event.args;
  const end = BigInt(released.end);
  await releaseCents(db, { ...released, end });
  const data = { bank: released.bank, end };
  await addToHistory(db, stepOf(event), { kind: "exposureReleased", actor: by, slice: released.id, data });
});
