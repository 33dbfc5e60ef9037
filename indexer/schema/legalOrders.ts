import { index, onchainEnum, onchainTable } from "ponder";

/** `renewed`: a later order has taken its place on the same slice. */
export const freezeStatus = onchainEnum("freeze_status", ["inForce", "renewed", "released", "transferred"]);

export const orderStatus = onchainEnum("order_status", ["open", "carriedOut"]);

/** Cents frozen by legal order. One past `until` still has to be released, which anyone may do. */
export const freeze = onchainTable(
  "freeze",
  (t) => ({
    id: t.text().primaryKey(),
    sliceId: t.hex().notNull(),
    receivableId: t.hex().notNull(),
    start: t.bigint().notNull(),
    end: t.bigint().notNull(),
    status: freezeStatus().notNull(),
    by: t.hex().notNull(),
    reason: t.integer().notNull(),
    document: t.hex().notNull(),
    until: t.bigint().notNull(),
    frozenAt: t.bigint().notNull(),
    endedAt: t.bigint(),
    endedBy: t.hex(),
    /** Of the order that ended it; null when it had run out. */
    endDocument: t.hex(),
  }),
  (table) => ({
    byReceivable: index().on(table.receivableId, table.status),
    bySlice: index().on(table.sliceId),
  }),
);

/** A transfer ordered by a court, good for the slice's word as it was. The id is the ledger's own key of the order. */
export const orderedTransfer = onchainTable(
  "ordered_transfer",
  (t) => ({
    id: t.hex().primaryKey(),
    sliceId: t.hex().notNull(),
    receivableId: t.hex().notNull(),
    word: t.bigint().notNull(),
    to: t.hex().notNull(),
    document: t.hex().notNull(),
    status: orderStatus().notNull(),
    by: t.hex().notNull(),
    /** Last second at which it may be carried out. */
    until: t.bigint().notNull(),
    orderedAt: t.bigint().notNull(),
    carriedOutBy: t.hex(),
    carriedOutAt: t.bigint(),
  }),
  (table) => ({ bySlice: index().on(table.sliceId), byStatus: index().on(table.status) }),
);
