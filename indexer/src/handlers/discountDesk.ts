import { ponder } from "ponder:registry";
import { discount, quoteSale, standingOffer } from "ponder:schema";
import { addToHistory } from "../tables/history.ts";
import { explainDeskMove } from "../tables/slices.ts";
import { stepOf } from "../tables/step.ts";
import { receivableHex, sliceHex } from "../tables/words.ts";

ponder.on("DiscountDesk:OfferPosted", async ({ event, context: { db } }) => {
  const { offerId: id, bank, obligor, offer } = event.args;
  const step = stepOf(event);
  const { currency, ratePpm, longestTenor, withdrawn } = offer;
  const amounts = { limit: BigInt(offer.limit), used: BigInt(offer.used), smallestFace: BigInt(offer.smallestFace) };
  const posted = { expiresAt: BigInt(offer.expiresAt), postedAt: step.timestamp, txHash: step.txHash };
  const row = { id, bank, obligor, currency, ratePpm, longestTenor, withdrawn, ...amounts, ...posted };
  await db.insert(standingOffer).values(row);
  const data = { offerId: id, obligor, ratePpm, limit: amounts.limit };
  await addToHistory(db, step, { kind: "standingOfferPosted", actor: bank, data });
});

ponder.on("DiscountDesk:OfferWithdrawn", async ({ event, context: { db } }) => {
  const { offerId, bank } = event.args;
  await db.update(standingOffer, { id: offerId }).set({ withdrawn: true });
  await addToHistory(db, stepOf(event), { kind: "standingOfferWithdrawn", actor: bank, data: { offerId } });
});

ponder.on("DiscountDesk:Discounted", async ({ event, context: { db } }) => {
  const { id, offerId, seller, bank, price, ratePpm, used } = event.args;
  const step = stepOf(event);
  const figures = { face: BigInt(price.face), discount: BigInt(price.discount), net: BigInt(price.net) };
  const terms = { ...figures, daysToRun: price.daysToRun, ratePpm };
  await db.insert(discount).values({
    id: step.id,
    sliceId: sliceHex(id),
    receivableId: receivableHex(id >> 64n),
    standingOfferId: offerId,
    seller,
    bank,
    ...terms,
    timestamp: step.timestamp,
    txHash: step.txHash,
  });
  await db.update(standingOffer, { id: offerId }).set({ used: BigInt(used) });
  await explainDeskMove(db, id, "discount", figures.net);
  await addToHistory(db, step, {
    kind: "sliceDiscounted",
    actor: seller,
    slice: id,
    data: { bank, offerId, ...terms },
  });
});

ponder.on("DiscountDesk:QuoteTaken", async ({ event, context: { db } }) => {
  const { id, bank, seller, digest } = event.args;
  const step = stepOf(event);
  const { timestamp, txHash } = step;
  const [face, net] = [BigInt(event.args.face), BigInt(event.args.net)];
  const sold = { sliceId: sliceHex(id), receivableId: receivableHex(id >> 64n), seller, bank, digest, face, net };
  await db.insert(quoteSale).values({ id: step.id, ...sold, timestamp, txHash });
  await explainDeskMove(db, id, "quote", net);
  await addToHistory(db, step, { kind: "quoteTaken", actor: seller, slice: id, data: { bank, digest, face, net } });
});

ponder.on("DiscountDesk:QuoteCancelled", async ({ event, context: { db } }) => {
  const { bank, digest } = event.args;
  await addToHistory(db, stepOf(event), { kind: "quoteCancelled", actor: bank, data: { digest } });
});

ponder.on("DiscountDesk:QuoteSeriesEnded", async ({ event, context: { db } }) => {
  const { bank, series } = event.args;
  await addToHistory(db, stepOf(event), { kind: "quoteSeriesEnded", actor: bank, data: { series } });
});
