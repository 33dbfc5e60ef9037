import { describe, expect, it } from "vitest";
import { decodeSliceWord, receivableId, shortReceivableId, shortSlice, sliceId, splitSliceId } from "./ids.ts";
import { invoiceKey } from "./invoice-key.ts";
import { bitsFromRoles, rolesFromBits } from "./roles.ts";

const refused = (code: string) => expect.objectContaining({ code });
const OBLIGOR = "0x1111111111111111111111111111111111111111";
const CREDITOR = "0x2222222222222222222222222222222222222222";

describe("invoiceKey", () => {
  it("is the same however the number is typed", () => {
    const key = invoiceKey("HX-2026-1107", 2026);
    expect(key).toBe("0x2bd2227d5345d35642ac13c4e3b1b4a5a6792a22195c8933ed66e7e0e2fe2e35");
    for (const typed of [" hx-2026-1107", "HX-2026-\u200B1107", "ＨＸ-２０２６-1107", "HX\u00AD-2026\t-1107\u3000"]) {
      expect(invoiceKey(typed, 2026)).toBe(key);
    }
  });

  it("folds letters whose capitals or accents take another form", () => {
    expect(invoiceKey("e\u200B\u0301", 2026)).toBe(invoiceKey("É", 2026));
    expect(invoiceKey("straße", 2026)).toBe(invoiceKey("STRASSE", 2026));
    expect(invoiceKey("a\u00A8", 2026)).toBe(invoiceKey("Ä", 2026));
  });

  it("differs by number and by year", () => {
    expect(invoiceKey("HX-1", 2026)).not.toBe(invoiceKey("HX-2", 2026));
    expect(invoiceKey("HX-1", 2026)).not.toBe(invoiceKey("HX-1", 2027));
  });

  it("refuses an empty number and an impossible year", () => {
    expect(() => invoiceKey(" \u200B", 2026)).toThrow(refused("InvoiceNumberEmpty"));
    expect(() => invoiceKey("1", 1969)).toThrow(refused("IssueYearOutOfRange"));
    expect(() => invoiceKey("1", 2026.5)).toThrow(refused("IssueYearOutOfRange"));
  });
});

describe("receivableId", () => {
  it("commits to who owes, who is owed and which invoice, in 192 bits", () => {
    const key = invoiceKey("HX-2026-1107", 2026);
    const id = receivableId(OBLIGOR, CREDITOR, key);
    expect(id).toBe(2847856193528341877232079839918389965483250251163679143741n);
    expect(id >> 192n).toBe(0n);
    expect(receivableId(CREDITOR, OBLIGOR, key)).not.toBe(id);
  });
});

describe("sliceId", () => {
  const receivable = 0x3f9a12bcn << 160n;

  it("is undone by splitSliceId", () => {
    const id = sliceId(receivable, 250_000n);
    expect(splitSliceId(id)).toEqual({ receivable, start: 250_000n });
    expect(shortReceivableId(receivable)).toBe("3f9a12bc");
    expect(shortSlice(id, 300_000n)).toBe("3f9a12bc [250000, 300000)");
  });

  it("refuses what no slice can have", () => {
    expect(() => sliceId(1n << 192n, 0n)).toThrow(refused("IdOutOfRange"));
    expect(() => sliceId(1n, 1n << 48n)).toThrow(refused("IdOutOfRange"));
    expect(() => splitSliceId(1n << 48n)).toThrow(refused("IdOutOfRange"));
    expect(() => splitSliceId(1n << 256n)).toThrow(refused("IdOutOfRange"));
  });
});

describe("decodeSliceWord", () => {
  it("reads every part", () => {
    const holder = 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266n;
    const word = holder | (30_000_000n << 160n) | (7n << 208n) | (3n << 216n) | (0xffffffffn << 224n);
    expect(decodeSliceWord(word)).toEqual({
      holder: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
      end: 30_000_000n,
      hops: 7,
      flags: 3,
      sequence: 4_294_967_295,
    });
  });
});

describe("roles", () => {
  it("are bits", () => {
    expect(bitsFromRoles(["supplier", "operator"])).toBe(18);
    expect(rolesFromBits(18)).toEqual(["supplier", "operator"]);
    expect(rolesFromBits(0)).toEqual([]);
  });
});
