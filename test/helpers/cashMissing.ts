import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { toBeHex } from "ethers";
import type { TestToken } from "../../types/contracts/index.js";

const NOBODY = toBeHex(0xdead, 20);

interface Payment {
  token: TestToken;
  payer: HardhatEthersSigner;
  desk: { getAddress(): Promise<string> };
  amount: bigint;
  act: () => Promise<unknown>;
}

/** Expects the token's own error for a cent too little approved, then for a cent too little held: so much the payer is left with. */
export async function expectCashMissing({ token, payer, desk, amount, act }: Payment): Promise<void> {
  const [short, spender, held] = [amount - 1n, await desk.getAddress(), await token.balanceOf(payer)];
  const cash = token.connect(payer);
  await cash.approve(spender, short);
  await expect(act())
    .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
    .withArgs(spender, short, amount);
  await cash.approve(spender, held);
  await cash.transfer(NOBODY, held - short);
  await expect(act())
    .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
    .withArgs(payer.address, short, amount);
}
