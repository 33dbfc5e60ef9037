import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../domain/day-count.ts";
import { type DocumentFacts, sealDocument } from "../../domain/document-root.ts";
import { failedChecks } from "./document-checks.ts";

const facts: DocumentFacts = {
  format: "UBL",
  number: "F-2026-118",
  issueDate: "2026-11-02",
  invoiceDueDate: "2026-12-02",
  agreedDueDate: "2027-03-01",
  currency: "CNY",
  payableMinor: "100000000",
  sellerIdentity: `0x${"5e".repeat(20)}`,
  buyerIdentity: `0x${"b1".repeat(20)}`,
  fileSha256: `0x${"f1".repeat(32)}`,
};
const sealed = sealDocument(facts, () => `0x${"07".repeat(32)}`);
const shown = { facts, fields: sealed.fields, fileSha256: facts.fileSha256 };
const registered = {
  documentRoot: sealed.root,
  face: 100_000_000n,
  dueDay: dayFromIso("2027-03-01"),
  currency: "CNY",
  obligorIdentity: facts.buyerIdentity.toUpperCase().replace("0X", "0x"),
  creditorIdentity: facts.sellerIdentity,
};

describe("failedChecks", () => {
  it("finds nothing when document and registration agree", () => expect(failedChecks(shown, registered)).toEqual([]));

  it.each([
    ["seal", { documentRoot: `0x${"00".repeat(32)}` }],
    ["amount", { face: 100_000_001n }],
    ["currency", { currency: "EUR" }],
    ["dueDay", { dueDay: registered.dueDay + 1 }],
    ["obligor", { obligorIdentity: `0x${"00".repeat(20)}` }],
    ["creditor", { creditorIdentity: "" }],
  ] as const)("tells that %s differs", (check, changed) => {
    expect(failedChecks(shown, { ...registered, ...changed })).toEqual([check]);
  });

  it("tells that the file is another one", () => {
    expect(failedChecks({ ...shown, fileSha256: `0x${"ab".repeat(32)}` }, registered)).toEqual(["file"]);
  });

  it("tells that a sealed field was changed after sealing", () => {
    const fields = sealed.fields.map((field) => (field.field === "number" ? { ...field, value: "F-2026-119" } : field));
    expect(failedChecks({ ...shown, fields }, registered)).toEqual(["seal", "facts"]);
  });

  it("tells that what is shown is not what is sealed", () => {
    expect(failedChecks({ ...shown, facts: { ...facts, number: "F-2026-119" } }, registered)).toEqual(["facts"]);
  });
});
