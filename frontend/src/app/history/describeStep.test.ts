import { describe, expect, it } from "vitest";
import { describeStep } from "./describeStep.ts";
import en from "./messages.en.json";
import { WORDS } from "./plain-words.ts";

const RECEIVABLE = `0x${"ab".repeat(24)}`;
const sliceAt = (start: number) => `${RECEIVABLE}${start.toString(16).padStart(16, "0")}`;

describe("describeStep", () => {
  it("finds a slice's range in its id and its end", () => {
    const step = { kind: "sliceTransferred", actor: "a", sliceId: sliceAt(700), data: { to: "b", end: "1000" } };
    expect(describeStep(step, WORDS)).toEqual({
      kind: "sliceTransferred",
      values: { actor: "A", to: "B", amount: "300", range: "700–1000" },
    });
  });

  it("tells a split that pays others from one that keeps the parts", () => {
    const split = (holders: string[]) =>
      describeStep(
        { kind: "sliceSplit", actor: "0xA", sliceId: sliceAt(0), data: { parts: ["1", "2"], holders } },
        WORDS,
      );
    expect(split(["0xa", "0xA"])).toMatchObject({ kind: "sliceSplit", values: { count: "2" } });
    expect(split(["0xb", "0xa", "0xb"])).toMatchObject({ kind: "slicePartsPaid", values: { payees: "0XB" } });
  });

  it("tells refusals with their reason", () => {
    const step = { kind: "receivableRefused", actor: "a", sliceId: null, data: { reason: 2 } };
    expect(describeStep(step, WORDS)).toEqual({ kind: "receivableRefused", reason: "2", values: { actor: "A" } });
  });

  it("tells a late payment from one in time", () => {
    const paid = (penalty: string) =>
      describeStep(
        {
          kind: "obligorPaid",
          actor: "a",
          sliceId: null,
          data: { face: "1000", penalty, daysLate: 0, collected: "0" },
        },
        WORDS,
      ).kind;
    expect([paid("0"), paid("3")]).toEqual(["obligorPaid", "obligorPaidLate"]);
  });

  it("names the figure that a step lacks", () => {
    const step = { kind: "slicePaid", actor: "a", sliceId: sliceAt(0), data: { holder: "b" } };
    expect(() => describeStep(step, WORDS)).toThrow('A step "slicePaid" lacks "amount".');
  });

  it("tells a freeze with its cents, its end and its reason", () => {
    const data = { order: 4, document: "0x1", until: "99", end: "1000" };
    expect(describeStep({ kind: "sliceFrozen", actor: "a", sliceId: sliceAt(700), data }, WORDS)).toEqual({
      kind: "sliceFrozen",
      values: { actor: "A", until: "second 99", order: "reason 4", amount: "300", range: "700–1000" },
    });
  });

  it("tells a release by order from a freeze that ran out", () => {
    const released = (document: string) =>
      describeStep({ kind: "sliceReleased", actor: "a", sliceId: sliceAt(0), data: { document, end: "5" } }, WORDS)
        .kind;
    expect([released(`0x${"0".repeat(64)}`), released("0x12")]).toEqual(["sliceFreezeRanOut", "sliceReleased"]);
  });

  it("tells a limit that is set from one that is lifted", () => {
    const limited = (limit: string) =>
      describeStep(
        { kind: "outstandingLimitSet", actor: "a", sliceId: null, data: { identity: "0x7", currency: 2, limit } },
        WORDS,
      );
    expect(limited("500")).toMatchObject({ values: { organisation: "company 0x7", amount: "500 of 2" } });
    expect(limited("0").kind).toBe("outstandingLimitLifted");
  });

  it("tells an offer with its obligors and rates, each once, and its recourse", () => {
    const posted = (withRecourse: boolean) =>
      describeStep(
        {
          ...{ kind: "standingOfferPosted", actor: "a", sliceId: null },
          data: { offerId: "7", obligors: ["b", "c"], ratesPpm: ["38500", "38500", "41000"], withRecourse },
        },
        WORDS,
      );
    expect(posted(false)).toEqual({
      kind: "standingOfferPosted",
      values: { actor: "A", offer: "7", obligors: "B + C", rates: "38500 ppm + 41000 ppm" },
    });
    expect(posted(true).kind).toBe("standingOfferPostedWithRecourse");
  });

  it("has a message for every kind it describes", () => {
    const kinds = ["receivableCancelled", "standingConsentGiven", "deskDisabled", "sliceDiscounted", "obligorPaidLate"];
    expect(Object.keys(en.step)).toEqual(expect.arrayContaining(kinds));
  });
});
