import type { TermsStruct } from "../../types/contracts/ledger/Ledger.js";
import type { Network } from "./network.ts";

const CONFIRMATION = [
  { name: "receivableId", type: "uint192" },
  { name: "creditor", type: "address" },
  { name: "face", type: "uint48" },
  { name: "dueDay", type: "uint16" },
  { name: "currency", type: "uint8" },
  { name: "policy", type: "uint16" },
  { name: "documentRoot", type: "bytes32" },
  { name: "round", type: "uint16" },
  { name: "deadline", type: "uint256" },
];

/** The obligor's EIP-712 confirmation of terms that the supplier registers, for one round of the registration. */
export async function signConfirmation(net: Network, terms: TermsStruct, round: number) {
  const { chainId } = await net.ethers.provider.getNetwork();
  const verifyingContract = await net.ledger.getAddress();
  const domain = { name: "Tallystick Ledger", version: "1", chainId, verifyingContract };
  const deadline = (await net.networkHelpers.time.latest()) + 3600;
  const receivableId = await net.ledger.connect(net.supplier).register.staticCall(terms);
  const creditor = net.supplier.address;
  const { face, dueDay, currency, documentRoot } = terms;
  const message = { receivableId, creditor, face, dueDay, currency, policy: 1, documentRoot, round, deadline };
  const signature = await net.obligor.signTypedData(domain, { Confirmation: CONFIRMATION }, message);
  return { deadline, signature };
}
