import { encodeBytes32String } from "ethers";
import { type Network, sliceId } from "./network.ts";
import { threeHolders } from "./threeHolders.ts";

export const FACE = 10_000_000n;
export const PLENTY = 3_000_000_000_000n;
export const FREEZE_REASON = 1;
export const DOCUMENT = encodeBytes32String("court");
/** A third of the face, so that every share is rounded. */
export const PART = 3_333_333n;
/** floor(PART·e/FACE) − floor(PART·s/FACE) of [0, 7m), [7m, 9m) and [9m, 10m): 2 333 333.1, 2 999 999.7, 3 333 333. */
export const SHARES = [2_333_333n, 666_666n, 333_334n] as const;

/** Three holders, the obligor's desk, and a court that cuts by freezing. */
export async function partPayments(net: Network) {
  const held = await threeHolders(net);
  const { ledger, supervisor } = net;
  const until = held.dueDay * 86_400 * 2;
  const freeze = (covering: bigint, from: bigint, to: bigint) =>
    ledger.connect(supervisor).freeze(covering, from, to, FREEZE_REASON, DOCUMENT, until);
  const release = (...ids: bigint[]) => ledger.connect(supervisor).release(ids, DOCUMENT);
  const at = (start: bigint) => sliceId(held.id, start);
  return { ...held, desk: net.settlementDesk.connect(net.obligor), freeze, release, at };
}
