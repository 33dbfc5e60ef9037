import { index, onchainEnum, onchainTable } from "ponder";

export const sliceStatus = onchainEnum("slice_status", ["live", "merged", "redeemed"]);

export const sliceOrigin = onchainEnum("slice_origin", ["confirm", "split", "cut", "desk"]);

export const transferKind = onchainEnum("transfer_kind", [
  "confirm",
  "split",
  "payment",
  "acceptance",
  "desk",
  "discount",
  "quote",
  "merge",
  "cut",
  "succession",
  "order",
  "retirement",
  "foreclosure",
  "recourse",
  "settlement",
]);

const OFFER_STATUSES = ["open", "accepted", "refused", "withdrawn", "expired", "frozen"] as const;

export const transferOfferStatus = onchainEnum("transfer_offer_status", OFFER_STATUSES);

/** The latest slice of each id. An id that was merged away can be cut again; its earlier life is in `transfer` and `event`. */
export const slice = onchainTable(
  "slice",
  (t) => ({
    id: t.hex().primaryKey(),
    receivableId: t.hex().notNull(),
    status: sliceStatus().notNull(),
    holder: t.hex().notNull(),
    start: t.bigint().notNull(),
    end: t.bigint().notNull(),
    face: t.bigint().notNull(),
    hops: t.integer().notNull(),
    flags: t.integer().notNull(),
    sequence: t.bigint().notNull(),
    word: t.bigint().notNull(),
    origin: sliceOrigin().notNull(),
    /** The slice it was cut from; null for a receivable's first. */
    parentId: t.hex(),
    /** The slice it was merged into. */
    mergedInto: t.hex(),
    /** The open transfer offer it waits with. */
    transferOfferId: t.text(),
    /** The latest row of `slicePayment` about it. */
    lastPaymentId: t.text(),
    /** The freeze in force on it. */
    freezeId: t.text(),
    /** The latest row of `transfer` about it. */
    lastTransferId: t.text().notNull(),
    createdAt: t.bigint().notNull(),
    /** When the present holder got it. */
    heldSince: t.bigint().notNull(),
    closedAt: t.bigint(),
  }),
  (table) => ({
    byReceivable: index().on(table.receivableId, table.start),
    byHolder: index().on(table.holder, table.status),
  }),
);

/**
 * Every step in the life of a range of cents: who had it, who has it then, and for what. A split or merge has the same holder on
 * both sides, and so has a legal cut; confirm comes from the obligor and settlement returns to it.
 */
export const transfer = onchainTable(
  "transfer",
  (t) => ({
    id: t.text().primaryKey(),
    receivableId: t.hex().notNull(),
    sliceId: t.hex().notNull(),
    kind: transferKind().notNull(),
    start: t.bigint().notNull(),
    end: t.bigint().notNull(),
    from: t.hex().notNull(),
    to: t.hex().notNull(),
    hops: t.integer().notNull(),
    /** Cash paid for the slice, in minor units; null where none was. */
    price: t.bigint(),
    block: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
    logIndex: t.integer().notNull(),
  }),
  (table) => ({
    byReceivable: index().on(table.receivableId, table.block, table.logIndex),
    bySlice: index().on(table.sliceId),
    byFrom: index().on(table.from),
    byTo: index().on(table.to),
  }),
);

export const transferOffer = onchainTable(
  "transfer_offer",
  (t) => ({
    id: t.text().primaryKey(),
    sliceId: t.hex().notNull(),
    receivableId: t.hex().notNull(),
    status: transferOfferStatus().notNull(),
    from: t.hex().notNull(),
    payee: t.hex().notNull(),
    start: t.bigint().notNull(),
    end: t.bigint().notNull(),
    /** Last second at which it may be accepted. An open offer past it has lapsed, but still has to be ended. */
    until: t.bigint().notNull(),
    offeredAt: t.bigint().notNull(),
    endedAt: t.bigint(),
    endedBy: t.hex(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({
    byPayee: index().on(table.payee, table.status),
    byFrom: index().on(table.from, table.status),
    byReceivable: index().on(table.receivableId),
    bySlice: index().on(table.sliceId),
  }),
);
