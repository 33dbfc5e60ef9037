import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { type BytesLike, Signature } from "ethers";
import type { TestToken } from "../../types/contracts/index.js";
import type { Network } from "./network.ts";

const PERMIT = [
  { name: "owner", type: "address" },
  { name: "spender", type: "address" },
  { name: "value", type: "uint256" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
];

/** Whoever has an address and signs for it. */
type Key = Pick<HardhatEthersSigner, "address" | "signTypedData">;

interface Allowance {
  owner: Key;
  spender: string;
  value: bigint;
  /** The owner, unless a stranger signs for it. */
  signer?: Key;
  deadline?: number;
}

/** An owner's ERC-2612 word for the token, good for an hour. */
export async function signPermit({ ethers, networkHelpers }: Network, token: TestToken, allowance: Allowance) {
  const { owner, spender, value, signer = owner } = allowance;
  const deadline = allowance.deadline ?? (await networkHelpers.time.latest()) + 3600;
  const domain = {
    name: await token.name(),
    version: "1",
    chainId: (await ethers.provider.getNetwork()).chainId,
    verifyingContract: await token.getAddress(),
  };
  const nonce = await token.nonces(owner.address);
  const message = { owner: owner.address, spender, value, nonce, deadline };
  const signature: BytesLike = await signer.signTypedData(domain, { Permit: PERMIT }, message);
  const { v, r, s } = Signature.from(signature);
  return { value, deadline, v, r, s };
}
