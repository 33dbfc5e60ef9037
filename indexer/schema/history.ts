import { index, onchainTable } from "ponder";

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
    bySender: index().on(table.sender),
    byKind: index().on(table.kind, table.id),
    byTime: index().on(table.timestamp),
    byTransaction: index().on(table.txHash),
  }),
);
