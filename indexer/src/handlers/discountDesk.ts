import { ponder } from "ponder:registry";
import { discount, quoteSale, standingOffer } from "ponder:schema";
import { addToHistory } from "../tables/history.ts";
import { explainDeskMove } from "../tables/slices.ts";
import { addOffer, bestLeftOut, countSale, offerRow, soldReceivable } from "../tables/standingOffers.ts";
import { stepOf } from "../tables/step.ts";
import { dayBaseOf, dayCountOf, receivableHex, sliceHex } from "../tables/words.ts";

ponder.on("DiscountDesk:OfferPosted", async ({ event, context: { db } }) => {
  const { offerId: id, bank, terms } = event.args;
  const { currency, withRecourse, limited } = terms;
  const step = stepOf(event);
  const limit = BigInt(event.args.limit);
  const tiers = terms.tiers.map(({ longestDays, ratePpm }) => ({ longestDays, ratePpm }));
  const obligors = [...terms.obligors];
  await addOffer(db, {
    ...{ id, bank, currency, withRecourse, limited, tiers, obligors, limit },
    ...{ dayCount: dayCountOf(terms.dayCount), dayBase: dayBaseOf(terms.dayBase) },
    ...{ startsAt: BigInt(terms.startsAt), expiresAt: BigInt(terms.expiresAt) },
    ...{ smallestFace: BigInt(terms.smallestFace), largestFace: BigInt(terms.largestFace) },
    ...{ sellerLimit: BigInt(terms.sellerLimit), used: 0n, paused: false, withdrawn: false },
    ...{ postedAt: step.timestamp, txHash: step.txHash },
  });
  const ratesPpm = tiers.map(({ ratePpm }) => ratePpm);
  const data = { offerId: id, obligors, ratesPpm, currency, limit, withRecourse };
  await addToHistory(db, step, { kind: "standingOfferPosted", actor: bank, data });
});

ponder.on("DiscountDesk:OfferRaised", async ({ event, context: { db } }) => {
  const { offerId, bank } = event.args;
  const limit = BigInt(event.args.limit);
  const { currency } = await db.update(standingOffer, { id: offerId }).set({ limit });
  const data = { offerId, currency, limit };
  await addToHistory(db, stepOf(event), { kind: "standingOfferRaised", actor: bank, data });
});

ponder.on("DiscountDesk:OfferPaused", async ({ event, context: { db } }) => {
  const { offerId, bank } = event.args;
  await db.update(standingOffer, { id: offerId }).set({ paused: true });
  await addToHistory(db, stepOf(event), { kind: "standingOfferPaused", actor: bank, data: { offerId } });
});

ponder.on("DiscountDesk:OfferResumed", async ({ event, context: { db } }) => {
  const { offerId, bank } = event.args;
  await db.update(standingOffer, { id: offerId }).set({ paused: false });
  await addToHistory(db, stepOf(event), { kind: "standingOfferResumed", actor: bank, data: { offerId } });
});

ponder.on("DiscountDesk:OfferWithdrawn", async ({ event, context: { db } }) => {
  const { offerId, bank } = event.args;
  await db.update(standingOffer, { id: offerId }).set({ withdrawn: true });
  await addToHistory(db, stepOf(event), { kind: "standingOfferWithdrawn", actor: bank, data: { offerId } });
});

ponder.on("DiscountDesk:Discounted", async ({ event, context: { db } }) => {
  const { id, offerId, seller, bank, price, ratePpm, used, named } = event.args;
  const step = stepOf(event);
  const { timestamp, txHash } = step;
  const figures = { face: BigInt(price.face), discount: BigInt(price.discount), net: BigInt(price.net) };
  const terms = { ...figures, daysToRun: price.daysToRun, ratePpm };
  const offer = await offerRow(db, offerId);
  const { withRecourse } = offer;
  const sold = await soldReceivable(db, id >> 64n, timestamp);
  const leftOut = await bestLeftOut(db, offer, { seller, ...figures, timestamp }, sold);
  await db.insert(discount).values({
    ...{ id: step.id, sliceId: sliceHex(id), receivableId: receivableHex(id >> 64n), standingOfferId: offerId },
    ...{ seller, bank, obligor: sold.obligor, currency: sold.currency, withRecourse, ...terms },
    ...{ named, bestLeftOutId: leftOut?.id ?? null, bestLeftOutNet: leftOut?.net ?? null, timestamp, txHash },
  });
  await countSale(db, offer, { seller, face: figures.face, used: BigInt(used) });
  await explainDeskMove(db, id, "discount", figures.net);
  const data = { bank, offerId, withRecourse, ...terms };
  await addToHistory(db, step, { kind: "sliceDiscounted", actor: seller, slice: id, data });
});

ponder.on("DiscountDesk:QuoteTaken", async ({ event, context: { db } }) => {
  const { id, bank, seller, digest, recourse: withRecourse } = event.args;
  const step = stepOf(event);
  const { timestamp, txHash } = step;
  const [face, net] = [BigInt(event.args.face), BigInt(event.args.net)];
  const sold = { sliceId: sliceHex(id), receivableId: receivableHex(id >> 64n), seller, bank, digest, face, net };
  await db.insert(quoteSale).values({ id: step.id, ...sold, withRecourse, timestamp, txHash });
  await explainDeskMove(db, id, "quote", net);
  const data = { bank, digest, face, net, withRecourse };
  await addToHistory(db, step, { kind: "quoteTaken", actor: seller, slice: id, data });
});

ponder.on("DiscountDesk:QuoteCancelled", async ({ event, context: { db } }) => {
  const { bank, digest } = event.args;
  await addToHistory(db, stepOf(event), { kind: "quoteCancelled", actor: bank, data: { digest } });
});

ponder.on("DiscountDesk:QuoteSeriesEnded", async ({ event, context: { db } }) => {
  const { bank, series } = event.args;
  await addToHistory(db, stepOf(event), { kind: "quoteSeriesEnded", actor: bank, data: { series } });
});
