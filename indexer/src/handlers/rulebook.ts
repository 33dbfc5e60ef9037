import { ponder } from "ponder:registry";
import { currencyToken, desk, policyVersion } from "ponder:schema";
import { hexToString } from "viem";

const DAY_COUNTS = ["ACT", "30/360"] as const;

ponder.on("Ledger:PolicyAdded", async ({ event, context: { db } }) => {
  const { version, policy } = event.args;
  const effectiveFrom = BigInt(policy.effectiveFrom);
  // The event tells of the new version; that it ends the one before follows from its start.
  if (version > 1) await db.update(policyVersion, { version: version - 1 }).set({ supersededAt: effectiveFrom });
  await db
    .insert(policyVersion)
    .values({ ...policy, version, minSlice: BigInt(policy.minSlice), effectiveFrom, supersededAt: null });
});

ponder.on("Ledger:CurrencyAdded", async ({ event, context: { db } }) => {
  const { index, currency } = event.args;
  const dayCount = DAY_COUNTS[currency.dayCount];
  if (dayCount === undefined)
    throw new Error(`Currency ${index} counts days in a way unknown here: ${currency.dayCount}`);
  await db.insert(currencyToken).values({ ...currency, index, code: hexToString(currency.code), dayCount });
});

ponder.on("Ledger:DeskAdmitted", async ({ event, context: { db } }) => {
  const { index, desk: account, powers } = event.args;
  await db.insert(desk).values({ index, account, powers, admittedAt: event.block.timestamp });
});

ponder.on("Ledger:DeskRemoved", async ({ event, context: { db } }) => {
  await db.update(desk, { index: event.args.index }).set({ powers: 0, removedAt: event.block.timestamp });
});
