import { id } from "ethers";
import { type Authority, Authority__factory } from "../../types/contracts/index.js";
import type { Network } from "./network.ts";

export const GOVERNANCE_DELAY = 86_400;

export async function authorityOf({ ledger, operator }: Network): Promise<Authority> {
  return Authority__factory.connect(await ledger.authority(), operator);
}

/** The hash of the document that decides a change. */
export const DECISION = id("decision of the tests");

/** Announces a call to the ledger, waits until it may be made, and makes it, itself: the ledger wants to know who. */
export async function govern(net: Network, data: string): Promise<void> {
  const authority = await authorityOf(net);
  await authority.schedule(net.ledger, data, 0);
  await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
  await net.operator.sendTransaction({ to: net.ledger, data });
}

export async function admitDesk(net: Network, desk: string, powers: number): Promise<void> {
  await govern(net, net.ledger.interface.encodeFunctionData("admitDesk", [desk, powers, DECISION]));
}
