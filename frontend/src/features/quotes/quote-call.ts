import type { Address, Hex } from "viem";
import { type ContractCall, contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import type { Quote } from "../../domain/signed-paper.ts";
import { discountDeskAbi } from "../../generated/contracts.ts";

export function takeQuoteCall(discountDesk: Address, quote: Quote, signature: Hex): ContractCall {
  return contractCall({
    address: discountDesk,
    abi: discountDeskAbi,
    functionName: "takeQuote",
    args: [handedIn(quote), signature],
  });
}

export function cancelQuoteCall(discountDesk: Address, quote: Quote): ContractCall {
  return contractCall({
    address: discountDesk,
    abi: discountDeskAbi,
    functionName: "cancelQuote",
    args: [handedIn(quote)],
  });
}

/** As the ABI's types want its small numbers; 40 bits fit into a float's 53. */
function handedIn(quote: Quote) {
  return { ...quote, net: uint48(quote.net), expiresAt: Number(quote.expiresAt) };
}
