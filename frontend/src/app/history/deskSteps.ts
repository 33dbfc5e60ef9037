import type { Reader, StepWords } from "./describeStep.ts";

/** The steps of the desks that lend, claim from sellers, pay early and count exposures. */
export const DESK_FIGURES: Readonly<Record<string, (read: Reader, words: StepWords) => Record<string, string>>> = {
  loanTaken: (read, { name, amount, percent, day }) => ({
    lender: name(read.text("lender")),
    principal: amount(read.money("principal")),
    rate: percent(read.money("ratePpm")),
    day: day(read.number("repayBy")),
  }),
  loanRepaid: (read, words) => ({ ...creditFigures(read, words), left: words.amount(read.money("left")) }),
  loanCollected: (read, { name, amount }) => ({
    loan: read.text("loanId"),
    lender: name(read.text("lender")),
    holder: name(read.text("holder")),
    toLender: amount(read.money("toLender")),
    rest: amount(read.money("rest")),
  }),
  loanForeclosed: (read, words) => ({
    holder: words.name(read.text("holder")),
    surplus: words.amount(read.money("surplus")),
    ...creditFigures(read, words),
  }),
  loanSurplusPaid: (read, { name, amount }) => ({
    loan: read.text("loanId"),
    holder: name(read.text("holder")),
    amount: amount(read.money("amount")),
    left: amount(read.money("left")),
  }),
  loanMoneySetAside: (read, { name, amount }) => ({
    loan: read.text("loanId"),
    account: name(read.text("account")),
    amount: amount(read.money("amount"), read.number("currency")),
  }),
  loanMoneyClaimed: (read, { amount }) => ({ amount: amount(read.money("amount"), read.number("currency")) }),
  recourseDemanded: (read, { name, amount }) => ({
    seller: name(read.text("seller")),
    amount: amount(read.money("amount")),
  }),
  recoursePaid: (read, { name, amount }) => ({
    bank: name(read.text("bank")),
    seller: name(read.text("seller")),
    amount: amount(read.money("amount")),
  }),
  recourseWaived: (read, words) => ({ seller: words.name(read.text("seller")), ...centFigures(read, words) }),
  programmePosted: (read, words) => ({
    rates: words.list([...new Set(read.list("ratesPpm"))].map((ratePpm) => words.percent(BigInt(ratePpm)))),
    ...budgetFigures(read, words),
  }),
  programmeBudgetRaised: budgetFigures,
  programmePaused: programmeFigures,
  programmeResumed: programmeFigures,
  programmeWithdrawn: programmeFigures,
  holderInvited: (read, { name }) => ({ holder: name(read.text("holder")), ...programmeFigures(read) }),
  slicePaidEarly: (read, { name, amount, percent }) => ({
    obligor: name(read.text("obligor")),
    amount: amount(read.money("face")),
    net: amount(read.money("net")),
    discount: amount(read.money("discount")),
    rate: percent(read.money("ratePpm")),
    days: read.text("days"),
  }),
  exposureLimitSet: (read, { organisation, amount }) => ({
    organisation: organisation(read.text("identity")),
    amount: amount(read.money("limit"), read.number("currency")),
  }),
  exposureReleased: (read, words) => ({
    organisation: words.organisation(read.text("bank")),
    ...centFigures(read, words),
  }),
};

/** The steps of these desks that have more than one message. */
export const DESK_VARIANTS: Readonly<Record<string, (read: Reader) => string>> = {
  loanRepaid: (read) => (read.money("left") === 0n ? "loanRepaidInFull" : "loanRepaid"),
  loanForeclosed: (read) => (read.money("surplus") > 0n ? "loanForeclosedWithSurplus" : "loanForeclosed"),
  holderInvited: (read) => (read.flag("invited") ? "holderInvited" : "holderUninvited"),
  exposureLimitSet: (read) =>
    read.text("counterparty") === "seller" ? "exposureLimitOfSellerSet" : "exposureLimitOfObligorSet",
};

function creditFigures(read: Reader, { amount }: StepWords): Record<string, string> {
  const [principal, interest] = [amount(read.money("principal")), amount(read.money("interest"))];
  return { loan: read.text("loanId"), principal, interest };
}

function centFigures(read: Reader, { amount, range }: StepWords): Record<string, string> {
  const [start, end] = [read.start(), read.money("end")];
  return { amount: amount(end - start), range: range(start, end) };
}

function programmeFigures(read: Reader): Record<string, string> {
  return { programme: read.text("programmeId") };
}

function budgetFigures(read: Reader, { amount }: StepWords): Record<string, string> {
  return { amount: amount(read.money("budget"), read.number("currency")), ...programmeFigures(read) };
}
