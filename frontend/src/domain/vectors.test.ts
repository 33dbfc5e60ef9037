import { describe, expect, it } from "vitest";
import vectors from "../../../test/vectors/money.json" with { type: "json" };
import { type DayBase, dayFromIso, daysBetween, isoFromDay } from "./day-count.ts";
import { discount, yieldPpm } from "./discount.ts";
import { faceForNet } from "./face-for-net.ts";
import { interest } from "./interest.ts";
import { maxLoan } from "./max-loan.ts";
import { penalty, penaltyDays } from "./penalty.ts";
import { recourseClaim } from "./recourse-claim.ts";
import { entitlement } from "./telescoping.ts";

/** The same table is read by the contracts' tests: two implementations, one truth. */
function dayBase(base: number): DayBase {
  if (base === 360 || base === 365) return base;
  throw new RangeError(`day base ${base}`);
}

const refused = (code: string) => expect.objectContaining({ code });

function recourseTerms(v: { faceMinor: string; recoveredMinor: string; penaltyMinor: string }) {
  const [faceMinor, recoveredMinor] = [BigInt(v.faceMinor), BigInt(v.recoveredMinor)];
  return { faceMinor, recoveredMinor, penaltyMinor: BigInt(v.penaltyMinor) };
}

describe("shared vectors", () => {
  it("are the textbooks' nine at least", () => {
    const names = Object.values(vectors).flatMap((rows) => rows.map(({ name }) => name));
    const numbers = names.flatMap((name) => /^vector (\d)/.exec(name)?.[1] ?? []);
    expect([...new Set(numbers)].sort()).toEqual([..."123456789"]);
  });

  it.each(vectors.discount)("discount: $name", (v) => {
    const terms = { faceMinor: BigInt(v.faceMinor), ratePpm: BigInt(v.ratePpm), days: v.days, base: dayBase(v.base) };
    const expected = { discountMinor: BigInt(v.discountMinor), netMinor: BigInt(v.netMinor) };
    expect(discount(terms)).toEqual(expected);
  });

  it.each(vectors.discountExceedsFace)("discount refused: $name", (v) => {
    const terms = { faceMinor: BigInt(v.faceMinor), ratePpm: BigInt(v.ratePpm), days: v.days, base: dayBase(v.base) };
    const details = { faceMinor: v.faceMinor, discountMinor: v.discountMinor };
    expect(() => discount(terms)).toThrow(expect.objectContaining({ code: "DiscountExceedsFace", details }));
  });

  it.each(vectors.interest)("interest: $name", (v) => {
    const terms = {
      amountMinor: BigInt(v.amountMinor),
      ratePpm: BigInt(v.ratePpm),
      days: v.days,
      base: dayBase(v.base),
    };
    expect(interest(terms)).toBe(BigInt(v.interestMinor));
  });

  it.each(vectors.faceForNet)("face for a net: $name", (v) => {
    const terms = { askedMinor: BigInt(v.askedMinor), ratePpm: BigInt(v.ratePpm), days: v.days, base: dayBase(v.base) };
    expect(faceForNet(terms)).toBe(BigInt(v.faceMinor));
  });

  it.each(vectors.faceForNetRefused)("face for a net refused: $name", (v) => {
    const terms = { askedMinor: BigInt(v.askedMinor), ratePpm: BigInt(v.ratePpm), days: v.days, base: dayBase(v.base) };
    expect(() => faceForNet(terms)).toThrow(refused(v.code));
  });

  it.each(vectors.maxLoan)("most that a pledge secures: $name", (v) => {
    expect(maxLoan(BigInt(v.faceMinor), BigInt(v.haircutPpm))).toBe(BigInt(v.loanMinor));
  });

  it.each(vectors.maxLoanRefused)("loan refused: $name", (v) => {
    expect(() => maxLoan(BigInt(v.faceMinor), BigInt(v.haircutPpm))).toThrow(refused("HaircutOutOfRange"));
  });

  it.each(vectors.claim)("recourse claim: $name", (v) => {
    expect(recourseClaim(recourseTerms(v))).toBe(BigInt(v.claimMinor));
  });

  it.each(vectors.claimRefused)("recourse claim refused: $name", (v) => {
    expect(() => recourseClaim(recourseTerms(v))).toThrow(refused("RecoveredExceedsFace"));
  });

  it.each(vectors.penalty)("penalty: $name", (v) => {
    expect(penalty(BigInt(v.unpaidMinor), BigInt(v.ppmPerDay), v.days)).toBe(BigInt(v.penaltyMinor));
  });

  it.each(vectors.dayCount)("days: $name", (v) => {
    expect([dayFromIso(v.from), dayFromIso(v.to)]).toEqual([v.fromDay, v.toDay]);
    expect([isoFromDay(v.fromDay), isoFromDay(v.toDay)]).toEqual([v.from, v.to]);
    expect(daysBetween(v.fromDay, v.toDay, "ACT")).toBe(v.act);
    expect(daysBetween(v.fromDay, v.toDay, "30/360")).toBe(v.thirty360);
  });

  it.each(vectors.daysReversed)("days refused: $name", (v) => {
    expect(() => daysBetween(v.fromDay, v.toDay, "ACT")).toThrow(refused("DaysReversed"));
    expect(() => daysBetween(v.fromDay, v.toDay, "30/360")).toThrow(refused("DaysReversed"));
  });

  it.each(vectors.penaltyDays)("penalty days: $name", (v) => {
    expect(penaltyDays(dayFromIso(v.due), dayFromIso(v.paid), v.graceDays)).toBe(v.days);
  });

  it.each(vectors.yield)("yield: $name", (v) => {
    expect(yieldPpm({ ratePpm: BigInt(v.ratePpm), days: v.days, base: dayBase(v.base) })).toBe(BigInt(v.yieldPpm));
  });

  it.each(vectors.share)("share: $name", (v) => {
    const share = entitlement(BigInt(v.paidMinor), BigInt(v.faceMinor), BigInt(v.start), BigInt(v.end));
    expect(share).toBe(BigInt(v.shareMinor));
  });
});
