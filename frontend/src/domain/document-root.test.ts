import { keccak256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { type DocumentFacts, isFieldProven, proveField, sealDocument, verifySeal } from "./document-root.ts";

const FACTS: DocumentFacts = {
  format: "ubl",
  number: "HX-2026-1107",
  issueDate: "2026-11-18",
  invoiceDueDate: "",
  agreedDueDate: "2027-02-18",
  currency: "CNY",
  payableMinor: "30000000",
  sellerIdentity: "0x1111111111111111111111111111111111111111",
  buyerIdentity: "0x2222222222222222222222222222222222222222",
  fileSha256: `0x${"ab".repeat(32)}`,
};

function countedSalts(from = 0) {
  let count = from;
  return () => keccak256(stringToBytes(`salt ${count++}`));
}

const refused = (code: string) => expect.objectContaining({ code });

describe("sealDocument", () => {
  it("gives the same root for the same facts and salts, another for others", () => {
    const sealed = sealDocument(FACTS, countedSalts());
    expect(sealed.root).toBe("0xabcd9ad1e3cc7162ae8c8d35891778064309129077627842c814f54c70f61d32");
    expect(sealDocument(FACTS, countedSalts(1)).root).not.toBe(sealed.root);
    expect(sealDocument({ ...FACTS, payableMinor: "30000001" }, countedSalts()).root).not.toBe(sealed.root);
  });

  it("survives storage as JSON", () => {
    const sealed = sealDocument(FACTS, countedSalts());
    expect(verifySeal(JSON.parse(JSON.stringify(sealed)))).toBe(sealed.root);
  });

  it("refuses a salt that is not 32 bytes", () => {
    expect(() => sealDocument(FACTS, () => "0x12")).toThrow(refused("SealFieldsWrong"));
  });
});

describe("verifySeal", () => {
  const sealed = sealDocument(FACTS, countedSalts());

  it("notices a changed value", () => {
    const fields = sealed.fields.map((field) => (field.field === "currency" ? { ...field, value: "EUR" } : field));
    expect(() => verifySeal({ ...sealed, fields })).toThrow(refused("SealBroken"));
  });

  it("refuses a missing, added or moved field", () => {
    const [first, ...rest] = sealed.fields;
    expect(() => verifySeal({ ...sealed, fields: rest })).toThrow(refused("SealFieldsWrong"));
    expect(() => verifySeal({ ...sealed, fields: [...rest, ...(first ? [first] : [])] })).toThrow(
      refused("SealFieldsWrong"),
    );
    expect(() => verifySeal({ ...sealed, fields: [...sealed.fields, ...rest.slice(0, 1)] })).toThrow(
      refused("SealFieldsWrong"),
    );
  });
});

describe("proveField", () => {
  it("proves one field to somebody who only knows the root", () => {
    const sealed = sealDocument(FACTS, countedSalts());
    const proof = proveField(sealed, "payableMinor");
    expect(isFieldProven(sealed.root, proof)).toBe(true);
    expect(isFieldProven(sealed.root, { ...proof, value: "1" })).toBe(false);
    expect(isFieldProven(sealed.root, { ...proof, field: "number" })).toBe(false);
  });
});
