import type { PolicyStruct } from "../../types/contracts/interfaces/ILedger.js";
import { DECISION, govern } from "./governance.ts";
import type { Network } from "./network.ts";

/** A next version that the rulebook takes. */
export const NEXT_POLICY = {
  tenorSoftDays: 60,
  tenorHardDays: 120,
  maxHops: 5,
  minSlice: 1_000,
  maxSlices: 100,
  graceDays: 5,
  defaultDays: 30,
  penaltyPpmPerDay: 300,
  utcOffsetHours: 8,
  requireRegistry: true,
  stopIssuance: true,
  consentAllowed: true,
  contractAbove: 0,
  effectiveFrom: 0,
  supersededAt: 0,
} satisfies PolicyStruct;

/** Adds a version that differs from the first in what is named, in force at once. It takes a day. @returns its number. */
export async function addPolicy(net: Network, change: Partial<PolicyStruct>): Promise<bigint> {
  const { ledger } = net;
  const [
    tenorSoftDays,
    tenorHardDays,
    maxHops,
    minSlice,
    maxSlices,
    graceDays,
    defaultDays,
    penaltyPpmPerDay,
    utcOffsetHours,
    requireRegistry,
    stopIssuance,
    consentAllowed,
    contractAbove,
  ] = await ledger.policyOf(1);
  const limits = { tenorSoftDays, tenorHardDays, maxHops, minSlice, maxSlices, graceDays, defaultDays };
  const switches = { requireRegistry, stopIssuance, consentAllowed, contractAbove };
  const since = { effectiveFrom: 0, supersededAt: 0 };
  const added = { ...limits, penaltyPpmPerDay, utcOffsetHours, ...switches, ...since, ...change };
  await govern(net, ledger.interface.encodeFunctionData("addPolicy", [added, DECISION]));
  return ledger.latestPolicy();
}
