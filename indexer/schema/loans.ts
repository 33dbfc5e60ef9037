import { index, onchainEnum, onchainTable, primaryKey } from "ponder";
import type { DayBase, DayCount } from "../../frontend/src/domain/day-count.ts";

/** `open`: something is owed. Else how the last of it was paid: by a repayment, of settlement's money, or with slices taken. */
export const loanState = onchainEnum("loan_state", ["open", "repaid", "collected", "foreclosed"]);

export const loanEventKind = onchainEnum("loan_event_kind", [
  "lent",
  "repaid",
  "collected",
  "released",
  "foreclosed",
  "surplusPaid",
]);

/** A loan against the cents [start, end). What is owed today follows from principal, since, accrued and interestPaid, as in the contract. */
export const loan = onchainTable(
  "loan",
  (t) => ({
    id: t.bigint().primaryKey(),
    /** The accounts that lent and borrowed; their organisations may act by others now, see `organisation`. */
    lender: t.hex().notNull(),
    borrower: t.hex().notNull(),
    receivableId: t.hex().notNull(),
    state: loanState().notNull(),
    /** First cent that secures the loan. Before the due day it rises as cents are unlocked or taken. */
    start: t.bigint().notNull(),
    end: t.bigint().notNull(),
    /** Cents that secured it when it was taken. */
    face: t.bigint().notNull(),
    currency: t.integer().notNull(),
    lent: t.bigint().notNull(),
    /** Still owed of what was lent. */
    principal: t.bigint().notNull(),
    ratePpm: t.integer().notNull(),
    repayBy: t.integer().notNull(),
    /** So many days after `repayBy` the lender may foreclose. */
    graceDays: t.integer().notNull(),
    dueDay: t.integer().notNull(),
    utcOffsetHours: t.integer().notNull(),
    dayCount: t.text().$type<DayCount>().notNull(),
    dayBase: t.integer().$type<DayBase>().notNull(),
    /** Day from which the principal has been what it is. */
    since: t.integer().notNull(),
    /** Interest of the periods that have ended. */
    accrued: t.bigint().notNull(),
    interestPaid: t.bigint().notNull(),
    /** Interest and principal, by the way in which they were paid. */
    repaid: t.bigint().notNull(),
    collected: t.bigint().notNull(),
    seized: t.bigint().notNull(),
    /** What the lender still owes those whose slices it took; by holder in `loanSurplus`. */
    surplus: t.bigint().notNull(),
    /** What the lender had signed. */
    digest: t.hex().notNull(),
    takenAt: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({
    byLender: index().on(table.lender, table.state),
    byBorrower: index().on(table.borrower, table.state),
    byReceivable: index().on(table.receivableId, table.start),
  }),
);

export const loanEvent = onchainTable(
  "loan_event",
  (t) => ({
    id: t.text().primaryKey(),
    loanId: t.bigint().notNull(),
    kind: loanEventKind().notNull(),
    by: t.hex().notNull(),
    /** The part collected, released or taken. */
    sliceId: t.hex(),
    /** Who held the part, or is paid a surplus. */
    holder: t.hex(),
    /** Lent, or paid now. */
    principal: t.bigint().notNull(),
    interest: t.bigint().notNull(),
    /** Beyond the debt: paid to the holder, or owed to it after a foreclosure. */
    rest: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    txHash: t.hex().notNull(),
  }),
  (table) => ({ byLoan: index().on(table.loanId, table.id) }),
);

/** What a lender owes the holder of slices it has taken. */
export const loanSurplus = onchainTable(
  "loan_surplus",
  (t) => ({ loanId: t.bigint().notNull(), holder: t.hex().notNull(), owed: t.bigint().notNull() }),
  (table) => ({ pk: primaryKey({ columns: [table.loanId, table.holder] }), byHolder: index().on(table.holder) }),
);

/** Money of loans that waits for an account that could not receive. */
export const loanMoneySetAside = onchainTable(
  "loan_money_set_aside",
  (t) => ({ account: t.hex().notNull(), currency: t.integer().notNull(), amount: t.bigint().notNull() }),
  (table) => ({ pk: primaryKey({ columns: [table.account, table.currency] }) }),
);
