import { index, onchainEnum, onchainTable, primaryKey } from "ponder";

export const alertRule = onchainEnum("alert_rule", ["manyParts", "smallParts", "roundTrip", "backToObligor"]);

/**
 * What a rule about the whole history has found; see `frontend/src/domain/alerts`. What time or all holdings together make
 * (overdue, concentration) is asked for when it is read.
 */
export const alert = onchainTable(
  "alert",
  (t) => ({
    id: t.text().primaryKey(),
    rule: alertRule().notNull(),
    receivableId: t.hex().notNull(),
    currency: t.integer().notNull(),
    /** Who split, or to whom the cents came back. */
    account: t.hex().notNull(),
    identity: t.hex().notNull(),
    /** Face of the parts counted, or the cents that came back. */
    amount: t.bigint().notNull(),
    /** What was counted, and above what the rule fires; null where nothing is counted. */
    figure: t.integer(),
    threshold: t.integer(),
    /** Transactions that show it, the oldest first. */
    evidence: t.hex().array().notNull(),
    firstAt: t.bigint().notNull(),
    lastAt: t.bigint().notNull(),
  }),
  (table) => ({
    byTime: index().on(table.lastAt),
    byRule: index().on(table.rule, table.lastAt),
    byReceivable: index().on(table.receivableId),
    byIdentity: index().on(table.identity),
  }),
);

/** What splits made of a receivable in a day of its policy's zone. */
export const splitDay = onchainTable(
  "split_day",
  (t) => ({
    receivableId: t.hex().notNull(),
    day: t.integer().notNull(),
    parts: t.integer().notNull(),
    smallParts: t.integer().notNull(),
    face: t.bigint().notNull(),
    smallFace: t.bigint().notNull(),
    firstAt: t.bigint().notNull(),
    transactions: t.hex().array().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.receivableId, table.day] }) }),
);

/** All cents of a receivable that an organisation ever held: bounds of ranges, ascending, two by two. */
export const pastHolding = onchainTable(
  "past_holding",
  (t) => ({
    receivableId: t.hex().notNull(),
    identity: t.hex().notNull(),
    bounds: t.bigint().array().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.receivableId, table.identity] }) }),
);
