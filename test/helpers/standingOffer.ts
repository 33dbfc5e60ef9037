import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { OfferTermsStruct } from "../../types/contracts/desks/DiscountDesk.js";
import type { Network } from "./network.ts";

/** All a face of 48 bits can be. */
const MOST_FACE = 2n ** 48n - 1n;
const LIMIT = 15_000_000n;
const DAYS = 30;

/** An offer to buy the obligor's receivables in the first currency up to 90 days, at 3.85 % on 360 days. */
export async function offerTerms(net: Network, change: Partial<OfferTermsStruct> = {}): Promise<OfferTermsStruct> {
  return {
    currency: 1,
    dayCount: 0,
    dayBase: 360,
    withRecourse: false,
    limited: false,
    startsAt: 0,
    expiresAt: (await net.networkHelpers.time.latest()) + DAYS * 86_400,
    smallestFace: 100_000n,
    largestFace: MOST_FACE,
    sellerLimit: 0,
    tiers: [{ longestDays: 90, ratePpm: 38_500 }],
    obligors: [net.obligor.address],
    ...change,
  };
}

/** Posts such an offer in the bank's name. @returns what a seller names it by. */
export async function postOffer(
  net: Network,
  change: Partial<OfferTermsStruct> = {},
  { limit = LIMIT, bank = net.bank }: { limit?: bigint; bank?: HardhatEthersSigner } = {},
): Promise<{ offerId: bigint; terms: OfferTermsStruct }> {
  const terms = await offerTerms(net, change);
  const desk = net.discountDesk.connect(bank);
  const offerId = await desk.postOffer.staticCall(terms, limit);
  await desk.postOffer(terms, limit);
  return { offerId, terms };
}
