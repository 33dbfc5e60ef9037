/**
 * What happened on the ledger, rebuilt from events alone. Conventions:
 * - receivableId is 24 bytes of hex and sliceId 32 (`receivableId << 64 | start`), always padded, lower case; ids of offers, loans, links and programmes are numbers.
 * - money is bigint minor units of the receivable's currency; ranges are cents [start, end); days are days since 1970-01-01.
 * - words are the ledger's own, as bigint; the columns beside them are their fields.
 * - due, overdue, lapsed and expired are made by time alone: compare dueDay, until or expiresAt with the chain's clock.
 */
// biome-ignore-all lint/performance/noBarrelFile: Ponder looks for every table in this one file.
export * from "./schema/alerts.ts";
export * from "./schema/desks.ts";
export * from "./schema/earlyPayment.ts";
export * from "./schema/exposure.ts";
export * from "./schema/governance.ts";
export * from "./schema/history.ts";
export * from "./schema/legalOrders.ts";
export * from "./schema/loans.ts";
export * from "./schema/participants.ts";
export * from "./schema/receivables.ts";
export * from "./schema/recourse.ts";
export * from "./schema/rulebook.ts";
export * from "./schema/slices.ts";
