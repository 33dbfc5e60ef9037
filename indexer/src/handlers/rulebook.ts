import { ponder } from "ponder:registry";
import { currencyToken, desk, policyVersion } from "ponder:schema";
import { hexToString } from "viem";
import { addToHistory } from "../tables/history.ts";
import { stepOf } from "../tables/step.ts";
import { dayCountOf } from "../tables/words.ts";

ponder.on("Ledger:PolicyAdded", async ({ event, context: { db } }) => {
  const { version, by, decision, policy } = event.args;
  const effectiveFrom = BigInt(policy.effectiveFrom);
  const amounts = { minSlice: BigInt(policy.minSlice), contractAbove: BigInt(policy.contractAbove) };
  // The event tells of the new version; that it ends the one before follows from its start.
  if (version > 1) await db.update(policyVersion, { version: version - 1 }).set({ supersededAt: effectiveFrom });
  const row = { ...policy, ...amounts, version, effectiveFrom, supersededAt: null, addedBy: by, decision };
  await db.insert(policyVersion).values(row);
  const data = { version, decision, effectiveFrom };
  await addToHistory(db, stepOf(event), { kind: "policyAdded", actor: by, data });
});

ponder.on("Ledger:CurrencyAdded", async ({ event, context: { db } }) => {
  const { index, by, decision, currency } = event.args;
  const dayCount = dayCountOf(currency.dayCount);
  const code = hexToString(currency.code);
  await db.insert(currencyToken).values({ ...currency, index, code, dayCount });
  await addToHistory(db, stepOf(event), { kind: "currencyAdded", actor: by, data: { index, code, decision } });
});

ponder.on("Ledger:DeskAdmitted", async ({ event, context: { db } }) => {
  const { index, desk: account, by, decision, powers } = event.args;
  await db.insert(desk).values({ index, account, powers, admittedAt: event.block.timestamp });
  const data = { desk: account, index, powers, decision };
  await addToHistory(db, stepOf(event), { kind: "deskAdmitted", actor: by, data });
});

ponder.on("Ledger:DeskRemoved", async ({ event, context: { db } }) => {
  const { index, desk: account, by, decision } = event.args;
  await db.update(desk, { index }).set({ powers: 0, removedAt: event.block.timestamp });
  await addToHistory(db, stepOf(event), { kind: "deskRemoved", actor: by, data: { desk: account, index, decision } });
});
