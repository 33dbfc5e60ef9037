import { describe, expect, it } from "vitest";
import { acceptItems, dueItems, registrationItems, registryItems } from "./holder-items.ts";
import { DAY, kinds, NOON, now, receivable, rulesOf, TODAY } from "./item-samples.ts";

describe("acceptItems", () => {
  const offer = { id: "o1", sliceId: "0xs", from: "0xpayer", start: 200n, end: 500n, receivable };

  it("shows what arrived, with its amount and last day", () => {
    const items = acceptItems([{ ...offer, until: NOON + DAY }], now);
    const shown = { kind: "accept", urgency: "act", day: TODAY + 1, party: "0xpayer", sliceId: "0xs" };
    expect(items).toMatchObject([{ ...shown, money: { amount: 300n, currency: 1 } }]);
  });
  it("hurries on the last day, and forgets what has lapsed or may not move", () => {
    expect(kinds(acceptItems([{ ...offer, until: NOON }], now))).toEqual([["accept", "today"]]);
    expect(acceptItems([{ ...offer, until: NOON - 1n }], now)).toEqual([]);
    expect(acceptItems([{ ...offer, until: NOON, receivable: { ...receivable, held: true } }], now)).toEqual([]);
    expect(acceptItems([{ ...offer, until: NOON, receivable: { ...receivable, dueDay: TODAY } }], now)).toEqual([]);
  });
});

describe("registrationItems", () => {
  it("tells what became of registrations", () => {
    const registered = [
      { ...receivable, id: "0xa", status: "refused", refusalReason: 2 },
      { ...receivable, id: "0xb", status: "registered" },
      { ...receivable, id: "0xc", status: "registered", dueDay: TODAY },
      receivable,
    ];
    const items = registrationItems(registered, now);
    expect(kinds(items)).toEqual([
      ["refused", "act"],
      ["waiting", "watch"],
      ["lapsed", "act"],
    ]);
    expect(items[0]).toMatchObject({ refusalReason: 2, party: "0xobligor" });
  });
});

describe("registryItems", () => {
  it("adds up the slices of a receivable that lacks a registry entry", () => {
    const bare = { ...receivable, registryRecorded: false };
    const slice = (id: string, face: bigint, of: typeof receivable) => ({ id, face, flags: 0, receivable: of });
    const items = registryItems(
      [slice("0xs1", 100n, bare), slice("0xs2", 50n, bare), slice("0xs3", 9n, receivable)],
      now,
    );
    expect(kinds(items)).toEqual([["registryMissing", "watch"]]);
    expect(items[0]?.money?.amount).toBe(150n);
  });
});

describe("dueItems", () => {
  const of = (changed: Partial<typeof receivable>, flags = 0) =>
    dueItems([{ id: "0xs", face: 5n, flags, receivable: { ...receivable, ...changed } }], rulesOf, now);

  it("tells what falls due, once for all slices of a receivable", () => {
    expect(of({ dueDay: TODAY + 15 })).toEqual([]);
    expect(kinds(of({ dueDay: TODAY + 14 }))).toEqual([["sliceDue", "watch"]]);
    expect(of({ dueDay: TODAY })).toMatchObject([{ kind: "sliceDue", urgency: "today", nextDay: TODAY + 31 }]);
    const slice = { face: 5n, flags: 0, receivable: { ...receivable, dueDay: TODAY } };
    const both = dueItems(
      [
        { ...slice, id: "0x1" },
        { ...slice, id: "0x2" },
      ],
      rulesOf,
      now,
    );
    expect(both.map(({ money }) => money?.amount)).toEqual([10n]);
  });
  it("asks to report what is unpaid after the days of grace, then to declare the default", () => {
    expect(kinds(of({ dueDay: TODAY - 3 }))).toEqual([["sliceDue", "late"]]);
    expect(kinds(of({ dueDay: TODAY - 4 }))).toEqual([["reportOverdue", "late"]]);
    expect(kinds(of({ dueDay: TODAY - 30, reportedOverdue: true }))).toEqual([["sliceDue", "late"]]);
    expect(kinds(of({ dueDay: TODAY - 31, reportedOverdue: true }))).toEqual([["declareDefault", "late"]]);
    expect(kinds(of({ dueDay: TODAY - 31, status: "defaulted" }))).toEqual([["sliceDefaulted", "watch"]]);
  });
  it("is silent about what was paid, retired or written off", () => {
    expect(of({ dueDay: TODAY - 4, paidInFull: true })).toEqual([]);
    expect(of({ dueDay: TODAY - 4 }, 4)).toEqual([]);
    expect(of({ dueDay: TODAY - 400, status: "writtenOff" })).toEqual([]);
  });
});
