import { describe, expect, it } from "vitest";
import { balance, type CurrencyViews, type Holding, total } from "./book.ts";
import type { Flow } from "./flows.ts";
import { bookText } from "./printBook.ts";

const [OBLIGOR, SUPPLIER, BANK, DESK, PLEDGES] = ["0xob", "0xsu", "0xba", "0xde", "0xpl"];
const SCALE = 10_000n;

/** A face of 1 000.00: 400.00 discounted for 390.00, paid with a penalty of 5.00, 100.00 of it set aside. */
const FLOWS: Flow[] = [
  flow("discount", BANK, SUPPLIER, 390_00n),
  flow("face", OBLIGOR, DESK, 1000_00n),
  flow("penalty", OBLIGOR, DESK, 5_00n),
  flow("slice", DESK, SUPPLIER, 603_00n),
  flow("slice", DESK, BANK, 402_00n),
  flow("setAside", SUPPLIER, DESK, 100_00n),
];

function flow(purpose: Flow["purpose"], from: string, to: string, amount: bigint): Flow {
  return { currency: 1, purpose, from, to, amount };
}

function holding(name: string, address: string, minted: bigint, balanceInCents: bigint): Holding {
  return { name, address, isDesk: name.endsWith("Desk"), minted: minted * SCALE, balance: balanceInCents * SCALE };
}

function views(change: Partial<CurrencyViews> = {}): CurrencyViews {
  return {
    ...{ code: "EUR", currency: 1, tokenDecimals: 6, scale: SCALE, supply: 3000_00n * SCALE },
    holdings: [
      holding("obligor", OBLIGOR, 2000_00n, 995_00n),
      holding("supplier", SUPPLIER, 0n, 893_00n),
      holding("bank", BANK, 1000_00n, 1012_00n),
      holding("settlementDesk", DESK, 0n, 100_00n),
      holding("pledgeDesk", PLEDGES, 0n, 0n),
    ],
    ...{ held: 0n, setAside: 100_00n, locked: 0n, loanSetAside: 0n, owedToLenders: 0n, returnedToLenders: 0n },
    ...{ confirmed: 1000_00n, burnt: 1000_00n, live: 0n, retiredAlive: 0n, outstanding: 0n },
    ...change,
  };
}

describe("balance", () => {
  it("balances a year in which everything went where the events say", () => {
    const book = balance(views(), FLOWS);
    expect(book.differences).toEqual([]);
    expect([total(book.paidIn), total(book.paidOut), total(book.setAside)]).toEqual([1395_00n, 1295_00n, 100_00n]);
  });

  it("leaves other currencies out", () => {
    expect(balance(views(), [...FLOWS, { ...flow("face", OBLIGOR, DESK, 7n), currency: 2 }]).differences).toEqual([]);
  });

  it.each<[string, Partial<CurrencyViews>, Flow[], RegExp]>([
    [
      "a cent paid in that nobody got",
      {},
      [flow("face", OBLIGOR, DESK, 1n)],
      /paid in, and paid out or set aside differ/,
    ],
    [
      "a cent set aside too much",
      { setAside: 100_01n },
      [],
      /set aside for holders by the events, and by the desk differ/,
    ],
    [
      "money held that no payment left there",
      { held: 1n },
      [],
      /token units with settlementDesk, and what it keeps differ/,
    ],
    [
      "money drawn for a loan that went nowhere",
      {},
      [flow("lockClaim", DESK, PLEDGES, 1n)],
      /drawn for loans, and passed on differ/,
    ],
    [
      "a token unit from nowhere",
      { supply: 3000_00n * SCALE + 1n },
      [],
      /all token units, and those of the year's accounts differ/,
    ],
    ["cents that no slice has", { confirmed: 1000_01n }, [], /confirmed cents, and live or burnt ones differ/],
    ["cents that live and are owed by nobody", { confirmed: 1001_00n, live: 1_00n }, [], /live cents, and those owed/],
    [
      "a loan that is neither owed nor returned",
      { owedToLenders: 1n },
      [],
      /principal lent, and returned or owed differ/,
    ],
    ["a stranger's money", {}, [flow("quote", BANK, "0xstranger", 1n)], /0xstranger took part, and nobody knows it/],
  ])("tells of %s", (_, change, more, difference) => {
    const book = balance(views(change), [...FLOWS, ...more]);
    expect(book.differences.join("\n")).toMatch(difference);
    expect(bookText(book)).toContain("DIFFERENCE: ");
  });

  it("tells whose token balance is not what its events make it", () => {
    const holdings = views().holdings.map((each) =>
      each.name === "bank" ? { ...each, balance: each.balance - 1n } : each,
    );
    const told = balance(views({ holdings, supply: 3000_00n * SCALE - 1n }), FLOWS).differences;
    expect(told).toEqual([
      "token units of bank by the events, and by the token differ: 1012000000 and 1011999999, by 1",
    ]);
  });
});

describe("bookText", () => {
  it("prints amounts in whole cents, and what was paid for nothing not at all", () => {
    const text = bookText(balance(views(), FLOWS));
    expect(text).toContain("EUR (a token of 6 decimals)");
    expect(text).toMatch(/obligors, face at maturity +1 000\.00\n/);
    expect(text).toMatch(/In less out less set aside +0\.00\n/);
    expect(text).not.toContain("recourse");
  });
});
