import { describe, expect, it } from "vitest";
import { identityHash } from "../../domain/identifiers.ts";
import { foundCompanies } from "./found-companies.ts";

const NUMBER = "DE811907980";
const wulong = identityHash("VAT", NUMBER);
const entries = [
  { identity: wulong, name: "Wulong Presses", nameZh: "武隆冲压", number: NUMBER },
  { identity: "0xAA", name: "Bashan Springs", nameZh: null, number: "1" },
];
const participants = [
  { account: "0xNew1", identity: wulong },
  { account: "0xOld2", identity: wulong },
  { account: "0xBash", identity: "0xaa" },
];
const known = { entries, participants };
const find = (text: string, accountPrefix: string | null = null, from: Parameters<typeof foundCompanies>[1] = known) =>
  foundCompanies({ text, accountPrefix }, from).map(({ identity }) => identity);

describe("foundCompanies", () => {
  it("finds a name or a number, in part, in either language", () => {
    expect(find("springs")).toEqual(["0xaa"]);
    expect(find("武隆")).toEqual([wulong]);
    expect(find("8119")).toEqual([wulong]);
    expect(find("nobody")).toEqual([]);
  });
  it("finds an account, in part, also one that was replaced, with all accounts of its organisation", () => {
    expect(find("0xold2", "0xold2")).toEqual([wulong]);
    expect(foundCompanies({ text: "0xne", accountPrefix: "0xne" }, known)).toMatchObject([
      { accounts: ["0xNew1", "0xOld2"], entry: { name: "Wulong Presses" } },
    ]);
  });
  it("finds a whole number though no name is readable", () => {
    const unread = { entries: [], participants };
    expect(find("de 811 907 980", null, unread)).toEqual([wulong]);
    expect(find("8119", null, unread)).toEqual([]);
    expect(foundCompanies({ text: NUMBER, accountPrefix: null }, unread)[0]?.entry).toBeNull();
  });
});
