import type { Address } from "viem";
import { type ContractCall, contractCall } from "../../app/transaction/action.ts";
import { type OfferTerms, offerTerms } from "../../app/transaction/offerTerms.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import type { Lot } from "../../domain/standing-offer.ts";
import { discountDeskAbi } from "../../generated/contracts.ts";

interface Sale {
  price: { face: bigint; netMinor: bigint };
  need: Lot["need"];
  named: readonly (OfferTerms & { id: bigint })[];
}

/** Sells a slice at one offer, or to the best of several; for the cash needed, never for less of it or for more of the face than shown. */
export function saleCall(discountDesk: Address, slice: bigint, { price, need, named }: Sale): ContractCall {
  const desk = { address: discountDesk, abi: discountDeskAbi } as const;
  const net = uint48(price.netMinor);
  const [only, ...others] = named;
  if (need === null && only && others.length === 0) {
    return contractCall({ ...desk, functionName: "take", args: [slice, offerTerms(only), only.id, net] });
  }
  const bounds =
    need === null
      ? { cash: 0, leastNet: net, mostFace: 0 }
      : { cash: uint48(need.cash), leastNet: uint48(need.cash), mostFace: uint48(price.face) };
  const offers = named.map((offer) => ({ offerId: offer.id, terms: offerTerms(offer) }));
  return contractCall({ ...desk, functionName: "takeBest", args: [[{ id: slice, ...bounds }], offers] });
}
