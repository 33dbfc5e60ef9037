import { index, onchainEnum, onchainTable } from "ponder";

export const standingOffer = onchainTable(
  "standing_offer",
  (t) => ({
    id: t.bigint().primaryKey(),
    bank: t.hex().notNull(),
    obligor: t.hex().notNull(),
    currency: t.integer().notNull(),
    ratePpm: t.integer().notNull(),
    longestTenor: t.integer().notNull(),
    smallestFace: t.bigint().notNull(),
    limit: t.bigint().notNull(),
    used: t.bigint().notNull(),
    withdrawn: t.boolean().notNull(),
    expiresAt: t.bigint().notNull(),
    postedAt: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({
    byObligor: index().on(table.obligor, table.withdrawn),
    byBank: index().on(table.bank),
  }),
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
    face: t.bigint().notNull(),
    daysToRun: t.integer().notNull(),
    ratePpm: t.integer().notNull(),
    discount: t.bigint().notNull(),
    net: t.bigint().notNull(),
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
