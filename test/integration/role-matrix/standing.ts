import { authorityOf, GOVERNANCE_DELAY } from "../../helpers/governance.ts";
import type { Network } from "../../helpers/network.ts";
import { type Caller, OFFICER_ROLE } from "./callers.ts";

/** One account for each role of the AccessManager, and no delay for the governor: what it may do is asked here, not when. */
export async function grantOffices(net: Network, everybody: readonly Caller[]) {
  const authority = await authorityOf(net);
  const grants = everybody.flatMap(({ office, address }) => (office ? [{ role: OFFICER_ROLE[office], address }] : []));
  const data = grants.map(({ role, address }) =>
    authority.interface.encodeFunctionData("grantRole", [role, address, 0]),
  );
  for (const call of data) await authority.schedule(authority, call, 0);
  await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
  for (const call of data) await net.operator.sendTransaction({ to: authority, data: call });
}

/** The caller is in the state it stands for, from now on. */
export async function disable({ ledger }: Network, { state, address }: Caller) {
  if (state === "suspended") await ledger.suspend(address);
  if (state === "expired") await ledger.setKycUntil(address, 1);
}
