import { index, onchainEnum, onchainTable } from "ponder";

const LINK_STATES = ["recorded", "demanded", "waived", "returned"] as const;

export const recourseState = onchainEnum("recourse_state", LINK_STATES);

/** For the cents [start, end) the bank has recourse against the seller. A claim narrows a link to one slice; the rest goes on by others. */
export const recourseLink = onchainTable(
  "recourse_link",
  (t) => ({
    id: t.bigint().primaryKey(),
    receivableId: t.hex().notNull(),
    start: t.bigint().notNull(),
    end: t.bigint().notNull(),
    /** The accounts that sold and bought; their organisations may act by others now, see `organisation`. */
    seller: t.hex().notNull(),
    bank: t.hex().notNull(),
    state: recourseState().notNull(),
    /** What the seller owed when the bank asked; it grows with the penalty. */
    demanded: t.bigint(),
    demandedAt: t.bigint(),
    paid: t.bigint(),
    paidBy: t.hex(),
    /** The link that these cents were cut from. */
    carriedFrom: t.bigint(),
    recordedAt: t.bigint().notNull(),
    /** Waived or paid. */
    endedAt: t.bigint(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({
    byReceivable: index().on(table.receivableId, table.start),
    bySeller: index().on(table.seller, table.state),
    byBank: index().on(table.bank, table.state),
  }),
);
