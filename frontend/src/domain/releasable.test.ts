import { describe, expect, it } from "vitest";
import { releasable } from "./releasable.ts";

const BANK = "0xba";
const PLEDGE = "0xd2";
const LOCKED = 2 << 3;
const entry = (start: bigint, end: bigint, desk = "0xd1") => ({ receivableId: "0x1", start, end, desk });
const slice = (start: bigint, end: bigint, holder: string, flags = 0) => ({
  ...{ id: `${start}`, receivableId: "0x1", status: "live", holder, start, end, flags },
});
const truth = {
  entries: [entry(0n, 100n)],
  slices: [slice(0n, 100n, "0xBA")],
  receivables: [{ id: "0x1", status: "confirmed", face: 100n, redeemed: 0n }],
  own: [BANK],
  deskIndex: new Map([
    ["0xd1", 1],
    [PLEDGE, 2],
  ]),
};
const found = (changes: Partial<typeof truth>) => {
  const { slices, paid, cents } = releasable({ ...truth, ...changes });
  return { slices, paid, cents: cents.get("0x1") ?? 0n };
};
const NOTHING = { slices: [], paid: [], cents: 0n };

describe("releasable", () => {
  it("is nothing while the bank holds the cents", () => expect(found({})).toEqual(NOTHING));
  it("is what others hold of what the bank has funded", () => {
    const slices = [slice(0n, 40n, BANK), slice(40n, 70n, "0xcc"), slice(70n, 100n, "0xcc")];
    expect(found({ slices, entries: [entry(0n, 50n)] })).toEqual({ ...NOTHING, slices: ["40"], cents: 10n });
  });
  it("is not what secures the bank's own loan, until it is unlocked", () => {
    const entries = [entry(0n, 100n, PLEDGE)];
    expect(found({ entries, slices: [slice(0n, 100n, "0xcc", LOCKED)] })).toEqual(NOTHING);
    expect(found({ entries, slices: [slice(0n, 100n, "0xcc")] })).toEqual({ ...NOTHING, slices: ["0"], cents: 100n });
    // Bought, sold on, and pledged by the buyer: that lock is not for the bank's loan.
    expect(found({ slices: [slice(0n, 100n, "0xcc", LOCKED)] })).toMatchObject({ slices: ["0"] });
  });
  it("is what was paid early or written off", () => {
    expect(found({ slices: [slice(0n, 100n, BANK, 4)] })).toMatchObject({ slices: ["0"], cents: 100n });
    const receivables = [{ id: "0x1", status: "writtenOff", face: 100n, redeemed: 0n }];
    expect(found({ receivables })).toMatchObject({ slices: ["0"], cents: 100n });
  });
  it("is what was burnt, proved with all slices that still wait", () => {
    const receivables = [{ id: "0x1", status: "confirmed", face: 100n, redeemed: 60n }];
    const slices = [slice(70n, 90n, BANK), slice(10n, 30n, BANK)];
    expect(found({ receivables, slices, entries: [entry(5n, 75n)] })).toEqual({
      ...{ slices: [], paid: [{ receivableId: "0x1", waiting: ["10", "70"] }], cents: 45n },
    });
  });
  it("is all of a settled receivable", () => {
    const receivables = [{ id: "0x1", status: "settled", face: 100n, redeemed: 100n }];
    expect(found({ receivables, slices: [] })).toEqual({
      ...{ slices: [], paid: [{ receivableId: "0x1", waiting: [] }], cents: 100n },
    });
  });
});
