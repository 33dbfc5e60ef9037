import { describe, expect, it } from "vitest";
import { ANY, isNarrowed, type ListChoice, listQuery, minorIn } from "./list-query.ts";

const order = { sort: "registeredAt", descending: true } as const;
const buyer = { identity: "0xaa", name: "Yujiang Motors", nameZh: "渝江汽车", number: "91500000YJQC00017L" };
const seller = { identity: "0xbb", name: "Huaxin Components", nameZh: null, number: "91500000HXLB00024Q" };
const known = { party: "0xbb", timestamp: 7_250n, directory: [buyer, seller], minorDigits: 2 };
const all: ListChoice = { ...ANY, scope: "all" };

const ask = (choice: Partial<ListChoice>) => listQuery({ ...all, ...choice }, order, known);

describe("listQuery", () => {
  it("asks for everything when nothing is chosen", () => expect(ask({})).toEqual(order));

  it("names the reader's organisation", () => expect(ask({ scope: "mine" })).toEqual({ ...order, party: "0xbb" }));

  it("asks for a state as of the full hour", () => {
    expect(ask({ state: "overdue" }).state).toEqual({ is: "overdue", at: 7_200 });
    expect(listQuery({ ...all, state: "due" }, order, { ...known, timestamp: undefined }).state).toBeUndefined();
  });

  it("finds companies by name in either language and by number", () => {
    for (const text of ["yujiang", "渝江", "YJQC00017"]) expect(ask({ text }).text?.identities).toEqual(["0xaa"]);
    expect(ask({ text: "nobody" }).text).toEqual({ idPrefix: null, identities: [] });
    expect(ask({ text: "   " }).text).toBeUndefined();
  });

  it("takes hex for the beginning of an id, but not a short word", () => {
    expect(ask({ text: "3fA9" }).text?.idPrefix).toBe("3fA9");
    expect(ask({ text: "0xde" }).text?.idPrefix).toBe("de");
    expect(ask({ text: "de" }).text?.idPrefix).toBeNull();
    expect(ask({ text: "motors" }).text?.idPrefix).toBeNull();
  });

  it("turns days, amounts and the currency into the ledger's figures", () => {
    const query = ask({ currency: "2", dueFrom: "1970-01-02", dueTo: "1970-02-01", faceFrom: "10", faceTo: "99.5" });
    expect(query).toEqual({ ...order, currency: 2, dueFrom: 1, dueTo: 31, faceFrom: "1000", faceTo: "9950" });
  });

  it("leaves out what is no amount", () => {
    expect(ask({ faceFrom: "1.234" })).toEqual(order);
    expect(minorIn("1.234", 2)).toBeUndefined();
    expect(minorIn("", 2)).toBeUndefined();
  });
});

describe("isNarrowed", () => {
  it("is told by any choice but the scope", () => {
    expect(isNarrowed(all)).toBe(false);
    expect(isNarrowed({ ...all, scope: "mine" })).toBe(false);
    expect(isNarrowed({ ...all, state: "due" })).toBe(true);
    expect(isNarrowed({ ...all, faceTo: "5" })).toBe(true);
  });
});
