import { onchainTable } from "ponder";

export const policyVersion = onchainTable("policy_version", (t) => ({
  version: t.integer().primaryKey(),
  tenorSoftDays: t.integer().notNull(),
  tenorHardDays: t.integer().notNull(),
  maxHops: t.integer().notNull(),
  minSlice: t.bigint().notNull(),
  maxSlices: t.integer().notNull(),
  graceDays: t.integer().notNull(),
  defaultDays: t.integer().notNull(),
  penaltyPpmPerDay: t.integer().notNull(),
  utcOffsetHours: t.integer().notNull(),
  requireRegistry: t.boolean().notNull(),
  stopIssuance: t.boolean().notNull(),
  consentAllowed: t.boolean().notNull(),
  /** Above this face only a contract account confirms; 0: a key may confirm any. */
  contractAbove: t.bigint().notNull(),
  effectiveFrom: t.bigint().notNull(),
  supersededAt: t.bigint(),
  addedBy: t.hex().notNull(),
  /** Hash of the document that says why. */
  decision: t.hex().notNull(),
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
