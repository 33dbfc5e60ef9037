import { index, onchainEnum, onchainTable } from "ponder";

const RECEIVABLE_STATUSES = [
  "registered",
  "refused",
  "cancelled",
  "confirmed",
  "settled",
  "writtenOff",
  "defaulted",
] as const;

export const receivableStatus = onchainEnum("receivable_status", RECEIVABLE_STATUSES);

export const evidenceKind = onchainEnum("evidence_kind", ["deliveryReceipt", "debtorsNotice", "other"]);

export const receivable = onchainTable(
  "receivable",
  (t) => ({
    id: t.hex().primaryKey(),
    status: receivableStatus().notNull(),
    /** The accounts that registered and owe; their organisations may act by others now, see `organisation`. */
    obligor: t.hex().notNull(),
    creditor: t.hex().notNull(),
    obligorIdentity: t.hex().notNull(),
    creditorIdentity: t.hex().notNull(),
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
    /** All that was owed is paid; what is not burnt waits to be paid out. */
    paidInFull: t.boolean().notNull(),
    /** Face and penalty that the obligor has paid from the due day on. */
    paidFace: t.bigint().notNull(),
    paidPenalty: t.bigint().notNull(),
    /** Cents paid before the due day, which the obligor no longer owes. */
    retired: t.bigint().notNull(),
    /** A hold was placed; it is in force up to `heldUntil` only. */
    held: t.boolean().notNull(),
    /** Last second of the latest hold, also of one that has ended. */
    heldUntil: t.bigint(),
    /** The latest row of `hold` about it. */
    holdId: t.text(),
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
    byObligorIdentity: index().on(table.obligorIdentity, table.status),
    byCreditor: index().on(table.creditor, table.status),
    byStatus: index().on(table.status),
    // The orders in which a page of the long list is asked for; the id tells equal ones apart.
    byRegistration: index().on(table.registeredAt, table.id),
    byDueDay: index().on(table.dueDay, table.id),
    byFace: index().on(table.face, table.id),
    byCreditorIdentity: index().on(table.creditorIdentity),
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

/** Documents that came after confirmation, by hash. */
export const evidence = onchainTable(
  "evidence",
  (t) => ({
    id: t.text().primaryKey(),
    receivableId: t.hex().notNull(),
    kind: evidenceKind().notNull(),
    by: t.hex().notNull(),
    documentHash: t.hex().notNull(),
    documentDay: t.integer().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({ byReceivable: index().on(table.receivableId) }),
);

/** A receivable in which nothing moves for a while, so that a legal cut lands. Time alone ends it too: compare `until`. */
export const hold = onchainTable(
  "hold",
  (t) => ({
    id: t.text().primaryKey(),
    receivableId: t.hex().notNull(),
    by: t.hex().notNull(),
    document: t.hex().notNull(),
    until: t.bigint().notNull(),
    heldAt: t.bigint().notNull(),
    endedAt: t.bigint(),
    endedBy: t.hex(),
  }),
  (table) => ({ byReceivable: index().on(table.receivableId, table.heldAt) }),
);
