import { index, onchainEnum, onchainTable, primaryKey } from "ponder";

const REPLACEMENT_STATUSES = ["proposed", "agreed", "proposedAnew", "vetoed", "carriedOut"] as const;

export const replacementStatus = onchainEnum("replacement_status", REPLACEMENT_STATUSES);

export const participant = onchainTable(
  "participant",
  (t) => ({
    account: t.hex().primaryKey(),
    identity: t.hex().notNull(),
    roles: t.integer().notNull(),
    suspended: t.boolean().notNull(),
    standingConsent: t.boolean().notNull(),
    replaced: t.boolean().notNull(),
    /** It owes a receivable that was reported overdue and is not cured. Of a replaced account: as it was then. */
    overdue: t.boolean().notNull(),
    /** Bit n: desk n may move this participant's slices. */
    desks: t.bigint().notNull(),
    kycUntil: t.integer().notNull(),
    word: t.bigint().notNull(),
    admittedBy: t.hex().notNull(),
    admittedAt: t.bigint().notNull(),
    /** The account that took its place; that one may have been replaced in turn. */
    successor: t.hex(),
    /** The open row of `keyReplacement`. */
    replacementId: t.text(),
  }),
  (table) => ({ byIdentity: index().on(table.identity) }),
);

/** One identity with the account that acts for it now. */
export const organisation = onchainTable("organisation", (t) => ({
  identity: t.hex().primaryKey(),
  account: t.hex().notNull(),
  /** How many of its receivables are reported overdue and not cured. */
  overdue: t.integer().notNull(),
}));

/** What an organisation owes in a currency: confirmed and not redeemed. */
export const obligorStanding = onchainTable(
  "obligor_standing",
  (t) => ({
    identity: t.hex().notNull(),
    currency: t.integer().notNull(),
    outstanding: t.bigint().notNull(),
    /** Most it may owe; 0: no limit was set. */
    limit: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.identity, table.currency] }) }),
);

/** A lost key on its way to being replaced. */
export const keyReplacement = onchainTable(
  "key_replacement",
  (t) => ({
    id: t.text().primaryKey(),
    lost: t.hex().notNull(),
    successor: t.hex().notNull(),
    status: replacementStatus().notNull(),
    proposedBy: t.hex().notNull(),
    proposedAt: t.bigint().notNull(),
    agreedBy: t.hex(),
    /** Second from which anyone may carry it out; null until it is agreed. */
    readyAt: t.bigint(),
    endedAt: t.bigint(),
  }),
  (table) => ({ byLost: index().on(table.lost) }),
);
