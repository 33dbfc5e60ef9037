import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { QuoteStruct } from "../../types/contracts/desks/DiscountDesk.js";
import type { Network } from "./network.ts";

const QUOTE = [
  { name: "id", type: "uint256" },
  { name: "word", type: "uint256" },
  { name: "bank", type: "address" },
  { name: "net", type: "uint48" },
  { name: "expiresAt", type: "uint40" },
  { name: "series", type: "uint64" },
  { name: "recourse", type: "bool" },
  { name: "limited", type: "bool" },
];

interface Change {
  signer?: Pick<HardhatEthersSigner, "signTypedData">;
  verifyingContract?: string;
  chainId?: bigint;
  quote?: Partial<QuoteStruct>;
}

/** A bank's EIP-712 quote for a slice as it is now, `net` in minor units, good for an hour. */
export async function signQuote(net: Network, slice: bigint, cash: bigint, change: Change = {}) {
  const {
    signer = net.bank,
    verifyingContract = await net.discountDesk.getAddress(),
    chainId = (await net.ethers.provider.getNetwork()).chainId,
  } = change;
  const quote = {
    id: slice,
    word: await net.ledger.sliceWordOf(slice),
    bank: net.bank.address,
    net: cash,
    expiresAt: (await net.networkHelpers.time.latest()) + 3600,
    series: await net.discountDesk.quoteSeriesOf(net.bank.address),
    recourse: false,
    limited: false,
    ...change.quote,
  };
  const domain = { name: "Tallystick Discount Desk", version: "1", chainId, verifyingContract };
  return { quote, signature: await signer.signTypedData(domain, { Quote: QUOTE }, quote) };
}
