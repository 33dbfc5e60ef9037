import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { QUOTE, signMessage } from "../../scripts/demo/typedData.ts";
import type { QuoteStruct } from "../../types/contracts/desks/DiscountDesk.js";
import type { Network } from "./network.ts";

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
  return { quote, signature: await signMessage(signer, QUOTE, { chainId, verifyingContract }, quote) };
}
