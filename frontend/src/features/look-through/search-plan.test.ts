import { describe, expect, it } from "vitest";
import { invoiceKey } from "../../domain/invoice-key.ts";
import { searchPlan } from "./search-plan.ts";

const ID = `0x${"3f9a12bc".repeat(6)}`;

describe("searchPlan", () => {
  it("looks for nothing when nothing was typed", () => expect(searchPlan("  ", 2026)).toBeNull());

  it("takes an id, or its beginning, with or without 0x", () => {
    expect(searchPlan(ID, 2026)).toMatchObject({ idPrefix: ID, txHash: null });
    expect(searchPlan("3F9A12BC", 2026)).toMatchObject({ idPrefix: "0x3f9a12bc" });
    expect(searchPlan("3f9", 2026)).toMatchObject({ idPrefix: null });
  });

  it("takes a slice as people are shown it", () => {
    expect(searchPlan("3f9a12bc [0, 250000)", 2026)).toMatchObject({ idPrefix: "0x3f9a12bc" });
  });

  it("takes 32 bytes for a slice's id or a transaction", () => {
    const word = `${ID}0000000000000bb8`;
    expect(searchPlan(word, 2026)).toMatchObject({ idPrefix: ID, sliceId: word, txHash: word, invoiceKeys: [] });
  });

  it("takes a token's number, as wallets and explorers write it", () => {
    const word = `${ID}0000000000000bb8`;
    expect(searchPlan(BigInt(word).toString(), 2026)).toMatchObject({ idPrefix: ID, sliceId: word });
    expect(searchPlan("9".repeat(78), 2026)).toMatchObject({ idPrefix: null, sliceId: null });
    // An invoice's number of 20 digits is none.
    expect(searchPlan("24502000000123456789", 2026)).toMatchObject({ sliceId: null });
  });

  it("takes 20 bytes for an account", () => {
    const account = `0x${"ab".repeat(20)}`;
    expect(searchPlan(account, 2026)).toMatchObject({ account });
  });

  it("finds an invoice by its number, however it is written", () => {
    const plan = searchPlan(" hx-2026-1008 ", 2026);
    expect(plan?.idPrefix).toBeNull();
    expect(plan?.invoiceKeys).toContain(invoiceKey("HX-2026-1008", 2026));
    expect(plan?.invoiceKeys).toContain(invoiceKey("HX-2026-1008", 2017));
  });
});
