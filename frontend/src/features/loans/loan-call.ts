import type { Address, Hex } from "viem";
import { type ContractCall, contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import type { LoanOffer } from "../../domain/signed-paper.ts";
import { pledgeDeskAbi } from "../../generated/contracts.ts";

export function borrowCall(pledgeDesk: Address, offer: LoanOffer, signature: Hex): ContractCall {
  return contractCall({
    address: pledgeDesk,
    abi: pledgeDeskAbi,
    functionName: "take",
    args: [handedIn(offer), signature],
  });
}

export function cancelOfferCall(pledgeDesk: Address, offer: LoanOffer): ContractCall {
  return contractCall({
    address: pledgeDesk,
    abi: pledgeDeskAbi,
    functionName: "cancelLoanOffer",
    args: [handedIn(offer)],
  });
}

/** As the ABI's types want its small numbers: at most 48 bits, exact in a float. */
function handedIn(offer: LoanOffer) {
  return {
    ...offer,
    principal: uint48(offer.principal),
    haircutPpm: Number(offer.haircutPpm),
    ratePpm: Number(offer.ratePpm),
    repayBy: Number(offer.repayBy),
    graceDays: Number(offer.graceDays),
    expiresAt: Number(offer.expiresAt),
  };
}
