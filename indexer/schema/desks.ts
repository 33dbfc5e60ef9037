import { index, onchainEnum, onchainTable, primaryKey } from "ponder";
import type { DayBase, DayCount } from "../../frontend/src/domain/day-count.ts";
import type { RateTier } from "../../frontend/src/domain/standing-offer.ts";

/** A bank's offer with all its terms: whoever takes it hands them in again. Time alone opens and ends it: compare `startsAt` and `expiresAt`. */
export const standingOffer = onchainTable(
  "standing_offer",
  (t) => ({
    id: t.bigint().primaryKey(),
    bank: t.hex().notNull(),
    currency: t.integer().notNull(),
    dayCount: t.text().$type<DayCount>().notNull(),
    dayBase: t.integer().$type<DayBase>().notNull(),
    withRecourse: t.boolean().notNull(),
    /** The bank's exposure limits apply. */
    limited: t.boolean().notNull(),
    startsAt: t.bigint().notNull(),
    expiresAt: t.bigint().notNull(),
    smallestFace: t.bigint().notNull(),
    largestFace: t.bigint().notNull(),
    /** Most face bought of one organisation in all; 0: no such limit. */
    sellerLimit: t.bigint().notNull(),
    /** The shortest tenor first. */
    tiers: t.json().$type<RateTier[]>().notNull(),
    /** In the bank's order. `obligors_has` finds the offers for one. */
    obligors: t.hex().array().notNull(),
    limit: t.bigint().notNull(),
    used: t.bigint().notNull(),
    paused: t.boolean().notNull(),
    withdrawn: t.boolean().notNull(),
    postedAt: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({ byBank: index().on(table.bank) }),
);

/** The newest offers for an obligor that were open when the latest of them was posted. */
export const obligorMarket = onchainTable(
  "obligor_market",
  (t) => ({
    obligor: t.hex().notNull(),
    currency: t.integer().notNull(),
    offers: t.bigint().array().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.obligor, table.currency] }) }),
);

/** What an offer with a limit for each seller has bought of one. */
export const offerSeller = onchainTable(
  "offer_seller",
  (t) => ({
    offerId: t.bigint().notNull(),
    /** The organisation's identity. */
    seller: t.hex().notNull(),
    bought: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.offerId, table.seller] }), bySeller: index().on(table.seller) }),
);

export const discount = onchainTable(
  "discount",
  (t) => ({
    id: t.text().primaryKey(),
    sliceId: t.hex().notNull(),
    receivableId: t.hex().notNull(),
    standingOfferId: t.bigint().notNull(),
    seller: t.hex().notNull(),
    bank: t.hex().notNull(),
    obligor: t.hex().notNull(),
    currency: t.integer().notNull(),
    withRecourse: t.boolean().notNull(),
    face: t.bigint().notNull(),
    daysToRun: t.integer().notNull(),
    ratePpm: t.integer().notNull(),
    discount: t.bigint().notNull(),
    net: t.bigint().notNull(),
    /** How many offers the seller named. */
    named: t.integer().notNull(),
    /** The best other open offer of the same recourse kind that would have paid more for the face sold; null if there was none. */
    bestLeftOutId: t.bigint(),
    bestLeftOutNet: t.bigint(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({
    bySeller: index().on(table.seller),
    byBank: index().on(table.bank),
    byReceivable: index().on(table.receivableId),
    byOffer: index().on(table.standingOfferId),
  }),
);

/** A slice sold at the price that its bank had signed for it. */
export const quoteSale = onchainTable(
  "quote_sale",
  (t) => ({
    id: t.text().primaryKey(),
    sliceId: t.hex().notNull(),
    receivableId: t.hex().notNull(),
    seller: t.hex().notNull(),
    bank: t.hex().notNull(),
    digest: t.hex().notNull(),
    withRecourse: t.boolean().notNull(),
    face: t.bigint().notNull(),
    net: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({ bySeller: index().on(table.seller), byBank: index().on(table.bank) }),
);

/** `full`: all that was still owed; `part`: less; `early`: named slices before the due day. */
export const paymentKind = onchainEnum("payment_kind", ["full", "part", "early"]);

/** One payment of an obligor for a receivable; how it reached the holders is in `slicePayment`. */
export const payment = onchainTable(
  "payment",
  (t) => ({
    id: t.text().primaryKey(),
    receivableId: t.hex().notNull(),
    kind: paymentKind().notNull(),
    obligor: t.hex().notNull(),
    face: t.bigint().notNull(),
    penalty: t.bigint().notNull(),
    daysLate: t.integer().notNull(),
    /** Kept by the desk at that moment for slices not yet paid out. */
    collected: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({ byObligor: index().on(table.obligor), byReceivable: index().on(table.receivableId) }),
);

export const slicePayment = onchainTable(
  "slice_payment",
  (t) => ({
    id: t.text().primaryKey(),
    sliceId: t.hex().notNull(),
    receivableId: t.hex().notNull(),
    /** Who was paid: the account in force of the slice's holder. */
    holder: t.hex().notNull(),
    /** Face and penalty. */
    amount: t.bigint().notNull(),
    /** The holder could not receive; the money waits for it to claim. */
    setAside: t.boolean().notNull(),
    /** The slice secured a loan: the money waits for this desk, which pays lender and borrower. */
    lockedBy: t.integer(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({
    byReceivable: index().on(table.receivableId),
    bySlice: index().on(table.sliceId),
    byHolder: index().on(table.holder),
  }),
);

/** Money taken later by a holder for which it was set aside. */
export const claim = onchainTable(
  "claim",
  (t) => ({
    id: t.text().primaryKey(),
    holder: t.hex().notNull(),
    to: t.hex().notNull(),
    currency: t.integer().notNull(),
    amount: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({ byHolder: index().on(table.holder) }),
);
