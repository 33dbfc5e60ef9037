import type { Flow, Purpose } from "./flows.ts";

/** Token units of one account. */
export interface Holding {
  name: string;
  address: string;
  isDesk: boolean;
  minted: bigint;
  balance: bigint;
}

/** What the contracts answer about one currency. Amounts in cents, but for token units. */
export interface CurrencyViews {
  code: string;
  currency: number;
  tokenDecimals: number;
  /** Token units of a cent. */
  scale: bigint;
  /** Token units. */
  supply: bigint;
  holdings: readonly Holding[];
  /** With the settlement desk: collected and not yet paid out; for holders that could not receive; for slices that secure loans. */
  held: bigint;
  setAside: bigint;
  locked: bigint;
  /** With the pledge desk. */
  loanSetAside: bigint;
  /** Principal still owed, and principal paid back, collected or taken with slices. */
  owedToLenders: bigint;
  returnedToLenders: bigint;
  confirmed: bigint;
  burnt: bigint;
  live: bigint;
  /** Live cents that were paid before the due day: owed by nobody. */
  retiredAlive: bigint;
  outstanding: bigint;
}

export interface Line {
  title: string;
  amount: bigint;
}

/** One currency's year. */
export interface Book {
  code: string;
  tokenDecimals: number;
  paidIn: Line[];
  paidOut: Line[];
  setAside: Line[];
  receivables: Line[];
  loans: Line[];
  /** What does not agree with what, in words; nothing if the book balances. */
  differences: string[];
}

const PAID_IN: [string, Purpose[]][] = [
  ["obligors, face at maturity", ["face"]],
  ["obligors, penalty for late payment", ["penalty"]],
  ["obligors, slices early at their face", ["earlyAtFace"]],
  ["obligors, slices early for less", ["earlyForLess"]],
  ["banks, standing offers", ["discount"]],
  ["banks, quotes", ["quote"]],
  ["banks, loans", ["loan"]],
  ["borrowers, repayments", ["repayment"]],
  ["banks, surpluses of foreclosures", ["surplus"]],
  ["sellers, recourse", ["recourse"]],
];

const PAID_OUT: [string, Purpose[], Purpose[]][] = [
  ["holders, of settlement", ["slice"], ["setAside", "setAsideForLock"]],
  ["obligors, for slices of their own", ["own"], []],
  ["holders, claimed later", ["claim"], []],
  ["sellers, by banks", ["discount", "quote"], []],
  ["sellers, by obligors early", ["earlyForLess"], []],
  ["borrowers, loans", ["loan"], []],
  ["lenders, repaid or collected", ["toLender"], ["loanSetAside"]],
  ["lenders and borrowers, claimed later", ["loanClaim"], []],
  ["borrowers, rest of what was collected", ["toHolder"], []],
  ["borrowers, surpluses of foreclosures", ["surplus"], []],
  ["banks, recourse", ["recourse"], []],
];

type SumOf = (purposes: readonly Purpose[]) => bigint;

/** Puts the year's events beside what the contracts answer. */
export function balance(views: CurrencyViews, allFlows: readonly Flow[]): Book {
  const flows = allFlows.filter(({ currency }) => currency === views.currency);
  const sumOf: SumOf = (purposes) =>
    flows.filter(({ purpose }) => purposes.includes(purpose)).reduce((sum, { amount }) => sum + amount, 0n);
  const { code, tokenDecimals } = views;
  const paidIn = PAID_IN.map(([title, purposes]) => ({ title, amount: sumOf(purposes) }));
  const paidOut = PAID_OUT.map(([title, plus, minus]) => ({ title, amount: sumOf(plus) - sumOf(minus) }));
  const setAside = setAsideLines(views);
  const inAndOut = unlike(
    "what was paid in, and paid out or set aside",
    total(paidIn),
    total(paidOut) + total(setAside),
  );
  const found = [
    inAndOut,
    ...deskDifferences(views, sumOf),
    ...centDifferences(views, sumOf),
    ...tokenDifferences(views, flows),
  ];
  const differences = found.filter((each) => each !== null);
  const standing = { receivables: receivableLines(views), loans: loanLines(views, sumOf) };
  return { code, tokenDecimals, paidIn, paidOut, setAside, ...standing, differences };
}

