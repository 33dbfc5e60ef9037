import { type BaseContract, Contract, ContractFactory, type ContractTransactionResponse, type Signer } from "ethers";
import type { Compiled } from "./compile.ts";

export const FACE = 10_000_000n;
export const PART = 500_000n;
export const PRICE = 9_900_000n;
export const DEADLINE_DAY = 25_000n;

/** One operation of the comparison, in gas; null where the peer has no such thing. */
export interface Figures {
  registerAndConfirmBySignature: number | null;
  split1: number | null;
  split10: number | null;
  transfer: number | null;
  discount: number | null;
  settle10: number | null;
}

/** A contract whose functions are known by its ABI only. */
export type Peer = Contract;

export async function deploy(by: Signer, { abi, bytecode }: Compiled, ...args: unknown[]): Promise<Peer> {
  const deployed: BaseContract = await new ContractFactory(abi, bytecode, by).deploy(...args);
  await deployed.waitForDeployment();
  return new Contract(await deployed.getAddress(), abi, by);
}

export function at(address: string, { abi }: Compiled, by: Signer): Peer {
  return new Contract(address, abi, by);
}

/** Sends a call and waits. @returns the receipt's gasUsed */
export async function send(peer: Peer, by: Signer, name: string, ...args: unknown[]): Promise<number> {
  const connected = peer.connect(by);
  const sent: ContractTransactionResponse = await connected.getFunction(name).send(...args);
  const receipt = await sent.wait();
  if (receipt === null) throw new Error(`${name} was not mined`);
  return Number(receipt.gasUsed);
}
