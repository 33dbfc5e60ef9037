import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  fromFragment,
  LOAN_OFFER,
  type PaperKind,
  QUOTE,
  type Quote,
  readPaper,
  toFragment,
  writePaper,
} from "./signed-paper.ts";

const desk = "0x00000000000000000000000000000000000000D1";
const here = { chainId: 31_337, desk } as const;
const message: Quote = {
  id: (1n << 255n) + 7n,
  word: (1n << 256n) - 1n,
  bank: "0x00000000000000000000000000000000000000B1",
  net: (1n << 48n) - 1n,
  expiresAt: 1_795_226_400n,
  series: 3n,
  recourse: true,
  limited: false,
};
const paper = { ...here, message, signature: "0xabcd" } as const;
const changed = (change: object) => JSON.stringify({ ...JSON.parse(writePaper(QUOTE, paper)), ...change });
const changedMessage = (change: object) =>
  changed({ message: { ...JSON.parse(writePaper(QUOTE, paper)).message, ...change } });

describe("the structs", () => {
  const source = (name: string) =>
    readFileSync(new URL(`../../../contracts/desks/${name}.sol`, import.meta.url), "utf8");
  const typeText = ({ primaryType, fields }: PaperKind) =>
    `"${primaryType}(${fields.map(({ type, name }) => `${type} ${name}`).join(",")})"`;
  it.each([
    ["Quotes", QUOTE],
    ["LoanOffers", LOAN_OFFER],
  ])("of %s.sol are those the desk hashes", (name, kind) => {
    expect(source(name)).toContain(typeText(kind));
    expect(source(name)).toContain(`EIP712("${kind.domainName}", "1")`);
  });
});

describe("a paper", () => {
  it("comes out of its file as it went in, to the last bit", () => {
    expect(readPaper(QUOTE, writePaper(QUOTE, paper), here)).toEqual(paper);
  });
  it("comes out of a link as it went in", () => {
    const fragment = toFragment(writePaper(QUOTE, paper));
    expect(fragment).toMatch(/^paper\.[\w-]+$/);
    expect(readPaper(QUOTE, fromFragment(fragment) ?? "", here)).toEqual(paper);
  });
  it("of another kind or network says so", () => {
    expect(readPaper(LOAN_OFFER, writePaper(QUOTE, paper), here)).toEqual({ problem: "otherKind" });
    expect(readPaper(QUOTE, changed({ chainId: 1 }), here)).toEqual({ problem: "otherNetwork" });
    expect(readPaper(QUOTE, changed({ desk: message.bank }), here)).toEqual({ problem: "otherNetwork" });
  });
  it.each([
    ["no JSON", "net: 5"],
    ["no object", "7"],
    ["no signature", changed({ signature: "signed" })],
    ["a number too large", changedMessage({ net: (1n << 48n).toString() })],
    ["a negative number", changedMessage({ net: "-1" })],
    ["a number that is no text", changedMessage({ net: 5 })],
    ["a yes that is no boolean", changedMessage({ recourse: "true" })],
    ["no account", changedMessage({ bank: "0x12" })],
  ])("with %s is unreadable", (_, text) => expect(readPaper(QUOTE, text, here)).toEqual({ problem: "unreadable" }));
});

describe("fromFragment", () => {
  it("reads what a link may hold", () => expect(fromFragment("paper.e30")).toBe("{}"));
  it("is nothing for what is no paper", () => {
    const broken = ["", "content", "e30", "paper.", "paper.a b", "paper.%7B", "paper.A", "paper._w"];
    for (const fragment of broken) expect(fromFragment(fragment)).toBeNull();
  });
});
