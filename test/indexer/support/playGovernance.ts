import { id as hashOf } from "ethers";
import { actor } from "../../../scripts/demo/actors.ts";
import { settled } from "../../../scripts/deployment/settled.ts";
import { Authority__factory } from "../../../types/contracts/index.js";
import type { TestNetwork } from "./joinNetwork.ts";
import { latestTime } from "./latestTime.ts";

const DAY = 86_400;
const DECISION = hashOf("decision of the tests");
const DESK = "0x00000000000000000000000000000000000de5c0";

const LATER_POLICY = {
  ...{
    tenorSoftDays: 90,
    tenorHardDays: 180,
    maxHops: 7,
    minSlice: 200,
    maxSlices: 400,
    graceDays: 1,
    defaultDays: 20,
  },
  ...{ penaltyPpmPerDay: 600, utcOffsetHours: -5, requireRegistry: false, stopIssuance: false },
  ...{ consentAllowed: false, contractAbove: 5_000_000_00n, supersededAt: 0 },
};

/** A policy for later and a desk, announced and then added; the desk is removed. */
export async function playGovernance(net: TestNetwork): Promise<void> {
  const { ledger } = actor(net, "operator");
  const authority = Authority__factory.connect(net.record.addresses.accessManager, ledger.runner);
  const effectiveFrom = BigInt((await latestTime(net)) + 300 * DAY);
  const later = { ...LATER_POLICY, effectiveFrom };
  const calls = [
    ledger.interface.encodeFunctionData("addPolicy", [later, DECISION]),
    ledger.interface.encodeFunctionData("admitDesk", [DESK, 1, DECISION]),
  ];
  for (const data of calls) await settled(authority.schedule(ledger, data, 0));
  await net.clock.moveTo((await latestTime(net)) + DAY);
  await settled(ledger.addPolicy(later, DECISION));
  await settled(ledger.admitDesk(DESK, 1, DECISION));
  await settled(ledger.removeDesk(DESK, DECISION));
}
