import { index, onchainEnum, onchainTable } from "ponder";

/**
 * What happened on the ledger, rebuilt from events alone. Conventions:
 * - receivableId is 24 bytes of hex and sliceId 32 (`receivableId << 64 | start`), always padded, lower case; offer ids are numbers.
 * - money is bigint minor units of the receivable's currency; ranges are cents [start, end); days are days since 1970-01-01.
 * - words are the ledger's own, as bigint; the columns beside them are their fields.
 * - due, overdue, lapsed and expired are made by time alone: compare dueDay, until or expiresAt with the chain's clock.
 */

const RECEIVABLE_STATUSES = ["registered", "refused", "cancelled", "confirmed", "settled", "writtenOff"] as const;
export const receivableStatus = onchainEnum("receivable_status", RECEIVABLE_STATUSES);
export const sliceStatus = onchainEnum("slice_status", ["live", "merged", "redeemed"]);
export const sliceOrigin = onchainEnum("slice_origin", ["confirm", "split"]);
export const transferKind = onchainEnum("transfer_kind", [
  "confirm",
  "split",
  "payment",
  "acceptance",
  "desk",
  "discount",
  "merge",
  "settlement",
]);
const OFFER_STATUSES = ["open", "accepted", "refused", "withdrawn", "expired"] as const;
export const transferOfferStatus = onchainEnum("transfer_offer_status", OFFER_STATUSES);

export const participant = onchainTable(
  "participant",
  (t) => ({
    account: t.hex().primaryKey(),
    identity: t.hex().notNull(),
    roles: t.integer().notNull(),
    suspended: t.boolean().notNull(),
    standingConsent: t.boolean().notNull(),
    replaced: t.boolean().notNull(),
    /** Bit n: desk n may move this participant's slices. */
    desks: t.bigint().notNull(),
    kycUntil: t.integer().notNull(),
    word: t.bigint().notNull(),
    admittedBy: t.hex().notNull(),
    admittedAt: t.bigint().notNull(),
  }),
  (table) => ({ byIdentity: index().on(table.identity) }),
);

export const receivable = onchainTable(
  "receivable",
  (t) => ({
    id: t.hex().primaryKey(),
    status: receivableStatus().notNull(),
    obligor: t.hex().notNull(),
    creditor: t.hex().notNull(),
    invoiceKey: t.hex().notNull(),
    documentRoot: t.hex().notNull(),
    face: t.bigint().notNull(),
    dueDay: t.integer().notNull(),
    currency: t.integer().notNull(),
    /** Version it was confirmed under. */
    policy: t.integer(),
    /** How often this id has been registered; a signed confirmation names it. */
    round: t.integer().notNull(),
    registryRecorded: t.boolean().notNull(),
    paidInto: t.boolean().notNull(),
    held: t.boolean().notNull(),
    reportedOverdue: t.boolean().notNull(),
    /** Cents burnt so far. */
    redeemed: t.bigint().notNull(),
    refusalReason: t.integer(),
    word: t.bigint().notNull(),
    registeredAt: t.bigint().notNull(),
    confirmedAt: t.bigint(),
    endedAt: t.bigint(),
  }),
  (table) => ({
    byObligor: index().on(table.obligor, table.status),
    byCreditor: index().on(table.creditor, table.status),
    byStatus: index().on(table.status),
  }),
);

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
 * both sides; confirm comes from the obligor and settlement returns to it.
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

export const registryRecord = onchainTable(
  "registry_record",
  (t) => ({
    id: t.text().primaryKey(),
    receivableId: t.hex().notNull(),
    by: t.hex().notNull(),
    entryHash: t.hex().notNull(),
    entryDay: t.integer().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({ byReceivable: index().on(table.receivableId) }),
);

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

/** What an obligor paid for a receivable; how it reached the holders is in `slicePayment`. */
export const payment = onchainTable(
  "payment",
  (t) => ({
    receivableId: t.hex().primaryKey(),
    obligor: t.hex().notNull(),
    face: t.bigint().notNull(),
    penalty: t.bigint().notNull(),
    daysLate: t.integer().notNull(),
    /** Kept by the desk at that moment for slices not yet paid out. */
    collected: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({ byObligor: index().on(table.obligor) }),
);

export const slicePayment = onchainTable(
  "slice_payment",
  (t) => ({
    sliceId: t.hex().primaryKey(),
    receivableId: t.hex().notNull(),
    holder: t.hex().notNull(),
    /** Face and penalty. */
    amount: t.bigint().notNull(),
    /** The holder could not receive; the money waits for it to claim. */
    setAside: t.boolean().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({
    byReceivable: index().on(table.receivableId),
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

export const policyVersion = onchainTable("policy_version", (t) => ({
  version: t.integer().primaryKey(),
  tenorSoftDays: t.integer().notNull(),
  tenorHardDays: t.integer().notNull(),
  maxHops: t.integer().notNull(),
  minSlice: t.bigint().notNull(),
  maxSlices: t.integer().notNull(),
  graceDays: t.integer().notNull(),
  penaltyPpmPerDay: t.integer().notNull(),
  utcOffsetHours: t.integer().notNull(),
  requireRegistry: t.boolean().notNull(),
  stopIssuance: t.boolean().notNull(),
  effectiveFrom: t.bigint().notNull(),
  supersededAt: t.bigint(),
}));

/** A currency and the token that pays it. */
export const currencyToken = onchainTable("currency_token", (t) => ({
  index: t.integer().primaryKey(),
  code: t.text().notNull(),
  token: t.hex().notNull(),
  tokenDecimals: t.integer().notNull(),
  minorDigits: t.integer().notNull(),
  dayCount: t.text().notNull(),
  dayBase: t.integer().notNull(),
}));

export const desk = onchainTable("desk", (t) => ({
  index: t.integer().primaryKey(),
  account: t.hex().notNull(),
  powers: t.integer().notNull(),
  admittedAt: t.bigint().notNull(),
  removedAt: t.bigint(),
}));

/** The history: every step with its actor, time and figures. `data` holds amounts and ids as text. */
export const event = onchainTable(
  "event",
  (t) => ({
    id: t.text().primaryKey(),
    kind: t.text().notNull(),
    actor: t.hex().notNull(),
    /** Who submitted the transaction; differs from the actor when a signature was used. */
    sender: t.hex().notNull(),
    receivableId: t.hex(),
    sliceId: t.hex(),
    data: t.json().$type<Record<string, string | number | boolean | string[]>>().notNull(),
    block: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
    logIndex: t.integer().notNull(),
  }),
  (table) => ({
    byReceivable: index().on(table.receivableId, table.block, table.logIndex),
    byActor: index().on(table.actor, table.block),
    byKind: index().on(table.kind),
  }),
);
