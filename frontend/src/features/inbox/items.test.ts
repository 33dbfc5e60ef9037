import { describe, expect, it } from "vitest";
import { bankItems, byUrgency, checkItems, obligorItems, supplierItems } from "./items.ts";

const TODAY = 20_778;
/** Noon of that day in UTC+8. */
const NOON = BigInt(TODAY) * 86_400n + 4n * 3_600n;
const now = { timestamp: NOON, today: TODAY, utcOffsetHours: 8 };

const receivable = {
  id: "0xr1",
  status: "confirmed",
  obligor: "0xobligor",
  creditor: "0xcreditor",
  face: 1_000n,
  currency: 1,
  dueDay: TODAY + 60,
  registryRecorded: true,
  paidInFull: false,
  refusalReason: null,
};
const kinds = (items: readonly { kind: string; urgency: string }[]) =>
  items.map(({ kind, urgency }) => [kind, urgency]);

describe("obligorItems", () => {
  const of = (changed: Partial<typeof receivable>) => kinds(obligorItems([{ ...receivable, ...changed }], now));

  it("asks to confirm until the registration lapses", () => {
    expect(of({ status: "registered", dueDay: TODAY + 1 })).toEqual([["confirm", "act"]]);
    expect(of({ status: "registered", dueDay: TODAY })).toEqual([]);
  });
  it("announces what falls due, and tells what is late", () => {
    expect(of({ dueDay: TODAY + 15 })).toEqual([]);
    expect(of({ dueDay: TODAY + 14 })).toEqual([["pay", "watch"]]);
    expect(of({ dueDay: TODAY })).toEqual([["pay", "today"]]);
    expect(of({ dueDay: TODAY - 1 })).toEqual([["pay", "late"]]);
  });
  it("asks to finish a payment that has not reached everybody", () => {
    expect(of({ dueDay: TODAY - 1, paidInFull: true })).toEqual([["finishPayOut", "act"]]);
  });
  it("is silent about what is settled or refused", () => {
    expect(of({ status: "settled", dueDay: TODAY - 1 })).toEqual([]);
    expect(of({ status: "refused" })).toEqual([]);
  });
});

describe("supplierItems", () => {
  const none = { offered: [], registered: [], held: [] };
  const offer = { id: "o1", sliceId: "0xs", receivableId: "0xr1", from: "0xpayer", start: 200n, end: 500n, receivable };

  it("shows what arrived, with its amount and last day", () => {
    const [item] = supplierItems({ ...none, offered: [{ ...offer, until: NOON + 86_400n }] }, now);
    expect(item).toMatchObject({ kind: "accept", urgency: "act", day: TODAY + 1, party: "0xpayer" });
    expect(item?.money).toEqual({ amount: 300n, currency: 1 });
  });
  it("hurries on the last day, and forgets what has lapsed", () => {
    expect(kinds(supplierItems({ ...none, offered: [{ ...offer, until: NOON }] }, now))).toEqual([["accept", "today"]]);
    expect(supplierItems({ ...none, offered: [{ ...offer, until: NOON - 1n }] }, now)).toEqual([]);
  });
  it("tells what became of registrations", () => {
    const registered = [
      { ...receivable, id: "0xa", status: "refused", refusalReason: 2 },
      { ...receivable, id: "0xb", status: "registered" },
      { ...receivable, id: "0xc", status: "registered", dueDay: TODAY },
      receivable,
    ];
    const items = supplierItems({ ...none, registered }, now);
    expect(kinds(items)).toEqual([
      ["refused", "act"],
      ["waiting", "watch"],
      ["lapsed", "act"],
    ]);
    expect(items[0]).toMatchObject({ refusalReason: 2, party: "0xobligor" });
  });
  it("adds up the slices of a receivable that lacks a registry entry", () => {
    const bare = { ...receivable, registryRecorded: false };
    const held = [
      { id: "0xs1", face: 100n, receivable: bare },
      { id: "0xs2", face: 50n, receivable: bare },
      { id: "0xs3", face: 9n, receivable },
    ];
    const items = supplierItems({ ...none, held }, now);
    expect(kinds(items)).toEqual([["registryMissing", "watch"]]);
    expect(items[0]?.money?.amount).toBe(150n);
  });
});

describe("bankItems", () => {
  const offer = {
    id: 7n,
    obligors: ["0xobligor"],
    currency: 1,
    smallestFace: 100n,
    limit: 1_000n,
    used: 0n,
    withdrawn: false,
    expiresAt: NOON + 30n * 86_400n,
  };
  it("names the obligor of an offer for one only", () => {
    const parties = (obligors: string[]) => bankItems([{ ...offer, expiresAt: NOON, obligors }], [], now)[0]?.party;
    expect([parties(["0xobligor"]), parties(["0xobligor", "0xother"])]).toEqual(["0xobligor", null]);
  });
  it("is silent about an offer with time and room", () => expect(bankItems([offer], [], now)).toEqual([]));
  it("tells when little time or no room is left", () => {
    expect(kinds(bankItems([{ ...offer, expiresAt: NOON + 3n * 86_400n }], [], now))).toEqual([
      ["offerExpiring", "watch"],
    ]);
    expect(kinds(bankItems([{ ...offer, expiresAt: NOON }], [], now))).toEqual([["offerExpiring", "today"]]);
    expect(kinds(bankItems([{ ...offer, used: 901n }], [], now))).toEqual([["offerUsedUp", "watch"]]);
    expect(bankItems([{ ...offer, expiresAt: NOON - 1n }], [], now)).toEqual([]);
    expect(bankItems([{ ...offer, used: 1_000n, withdrawn: true }], [], now)).toEqual([]);
  });
  it("tells which slices fall due", () => {
    const slice = (dueDay: number) => ({ id: `0x${dueDay}`, face: 5n, receivable: { ...receivable, dueDay } });
    expect(kinds(bankItems([], [slice(TODAY + 15), slice(TODAY), slice(TODAY - 2)], now))).toEqual([
      ["sliceDue", "today"],
      ["sliceDue", "late"],
    ]);
  });
});

describe("checkItems", () => {
  it("tells whose checks end, not of the suspended", () => {
    const of = (kycUntil: number, suspended = false) =>
      kinds(checkItems([{ account: "0xp", kycUntil, suspended }], now));
    expect(of(TODAY + 31)).toEqual([]);
    expect(of(TODAY + 30)).toEqual([["kycExpiring", "watch"]]);
    expect(of(TODAY - 1)).toEqual([["kycExpiring", "late"]]);
    expect(of(TODAY - 1, true)).toEqual([]);
  });
});

describe("byUrgency", () => {
  it("puts what is late first, then by day, and each thing once", () => {
    const due = (id: string, dueDay: number) => ({ ...receivable, id, dueDay });
    const rows = [due("0x4", TODAY + 3), due("0x2", TODAY), due("0x1", TODAY - 1), due("0x0", TODAY - 5)];
    const registered = { ...receivable, id: "0x3", status: "registered" };
    const items = obligorItems([...rows, registered], now);
    expect(byUrgency([...items, ...items]).map(({ receivableId }) => receivableId)).toEqual([
      "0x0",
      "0x1",
      "0x2",
      "0x3",
      "0x4",
    ]);
  });
});
