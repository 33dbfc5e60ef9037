import { z } from "zod";
import { RECEIVABLE_STATES } from "../../../../frontend/src/domain/receivable-state.ts";
import { accountSchema, hex } from "../vault/hexSchema.ts";

/** Rows in one answer at most. */
const MOST_ROWS = 200;
/** Organisations or accounts in one condition at most. */
const MOST_NAMED = 1_000;

const day = z.int().min(0).max(65_535);
/** Minor units, as decimal text. */
const amount = z.string().regex(/^\d{1,20}$/, "Expected minor units in decimal digits.");
const seconds = z
  .int()
  .min(0)
  .max(2 ** 40);
/** How an id begins, with or without 0x; empty for any. */
const idPrefix = z
  .string()
  .regex(/^(0x)?[0-9a-fA-F]{0,48}$/, "Expected the beginning of an id in hex.")
  .transform((text) => text.toLowerCase().replace(/^0x/, ""));

const page = {
  /** Rows to leave out before the first. */
  offset: z.int().min(0).max(100_000_000),
  limit: z.int().min(1).max(MOST_ROWS),
};

/** A page of receivables. Every condition given has to be met. */
export const receivableListQuery = z.strictObject({
  ...page,
  sort: z.enum(["registeredAt", "dueDay", "face"]),
  descending: z.boolean(),
  /** The organisation owes it, registered it, holds a slice of it or is offered one. */
  party: hex(20).optional(),
  /** As told at a second of the chain's clock: time alone makes some of the states. */
  state: z.strictObject({ is: z.enum(RECEIVABLE_STATES), at: seconds }).optional(),
  /** Either the id begins so, or obligor or creditor is one of these organisations. */
  text: z.strictObject({ idPrefix: idPrefix.nullable(), identities: z.array(hex(20)).max(MOST_NAMED) }).optional(),
  obligorIdentity: hex(20).optional(),
  creditorIdentity: hex(20).optional(),
  currency: z.int().min(0).max(255).optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  faceFrom: amount.optional(),
  faceTo: amount.optional(),
});

/** A page of the ledger's history. Every condition given has to be met. */
export const activityListQuery = z.strictObject({
  ...page,
  descending: z.boolean(),
  kinds: z.array(z.string().max(64)).max(MOST_NAMED).optional(),
  /** Accounts that acted, or sent the transaction. */
  actors: z.array(accountSchema).max(MOST_NAMED).optional(),
  receivable: idPrefix.optional(),
  txHash: hex(32).optional(),
  /** First and last second. */
  from: seconds.optional(),
  to: seconds.optional(),
});

type Unpaged<Query> = Omit<Query, "offset" | "limit">;

/** What the web UI asks; the page is added to it. */
export type ReceivableListFilter = Unpaged<z.input<typeof receivableListQuery>>;
export type ActivityListFilter = Unpaged<z.input<typeof activityListQuery>>;
export type ReceivableListQuery = z.output<typeof receivableListQuery>;
export type ActivityListQuery = z.output<typeof activityListQuery>;
