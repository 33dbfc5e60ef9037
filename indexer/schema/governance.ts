import { index, onchainEnum, onchainTable } from "ponder";

export const operationStatus = onchainEnum("operation_status", ["announced", "carriedOut", "cancelled"]);

/** A change of the rulebook that the AccessManager was told of beforehand. It lapses a week after `readyAt`, by time alone. */
export const announcedOperation = onchainTable(
  "announced_operation",
  (t) => ({
    /** The manager's operation id with its nonce: the same call may be announced again. */
    id: t.text().primaryKey(),
    operationHash: t.hex().notNull(),
    nonce: t.integer().notNull(),
    status: operationStatus().notNull(),
    /** Who announced it, and alone can carry it out. */
    caller: t.hex().notNull(),
    target: t.hex().notNull(),
    /** The call, as it will be made. */
    data: t.hex().notNull(),
    announcedAt: t.bigint().notNull(),
    /** Second from which it may be carried out. */
    readyAt: t.bigint().notNull(),
    endedAt: t.bigint(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({ byStatus: index().on(table.status) }),
);
