import { index, onchainTable, primaryKey } from "ponder";
import type { RateTier } from "../../frontend/src/domain/standing-offer.ts";

/** An obligor's sliding scale for paying early. Time alone opens and ends it: compare `startsAt` and `expiresAt`. */
export const earlyPaymentProgramme = onchainTable(
  "early_payment_programme",
  (t) => ({
    id: t.bigint().primaryKey(),
    obligor: t.hex().notNull(),
    currency: t.integer().notNull(),
    startsAt: t.bigint().notNull(),
    expiresAt: t.bigint().notNull(),
    /** Any holder may accept; else those in `earlyPaymentInvitation`. */
    forAll: t.boolean().notNull(),
    paused: t.boolean().notNull(),
    withdrawn: t.boolean().notNull(),
    budget: t.bigint().notNull(),
    spent: t.bigint().notNull(),
    smallestFace: t.bigint().notNull(),
    /** The fewest days first. */
    tiers: t.json().$type<RateTier[]>().notNull(),
    postedAt: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({ byObligor: index().on(table.obligor, table.withdrawn) }),
);

export const earlyPaymentInvitation = onchainTable(
  "early_payment_invitation",
  (t) => ({
    programmeId: t.bigint().notNull(),
    /** The organisation's, which an invitation follows to a new account. */
    identity: t.hex().notNull(),
    /** The account that was named. */
    holder: t.hex().notNull(),
    invited: t.boolean().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.programmeId, table.identity] }),
    byIdentity: index().on(table.identity),
  }),
);

/** A slice given back to its obligor for cash before the due day. */
export const earlyPayment = onchainTable(
  "early_payment",
  (t) => ({
    id: t.text().primaryKey(),
    sliceId: t.hex().notNull(),
    receivableId: t.hex().notNull(),
    programmeId: t.bigint().notNull(),
    holder: t.hex().notNull(),
    obligor: t.hex().notNull(),
    face: t.bigint().notNull(),
    /** Days by which the payment was accelerated. */
    days: t.integer().notNull(),
    ratePpm: t.integer().notNull(),
    discount: t.bigint().notNull(),
    net: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({
    byHolder: index().on(table.holder),
    byReceivable: index().on(table.receivableId),
    byProgramme: index().on(table.programmeId),
  }),
);
