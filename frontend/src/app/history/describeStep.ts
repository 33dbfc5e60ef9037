import type { MovementRow } from "../data/queries/receivables.ts";
import { DESK_FIGURES, DESK_VARIANTS } from "./deskSteps.ts";

/** A step as the index tells it; `HistoryRow` is one. */
export interface Step {
  kind: string;
  actor: string;
  sliceId: string | null;
  data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** How figures and names are written for this reader. */
export interface StepWords {
  name: (account: string) => string;
  list: (items: readonly string[]) => string;
  /** Minor units of the currency with this index; of the step's receivable when it names none. */
  amount: (minor: bigint, currency?: number) => string;
  range: (start: bigint, end: bigint) => string;
  day: (day: number) => string;
  time: (timestamp: bigint) => string;
  percent: (ppm: bigint) => string;
  /** The company with this identity. */
  organisation: (identity: string) => string;
  /** Why the ledger refused, from a custom error, encoded. */
  refusal: (data: string) => string;
  /** What a later document is. */
  document: (kind: string) => string;
  /** Why a legal order was given. */
  order: (reason: string) => string;
}

export interface StepDescription {
  /** A key of the messages in this folder. */
  kind: string;
  /** A further word of the message, to be translated: why something was refused or ended. */
  reason?: string;
  values: Readonly<Record<string, string>>;
}

/** No order released the slice: its freeze had run out. */
const NO_DOCUMENT = /^0x0*$/;
const START_MASK = (1n << 64n) - 1n;

type Describe = (read: Reader, words: StepWords) => Record<string, string>;

const FIGURES: Readonly<Record<string, Describe>> = {
  ...DESK_FIGURES,
  receivableRegistered: (read, { name, amount, day }) => ({
    obligor: name(read.text("obligor")),
    amount: amount(read.money("face")),
    day: day(read.number("dueDay")),
  }),
  receivableConfirmed: (read, { name, amount }) => ({
    creditor: name(read.text("creditor")),
    amount: amount(read.money("face")),
  }),
  confirmationFailed: (read, { name, refusal }) => ({
    creditor: name(read.text("creditor")),
    refusal: refusal(read.text("refusal")),
  }),
  evidenceAppended: (read, { document, day }) => ({
    document: document(read.text("document")),
    day: day(read.number("documentDay")),
  }),
  receivableOverdue: accountFigures,
  receivableHeld: (read, { time }) => ({ until: time(read.money("until")) }),
  registryEntryRecorded: (read, { day }) => ({ day: day(read.number("entryDay")) }),
  sliceSplit: (read, { name, list }) => ({
    count: String(read.list("parts").length),
    payees: list([...new Set(read.list("holders"))].filter((holder) => !read.isActor(holder)).map(name)),
  }),
  sliceTransferred: (read, words) => ({ to: words.name(read.text("to")), ...sliceFigures(read, words) }),
  transferOffered: (read, words) => ({
    to: words.name(read.text("to")),
    until: words.time(read.money("until")),
    ...sliceFigures(read, words),
  }),
  transferAccepted: (read, words) => ({ from: words.name(read.text("from")), ...sliceFigures(read, words) }),
  slicesMerged: sliceFigures,
  sliceCut: (read, { range }) => ({ range: range(read.money("at"), read.money("end")) }),
  sliceFrozen: (read, words) => ({
    until: words.time(read.money("until")),
    order: words.order(read.text("order")),
    ...sliceFigures(read, words),
  }),
  sliceReleased: sliceFigures,
  transferOrdered: (read, words) => ({
    to: words.name(read.text("to")),
    until: words.time(read.money("until")),
    ...sliceFigures(read, words),
  }),
  sliceTransferredByOrder: movedFigures,
  sliceMovedToSuccessor: (read, words) => ({ ...keyFigures(read, words), ...sliceFigures(read, words) }),
  quoteTaken: (read, { name, amount }) => ({
    bank: name(read.text("bank")),
    amount: amount(read.money("face")),
    net: amount(read.money("net")),
  }),
  sliceDiscounted: (read, { name, amount, percent }) => ({
    bank: name(read.text("bank")),
    amount: amount(read.money("face")),
    net: amount(read.money("net")),
    discount: amount(read.money("discount")),
    rate: percent(read.money("ratePpm")),
    days: read.text("daysToRun"),
  }),
  obligorPaid: (read, { amount }) => ({
    amount: amount(read.money("face")),
    penalty: amount(read.money("penalty")),
  }),
  obligorPaidPart: (read, { amount }) => ({
    amount: amount(read.money("face")),
    penalty: amount(read.money("penalty")),
    left: amount(read.money("left")),
  }),
  obligorPaidEarly: (read, { amount }) => ({ amount: amount(read.money("face")) }),
  sliceSetAsideForLock: paidFigures,
  lockClaimed: (read, { amount }) => ({ amount: amount(read.money("amount")) }),
  receivableDefaulted: accountFigures,
  receivableWrittenOff: accountFigures,
  sliceRetired: (read, words) => ({ from: words.name(read.text("from")), ...sliceFigures(read, words) }),
  sliceLocked: sliceFigures,
  sliceUnlocked: sliceFigures,
  sliceSeized: movedFigures,
  sliceReturned: movedFigures,
  slicePaid: paidFigures,
  sliceSetAside: paidFigures,
  receivableSettled: (read, { amount }) => ({ amount: amount(read.money("total")) }),
  participantAdmitted: accountFigures,
  participantSuspended: accountFigures,
  participantRestored: accountFigures,
  rolesSet: accountFigures,
  kycUntilSet: (read, words) => ({ ...accountFigures(read, words), day: words.day(read.number("kycUntil")) }),
  outstandingLimitSet: (read, { organisation, amount }) => ({
    organisation: organisation(read.text("identity")),
    amount: amount(read.money("limit"), read.number("currency")),
  }),
  replacementProposed: keyFigures,
  replacementAgreed: (read, words) => ({ ...keyFigures(read, words), readyAt: words.time(read.money("readyAt")) }),
  replacementVetoed: (read, { name }) => ({ successor: name(read.text("successor")) }),
  participantReplaced: keyFigures,
  policyAdded: (read, { time }) => ({ version: read.text("version"), from: time(read.money("effectiveFrom")) }),
  currencyAdded: (read) => ({ code: read.text("code") }),
  deskAdmitted: deskFigures,
  deskRemoved: deskFigures,
  deskEnabledSet: deskFigures,
  standingOfferPosted: (read, { name, list, percent }) => ({
    offer: read.text("offerId"),
    obligors: list(read.list("obligors").map(name)),
    rates: list([...new Set(read.list("ratesPpm"))].map((ratePpm) => percent(BigInt(ratePpm)))),
  }),
  standingOfferRaised: (read, { amount }) => ({
    offer: read.text("offerId"),
    amount: amount(read.money("limit"), read.number("currency")),
  }),
  standingOfferPaused: offerFigures,
  standingOfferResumed: offerFigures,
  standingOfferWithdrawn: offerFigures,
  setAsideClaimed: (read, { amount }) => ({ amount: amount(read.money("amount"), read.number("currency")) }),
};

/** Steps that come out one way or the other have a message for each. */
const VARIANTS: Readonly<Record<string, (read: Reader) => string>> = {
  ...DESK_VARIANTS,
  sliceSplit: (read) =>
    read.list("holders").every((holder) => read.isActor(holder)) ? "sliceSplit" : "slicePartsPaid",
  standingConsentSet: (read) => (read.flag("consents") ? "standingConsentGiven" : "standingConsentEnded"),
  quoteTaken: (read) => (read.flag("withRecourse") ? "quoteTakenWithRecourse" : "quoteTaken"),
  sliceDiscounted: (read) => (read.flag("withRecourse") ? "sliceDiscountedWithRecourse" : "sliceDiscounted"),
  standingOfferPosted: (read) =>
    read.flag("withRecourse") ? "standingOfferPostedWithRecourse" : "standingOfferPosted",
  deskEnabledSet: (read) => (read.flag("enabled") ? "deskEnabled" : "deskDisabled"),
  transferOfferEnded: (read) => (read.text("reason") === "frozen" ? "transferOfferFrozen" : "transferOfferEnded"),
  sliceReleased: (read) => (NO_DOCUMENT.test(read.text("document")) ? "sliceFreezeRanOut" : "sliceReleased"),
  outstandingLimitSet: (read) => (read.money("limit") === 0n ? "outstandingLimitLifted" : "outstandingLimitSet"),
  obligorPaid: (read) => (read.money("penalty") > 0n ? "obligorPaidLate" : "obligorPaid"),
  obligorPaidPart: (read) => (read.money("penalty") > 0n ? "obligorPaidPartLate" : "obligorPaidPart"),
};

/** What happened, as a message and the figures that fill it in. */
export function describeStep(step: Step, words: StepWords): StepDescription {
  const read = new Reader(step);
  const reason = step.data.reason;
  return {
    kind: VARIANTS[step.kind]?.(read) ?? step.kind,
    ...(reason === undefined ? {} : { reason: String(reason) }),
    values: { actor: words.name(step.actor), ...FIGURES[step.kind]?.(read, words) },
  };
}

/** The parts that a split made: the movements of the same log entry. */
export function partsOf(
  step: { txHash: string; logIndex: number; kind: string },
  movements: readonly MovementRow[],
): MovementRow[] {
  if (step.kind !== "sliceSplit") return [];
  return movements.filter(({ txHash, logIndex }) => txHash === step.txHash && logIndex === step.logIndex);
}

function sliceFigures(read: Reader, { amount, range }: StepWords): Record<string, string> {
  const [start, end] = [read.start(), read.money("end")];
  return { amount: amount(end - start), range: range(start, end) };
}

function movedFigures(read: Reader, words: StepWords): Record<string, string> {
  const [from, to] = [words.name(read.text("from")), words.name(read.text("to"))];
  return { from, to, ...sliceFigures(read, words) };
}

function accountFigures(read: Reader, { name }: StepWords): Record<string, string> {
  return { account: name(read.text("account")) };
}

function deskFigures(read: Reader, { name }: StepWords): Record<string, string> {
  return { desk: name(read.text("desk")) };
}

function offerFigures(read: Reader): Record<string, string> {
  return { offer: read.text("offerId") };
}

function keyFigures(read: Reader, { name }: StepWords): Record<string, string> {
  return { lost: name(read.text("lost")), successor: name(read.text("successor")) };
}

function paidFigures(read: Reader, { name, amount }: StepWords): Record<string, string> {
  return { holder: name(read.text("holder")), amount: amount(read.money("amount")) };
}

/** The step's figures; one that is missing is an index and a page of different versions, and is said so. */
export class Reader {
  readonly #step: Step;

  constructor(step: Step) {
    this.#step = step;
  }

  text(field: string): string {
    return String(this.#value(field));
  }

  number(field: string): number {
    return Number(this.#value(field));
  }

  money(field: string): bigint {
    return BigInt(this.text(field));
  }

  flag(field: string): boolean {
    return this.#value(field) === true;
  }

  list(field: string): readonly string[] {
    const value = this.#value(field);
    return Array.isArray(value) ? value : [String(value)];
  }

  isActor(account: string): boolean {
    return account.toLowerCase() === this.#step.actor.toLowerCase();
  }

  /** The slice's first cent. */
  start(): bigint {
    if (this.#step.sliceId === null) throw new Error(`A step "${this.#step.kind}" names no slice.`);
    return BigInt(this.#step.sliceId) & START_MASK;
  }

  #value(field: string): string | number | boolean | readonly string[] {
    const value = this.#step.data[field];
    if (value === undefined) throw new Error(`A step "${this.#step.kind}" lacks "${field}".`);
    return value;
  }
}