function setAsideLines(views: CurrencyViews): Line[] {
  return [
    { title: "collected, not yet paid out", amount: views.held },
    { title: "for holders that can't receive", amount: views.setAside },
    { title: "for loans on slices", amount: views.locked },
    { title: "for lenders and borrowers that can't receive", amount: views.loanSetAside },
  ];
}

function receivableLines(views: CurrencyViews): Line[] {
  return [
    { title: "confirmed", amount: views.confirmed },
    { title: "paid and burnt", amount: views.burnt },
    { title: "paid early, to be netted", amount: views.retiredAlive },
    { title: "owed, or paid and not yet burnt", amount: views.outstanding },
  ];
}

function loanLines(views: CurrencyViews, sumOf: SumOf): Line[] {
  return [
    { title: "lent", amount: sumOf(["loan"]) },
    { title: "paid back, or taken with slices", amount: views.returnedToLenders },
    { title: "still owed", amount: views.owedToLenders },
  ];
}

/** What waits with the desks by their events, and by their own answers. */
function deskDifferences({ setAside, locked, loanSetAside }: CurrencyViews, sumOf: SumOf): (string | null)[] {
  const left = (put: Purpose, taken: Purpose) => sumOf([put]) - sumOf([taken]);
  return [
    unlike("set aside for holders by the events, and by the desk", left("setAside", "claim"), setAside),
    unlike("set aside for loans by the events, and by the desk", left("setAsideForLock", "lockClaim"), locked),
    unlike("set aside of loans by the events, and by the desk", left("loanSetAside", "loanClaim"), loanSetAside),
    unlike("drawn for loans, and passed on", sumOf(["lockClaim", "repayment"]), sumOf(["toLender", "toHolder"])),
  ];
}

function centDifferences(views: CurrencyViews, sumOf: SumOf): (string | null)[] {
  const { confirmed, live, burnt, outstanding, retiredAlive, returnedToLenders, owedToLenders } = views;
  return [
    unlike("confirmed cents, and live or burnt ones", confirmed, live + burnt),
    unlike("live cents, and those owed or paid early", live, outstanding + retiredAlive),
    unlike("principal lent, and returned or owed", sumOf(["loan"]), returnedToLenders + owedToLenders),
  ];
}

/** Every account's token units are what it got made, received and paid; desks have what they say they keep; nobody else has any. */
function tokenDifferences(views: CurrencyViews, flows: readonly Flow[]): (string | null)[] {
  const { holdings, scale, supply, held, setAside, locked, loanSetAside } = views;
  const kept: Record<string, bigint> = { settlementDesk: held + setAside + locked, pledgeDesk: loanSetAside };
  const changes = new Map<string, bigint>();
  for (const { from, to, amount } of flows) {
    changes.set(from, (changes.get(from) ?? 0n) - amount);
    changes.set(to, (changes.get(to) ?? 0n) + amount);
  }
  const owned = holdings.map(({ address }) => address);
  return [
    ...holdings.map(({ name, address, minted, balance: actual }) =>
      unlike(
        `token units of ${name} by the events, and by the token`,
        minted + (changes.get(address) ?? 0n) * scale,
        actual,
      ),
    ),
    ...holdings
      .filter(({ isDesk }) => isDesk)
      .map(({ name, balance: actual }) =>
        unlike(`token units with ${name}, and what it keeps`, actual, (kept[name] ?? 0n) * scale),
      ),
    unlike(
      "all token units, and those of the year's accounts",
      supply,
      holdings.reduce((sum, each) => sum + each.balance, 0n),
    ),
    ...[...changes.keys()]
      .filter((each) => !owned.includes(each))
      .map((each) => `${each} took part, and nobody knows it`),
  ];
}

function unlike(what: string, one: bigint, other: bigint): string | null {
  return one === other ? null : `${what} differ: ${one} and ${other}, by ${one - other}`;
}

export function total(lines: readonly Line[]): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}
