import { AbstractSigner } from "ethers";
import type { Actor } from "../../../scripts/demo/actors.ts";
import { LOAN_OFFER, QUOTE, signMessage } from "../../../scripts/demo/typedData.ts";
import type { TestNetwork } from "./joinNetwork.ts";

const PAPER = { discountDesk: QUOTE, pledgeDesk: LOAN_OFFER } as const;

/** A bank's word off chain, for the desk that takes such words. */
export function signPaper(
  { record }: TestNetwork,
  { ledger: { runner } }: Actor,
  desk: keyof typeof PAPER,
  message: Record<string, unknown>,
): Promise<string> {
  if (!(runner instanceof AbstractSigner)) throw new Error("The bank has no key to sign with.");
  const place = { chainId: record.chainId, verifyingContract: record.addresses[desk] };
  return signMessage(runner, PAPER[desk], place, message);
}
