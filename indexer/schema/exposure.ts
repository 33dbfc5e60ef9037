import { index, onchainEnum, onchainTable, primaryKey } from "ponder";

/** Whom a bank counts on for cents it has funded: who owes them, and who sold or pledged them. */
export const counterpartyKind = onchainEnum("counterparty_kind", ["obligor", "seller"]);

/** The most that a bank may have funded of a counterparty, and what it has. Organisations by their identities. */
export const exposureLimit = onchainTable(
  "exposure_limit",
  (t) => ({
    bank: t.hex().notNull(),
    kind: counterpartyKind().notNull(),
    counterparty: t.hex().notNull(),
    currency: t.integer().notNull(),
    /** 0: nothing is funded. */
    limit: t.bigint().notNull(),
    used: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.bank, table.kind, table.counterparty, table.currency] }) }),
);

/** Cents [start, end) that a bank has funded and that were not released. Those of one bank never overlap. */
export const exposureEntry = onchainTable(
  "exposure_entry",
  (t) => ({
    bank: t.hex().notNull(),
    receivableId: t.hex().notNull(),
    start: t.bigint().notNull(),
    end: t.bigint().notNull(),
    obligor: t.hex().notNull(),
    seller: t.hex().notNull(),
    currency: t.integer().notNull(),
    /** The desk that bought the cents for the bank, or has locked them for its loan. */
    desk: t.hex().notNull(),
    recordedAt: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.bank, table.receivableId, table.start] }),
    byObligor: index().on(table.bank, table.obligor),
    bySeller: index().on(table.bank, table.seller),
  }),
);
