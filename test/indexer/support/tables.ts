import { z } from "zod";
import { rowsOf } from "./graphql.ts";

const amount = z.string().transform(BigInt);
const text = z.string();
const whole = z.number();
const flag = z.boolean();
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable();

/** What the index keeps, table by table, read through GraphQL. */
const TABLES = {
  participants: {
    account: text,
    identity: text,
    roles: whole,
    suspended: flag,
    standingConsent: flag,
    desks: amount,
    word: amount,
  },
  receivables: {
    id: text,
    status: text,
    obligor: text,
    creditor: text,
    face: amount,
    dueDay: whole,
    currency: whole,
    policy: orNull(whole),
    round: whole,
    registryRecorded: flag,
    paidInto: flag,
    redeemed: amount,
    word: amount,
    documentRoot: text,
  },
  slices: {
    id: text,
    receivableId: text,
    status: text,
    holder: text,
    start: amount,
    end: amount,
    face: amount,
    hops: whole,
    flags: whole,
    sequence: amount,
    word: amount,
    parentId: orNull(text),
    mergedInto: orNull(text),
    transferOfferId: orNull(text),
    origin: text,
  },
  transfers: {
    id: text,
    receivableId: text,
    sliceId: text,
    kind: text,
    start: amount,
    end: amount,
    from: text,
    to: text,
    hops: whole,
    price: orNull(amount),
    block: amount,
    logIndex: whole,
    txHash: text,
  },
  transferOffers: {
    id: text,
    sliceId: text,
    status: text,
    from: text,
    payee: text,
    until: amount,
    start: amount,
    end: amount,
  },
  standingOffers: {
    id: amount,
    bank: text,
    obligor: text,
    currency: whole,
    ratePpm: whole,
    longestTenor: whole,
    smallestFace: amount,
    limit: amount,
    used: amount,
    withdrawn: flag,
    expiresAt: amount,
  },
  discounts: {
    sliceId: text,
    seller: text,
    bank: text,
    face: amount,
    discount: amount,
    net: amount,
    standingOfferId: amount,
    txHash: text,
  },
  payments: { receivableId: text, obligor: text, face: amount, penalty: amount, daysLate: whole, collected: amount },
  slicePayments: { sliceId: text, receivableId: text, holder: text, amount, setAside: flag },
  claims: { holder: text, to: text, currency: whole, amount },
  registryRecords: { receivableId: text, by: text, entryHash: text, entryDay: whole },
  policyVersions: {
    version: whole,
    maxHops: whole,
    minSlice: amount,
    maxSlices: whole,
    graceDays: whole,
    penaltyPpmPerDay: whole,
    requireRegistry: flag,
    utcOffsetHours: whole,
    effectiveFrom: amount,
    supersededAt: orNull(amount),
  },
  currencyTokens: {
    index: whole,
    code: text,
    token: text,
    tokenDecimals: whole,
    minorDigits: whole,
    dayCount: text,
    dayBase: whole,
  },
  desks: { index: whole, account: text, powers: whole },
  events: {
    id: text,
    kind: text,
    actor: text,
    receivableId: orNull(text),
    sliceId: orNull(text),
    txHash: text,
    block: amount,
  },
} as const;

type Tables = { [Name in keyof typeof TABLES]: z.infer<z.ZodObject<(typeof TABLES)[Name]>>[] };

export async function readTables(url: string): Promise<Tables> {
  const read = async <Name extends keyof typeof TABLES>(name: Name, order = "") => {
    const shape: z.ZodRawShape = TABLES[name];
    return rowsOf(url, name, z.object(shape), Object.keys(shape).join(" "), order) as Promise<Tables[Name]>;
  };
  return {
    participants: await read("participants"),
    receivables: await read("receivables"),
    slices: await read("slices"),
    transfers: await read("transfers", ', orderBy: "id", orderDirection: "asc"'),
    transferOffers: await read("transferOffers"),
    standingOffers: await read("standingOffers"),
    discounts: await read("discounts"),
    payments: await read("payments"),
    slicePayments: await read("slicePayments"),
    claims: await read("claims"),
    registryRecords: await read("registryRecords"),
    policyVersions: await read("policyVersions"),
    currencyTokens: await read("currencyTokens"),
    desks: await read("desks"),
    events: await read("events", ', orderBy: "id", orderDirection: "asc"'),
  };
}
