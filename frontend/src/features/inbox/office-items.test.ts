import { describe, expect, it } from "vitest";
import { DAY, kinds, NOON, now, receivable, TODAY } from "./item-samples.ts";
import { changeItems, checkItems, freezeItems, keyItems } from "./office-items.ts";

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

describe("changeItems", () => {
  const of = (readyAt: bigint, account = "0xMe") => changeItems([{ id: "op", caller: "0xme", readyAt }], account, now);

  it("asks the one who announced it to carry it out before it lapses", () => {
    expect(of(NOON + DAY)).toMatchObject([{ kind: "changeWaiting", urgency: "watch", day: TODAY + 1 }]);
    expect(of(NOON)).toMatchObject([{ kind: "changeReady", urgency: "act", day: TODAY + 7 }]);
    expect(kinds(of(NOON, "0xother"))).toEqual([["changeReady", "watch"]]);
    expect(of(NOON - 7n * DAY)).toEqual([]);
  });
});

describe("keyItems", () => {
  const proposed = {
    ...{ id: "k", lost: "0xLost", proposedBy: "0xop", proposedAt: NOON },
    ...{ readyAt: null, endedAt: null },
    status: "proposed",
  } as const;
  const agreed = (readyAt: bigint) => ({ ...proposed, status: "agreed", readyAt }) as const;
  const supervisor = { account: "0xsv", isSupervisor: true, left: [] };

  it("asks the supervisor to agree, unless it has proposed it itself", () => {
    expect(kinds(keyItems([proposed], supervisor, now))).toEqual([["keyToAgree", "act"]]);
    expect(kinds(keyItems([proposed], { ...supervisor, account: "0xOP" }, now))).toEqual([["keyProposed", "watch"]]);
    expect(kinds(keyItems([proposed], { ...supervisor, isSupervisor: false }, now))).toEqual([
      ["keyProposed", "watch"],
    ]);
  });
  it("follows the notice, the time to carry it out, and the slices left", () => {
    expect(kinds(keyItems([agreed(NOON + 1n)], supervisor, now))).toEqual([["keyNotice", "watch"]]);
    expect(keyItems([agreed(NOON)], supervisor, now)).toMatchObject([{ kind: "keyReady", day: TODAY + 30 }]);
    expect(keyItems([agreed(NOON - 31n * DAY)], supervisor, now)).toEqual([]);
    const done = { ...agreed(NOON), status: "carriedOut", endedAt: NOON } as const;
    expect(keyItems([done], supervisor, now)).toEqual([]);
    expect(kinds(keyItems([done], { ...supervisor, left: [{ holder: "0xlost" }] }, now))).toEqual([
      ["keySlicesLeft", "act"],
    ]);
  });
});

describe("freezeItems", () => {
  const of = (until: bigint) =>
    freezeItems([{ id: "f", receivableId: "0xr1", start: 0n, end: 40n, until, holder: "0xh", receivable }], now);
  it("tells what runs out soon, and asks to release what has", () => {
    expect(of(NOON + 15n * DAY)).toEqual([]);
    expect(of(NOON)).toMatchObject([{ kind: "freezeEnding", urgency: "watch", money: { amount: 40n } }]);
    expect(kinds(of(NOON - 1n))).toEqual([["freezeOver", "act"]]);
  });
});
