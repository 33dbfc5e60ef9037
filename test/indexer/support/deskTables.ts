import { z } from "zod";
import { rowsOf } from "./graphql.ts";

const amount = z.string().transform(BigInt);
const text = z.string();
const whole = z.number();
const flag = z.boolean();

/** What the index keeps of the desks that lend, claim from sellers, pay early and count exposures. */
const TABLES = {
  loans: {
    ...{ id: amount, lender: text, borrower: text, receivableId: text, state: text, digest: text },
    ...{ start: amount, end: amount, face: amount, currency: whole, lent: amount, principal: amount },
    ...{ ratePpm: whole, repayBy: whole, graceDays: whole, dueDay: whole, utcOffsetHours: whole },
    ...{ dayCount: text, dayBase: whole, since: whole, accrued: amount, interestPaid: amount },
    ...{ repaid: amount, collected: amount, seized: amount, surplus: amount },
  },
  loanEvents: {
    ...{ loanId: amount, kind: text, by: text, sliceId: text.nullable(), holder: text.nullable() },
    ...{ principal: amount, interest: amount, rest: amount },
  },
  loanSurpluss: { loanId: amount, holder: text, owed: amount },
  loanMoneySetAsides: { account: text, currency: whole, amount },
  recourseLinks: {
    ...{ id: amount, receivableId: text, start: amount, end: amount, seller: text, bank: text, state: text },
    ...{ demanded: amount.nullable(), demandedAt: amount.nullable(), paid: amount.nullable() },
    ...{ carriedFrom: amount.nullable() },
  },
  earlyPaymentProgrammes: {
    ...{ id: amount, obligor: text, currency: whole, startsAt: amount, expiresAt: amount, forAll: flag },
    ...{ paused: flag, withdrawn: flag, budget: amount, spent: amount, smallestFace: amount },
    tiers: z.array(z.object({ longestDays: whole, ratePpm: whole })),
  },
  earlyPaymentInvitations: { programmeId: amount, identity: text, holder: text, invited: flag },
  earlyPayments: {
    ...{ sliceId: text, programmeId: amount, holder: text, obligor: text, face: amount },
    ...{ days: whole, ratePpm: whole, discount: amount, net: amount, txHash: text },
  },
  exposureLimits: { bank: text, kind: text, counterparty: text, currency: whole, limit: amount, used: amount },
  exposureEntrys: {
    ...{ bank: text, receivableId: text, start: amount, end: amount },
    ...{ obligor: text, seller: text, currency: whole, desk: text },
  },
} as const;

export type DeskTables = { [Name in keyof typeof TABLES]: z.infer<z.ZodObject<(typeof TABLES)[Name]>>[] };

export async function readDeskTables(url: string): Promise<DeskTables> {
  const read = async <Name extends keyof typeof TABLES>(name: Name) => {
    const shape: z.ZodRawShape = TABLES[name];
    return rowsOf(url, name, z.object(shape), Object.keys(shape).join(" ")) as Promise<DeskTables[Name]>;
  };
  return {
    loans: await read("loans"),
    loanEvents: await read("loanEvents"),
    loanSurpluss: await read("loanSurpluss"),
    loanMoneySetAsides: await read("loanMoneySetAsides"),
    recourseLinks: await read("recourseLinks"),
    earlyPaymentProgrammes: await read("earlyPaymentProgrammes"),
    earlyPaymentInvitations: await read("earlyPaymentInvitations"),
    earlyPayments: await read("earlyPayments"),
    exposureLimits: await read("exposureLimits"),
    exposureEntrys: await read("exposureEntrys"),
  };
}
