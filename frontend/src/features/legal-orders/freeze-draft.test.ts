import { describe, expect, it } from "vitest";
import { centOf, type FreezeDraft, readFreezeDraft } from "./freeze-draft.ts";

const CLOCK = { today: 20_778, utcOffsetHours: 8 };
const HASH = `0x${"ab".repeat(32)}` as const;
const draft: FreezeDraft = {
  ...{ first: "1,001", last: "2000", reason: "4", lastDay: "2026-11-21" },
  document: { name: "order.pdf", hash: HASH },
};
const problems = (change: Partial<FreezeDraft>) => {
  const read = readFreezeDraft({ ...draft, ...change }, CLOCK);
  return "problems" in read ? read.problems : null;
};

describe("readFreezeDraft", () => {
  it("reads cents, reason, document, and the last second of the last day", () => {
    expect(readFreezeDraft(draft, CLOCK)).toEqual({
      order: {
        ...{ from: 1_000n, to: 2_000n, reason: 4, document: HASH },
        until: BigInt(Date.parse("2026-11-21T15:59:59Z") / 1000),
      },
    });
  });
  it("says what is missing, all at once", () => {
    const nothing: FreezeDraft = { first: "", last: "", reason: "", lastDay: "", document: null };
    expect(problems(nothing)).toEqual({
      first: "firstMissing",
      last: "lastMissing",
      reason: "reasonMissing",
      lastDay: "lastDayBad",
      document: "documentMissing",
    });
  });
  it("refuses a range that does not go forward, and a day that has passed", () => {
    expect(problems({ last: "1000" })).toEqual({ last: "lastBeforeFirst" });
    expect(problems({ last: "1001" })).toBeNull();
    expect(problems({ lastDay: "2026-11-20" })).toEqual({ lastDay: "lastDayBad" });
    expect(problems({ lastDay: "2026-02-30" })).toEqual({ lastDay: "lastDayBad" });
  });
});

describe("centOf", () => {
  it("takes marks between thousands", () => expect(centOf("1 250’000")).toBe(1_250_000n));
  it("refuses signs, words and nothing", () => {
    for (const text of ["-1", "ten", "", "1e3", "0"]) expect(centOf(text)).toBeNull();
  });
});
