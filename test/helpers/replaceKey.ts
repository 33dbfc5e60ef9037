import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { Network } from "./network.ts";

export const NOTICE = 7 * 86_400;

/** Proposed by the operator and agreed by the supervisor; the notice period has begun. @returns the second from which it is ready. */
export async function agreeReplacement(net: Network, lost: HardhatEthersSigner, successor: HardhatEthersSigner) {
  await net.ledger.proposeReplacement(lost.address, successor.address);
  await net.ledger.connect(net.supervisor).agreeReplacement(lost.address, successor.address);
  return Number((await net.ledger.replacementOf(lost.address)).readyAt);
}

/** The whole procedure; seven days pass. */
export async function replaceKey(net: Network, lost: HardhatEthersSigner, successor: HardhatEthersSigner) {
  await agreeReplacement(net, lost, successor);
  await net.networkHelpers.time.increase(NOTICE);
  await net.ledger.connect(net.outsider).replaceKey(lost.address);
}
