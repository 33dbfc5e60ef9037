import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { toBeHex } from "ethers";
import type { Hex } from "viem";
import { receivableId } from "../../frontend/src/domain/ids.ts";
import { CONFIRMATION, signMessage } from "../../scripts/demo/typedData.ts";
import type { TermsStruct } from "../../types/contracts/interfaces/ILedger.js";
import type { Network } from "./network.ts";

interface Change {
  signer?: HardhatEthersSigner;
  /** Who registers; the supplier unless named. */
  creditor?: string;
  deadline?: number;
  /** The rulebook's version; the first unless named. */
  policy?: number;
  verifyingContract?: string;
  chainId?: bigint;
}

/** The obligor's EIP-712 confirmation of terms that the supplier registers, for one round of the registration. */
export async function signConfirmation(net: Network, terms: TermsStruct, round: number, change: Change = {}) {
  const {
    signer = net.obligor,
    creditor = net.supplier.address,
    policy = 1,
    deadline = (await net.networkHelpers.time.latest()) + 3600,
    verifyingContract = await net.ledger.getAddress(),
    chainId = (await net.ethers.provider.getNetwork()).chainId,
  } = change;
  const id = await idOf(net, terms, creditor);
  const { face, dueDay, currency, documentRoot } = terms;
  const message = { receivableId: id, creditor, face, dueDay, currency, policy, documentRoot, round, deadline };
  return { deadline, signature: await signMessage(signer, CONFIRMATION, { chainId, verifyingContract }, message) };
}

/** The id that an invoice has, or will have; the supplier's unless another creditor is named. */
export async function idOf({ ledger, supplier }: Network, terms: TermsStruct, creditor = supplier.address) {
  const identityOn = async (account: string): Promise<Hex> => {
    const word = await ledger.participantOf(account);
    return `0x${toBeHex(word >> 64n, 20).slice(2)}`;
  };
  const owing = await identityOn(terms.obligor.toString());
  return receivableId(owing, await identityOn(creditor), `0x${terms.invoiceKey.toString().slice(2)}`);
}
