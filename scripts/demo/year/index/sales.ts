import { AbiCoder, dataSlice, keccak256 } from "ethers";
import { z } from "zod";
import type { YearStage } from "../play/stage.ts";
import { type Comparison, factsOf } from "./differences.ts";
import { amount, flag, rowsOf, text, whole } from "./rows.ts";
import { sliceHex } from "./slices.ts";

const OFFER = {
  ...{ id: amount, bank: text, limit: amount, used: amount, paused: flag, withdrawn: flag, currency: whole },
  ...{ dayCount: text, dayBase: whole, withRecourse: flag, limited: flag, startsAt: amount, expiresAt: amount },
  ...{ smallestFace: amount, largestFace: amount, sellerLimit: amount, obligors: z.array(text) },
  tiers: z.array(z.object({ longestDays: whole, ratePpm: whole })),
};

/** Standing offers with all that their commitments bind, what they have bought, and the sales at quotes. */
export async function compareSales(stage: YearStage, url: string): Promise<Comparison[]> {
  return [await offers(stage, url), await sellers(stage, url), await discounts(stage, url), await quotes(stage, url)];
}

async function offers({ contracts: { discountDesk } }: YearStage, url: string): Promise<Comparison> {
  const rows = await rowsOf(url, "standingOffers", OFFER);
  const posted = await discountDesk.queryFilter(discountDesk.filters.OfferPosted());
  const [type] = discountDesk.interface.getFunction("postOffer").inputs;
  if (!type) throw new Error("The desk's terms have no type.");
  const commitment = ({ dayCount, ...terms }: (typeof rows)[number]) => {
    const encoded = AbiCoder.defaultAbiCoder().encode(
      [type],
      [{ ...terms, dayCount: ["ACT", "30/360"].indexOf(dayCount) }],
    );
    return dataSlice(keccak256(encoded), 0, 30);
  };
  const chain = posted.map(async ({ args: { offerId } }) => {
    const { bank, limit, used, paused, withdrawn, commitment: bound } = await discountDesk.offerOf(offerId);
    return [String(offerId), [bank, limit, used, paused, withdrawn, bound]] as const;
  });
  return {
    table: "standingOffer",
    index: factsOf(
      rows.map((row) => [String(row.id), [row.bank, row.limit, row.used, row.paused, row.withdrawn, commitment(row)]]),
    ),
    chain: factsOf(await Promise.all(chain)),
  };
}

/** Of the offers that limit what they buy of each: everybody who ever sold to one. */
async function sellers({ contracts: { discountDesk, ledger } }: YearStage, url: string): Promise<Comparison> {
  const rows = await rowsOf(url, "offerSellers", { offerId: amount, seller: text, bought: amount });
  const posted = await discountDesk.queryFilter(discountDesk.filters.OfferPosted());
  const limited = new Set(posted.filter(({ args }) => args.terms.sellerLimit > 0n).map(({ args }) => args.offerId));
  const sold = await discountDesk.queryFilter(discountDesk.filters.Discounted());
  const pairs = new Map(
    sold
      .filter(({ args }) => limited.has(args.offerId))
      .map(({ args: { offerId, seller } }) => [`${offerId} ${seller}`, { offerId, seller }]),
  );
  const chain = [...pairs.values()].map(async ({ offerId, seller }) => {
    const identity = `0x${((await ledger.participantOf(seller)) >> 64n).toString(16).padStart(40, "0")}`;
    return [`${offerId} ${identity}`, [await discountDesk.boughtOf(offerId, identity)]] as const;
  });
  return {
    table: "offerSeller",
    index: factsOf(rows.map(({ offerId, seller, bought }) => [`${offerId} ${seller}`, [bought]])),
    chain: factsOf(await Promise.all(chain)),
  };
}

/** A slice is sold at most once to an offer's bank: another sale of it has another seller. */
async function discounts({ contracts: { discountDesk } }: YearStage, url: string): Promise<Comparison> {
  const columns = {
    sliceId: text,
    standingOfferId: amount,
    seller: text,
    bank: text,
    face: amount,
    discount: amount,
    net: amount,
  };
  const rows = await rowsOf(url, "discounts", columns);
  const sold = await discountDesk.queryFilter(discountDesk.filters.Discounted());
  return {
    table: "discount",
    index: factsOf(
      rows.map((row) => [
        `${row.sliceId} ${row.standingOfferId} ${row.seller}`,
        [row.bank, row.face, row.discount, row.net],
      ]),
    ),
    chain: factsOf(
      sold.map(({ args: { id, offerId, seller, bank, price } }) => [
        `${sliceHex(id)} ${offerId} ${seller}`,
        [bank, price.face, price.discount, price.net],
      ]),
    ),
  };
}

async function quotes({ contracts: { discountDesk } }: YearStage, url: string): Promise<Comparison> {
  const rows = await rowsOf(url, "quoteSales", {
    digest: text,
    sliceId: text,
    seller: text,
    bank: text,
    face: amount,
    net: amount,
  });
  const taken = await discountDesk.queryFilter(discountDesk.filters.QuoteTaken());
  return {
    table: "quoteSale",
    index: factsOf(rows.map((row) => [row.digest, [row.sliceId, row.seller, row.bank, row.face, row.net]])),
    chain: factsOf(
      taken.map(({ args: { digest, id, seller, bank, face, net } }) => [
        digest,
        [sliceHex(id), seller, bank, face, net],
      ]),
    ),
  };
}
