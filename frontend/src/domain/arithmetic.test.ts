import { describe, expect, it } from "vitest";
import { dayFromIso, dayOf, daysBetween, isoFromDay } from "./day-count.ts";
import { discount, yieldPpm } from "./discount.ts";
import { faceForNet } from "./face-for-net.ts";
import { maxLoan } from "./max-loan.ts";
import { MAX_FACE_MINOR } from "./money.ts";
import { penalty } from "./penalty.ts";
import { recourseClaim } from "./recourse-claim.ts";
import { entitlement } from "./telescoping.ts";

const refused = (code: string) => expect.objectContaining({ code });

describe("dayOf", () => {
  const midnightInChina = 1_795_190_400n; // 2026-11-20T16:00:00Z
  it("begins a day when clocks of the time zone show midnight", () => {
    expect(isoFromDay(dayOf(midnightInChina, 8))).toBe("2026-11-21");
    expect(isoFromDay(dayOf(midnightInChina - 1n, 8))).toBe("2026-11-20");
    expect(isoFromDay(dayOf(midnightInChina, 0))).toBe("2026-11-20");
  });

  it("refuses times before the first day and after the last", () => {
    expect(() => dayOf(3600n, -2)).toThrow(refused("DayOutOfRange"));
    expect(() => dayOf(1n << 40n, 0)).toThrow(refused("DayOutOfRange"));
  });
});

describe("dayFromIso", () => {
  it.each(["2026-02-30", "2025-02-29", "2026-13-01", "2026-1-1", "21.11.2026", "", "2026-11-21T00:00:00Z"])(
    "refuses %j",
    (text) => {
      expect(() => dayFromIso(text)).toThrow(refused("DateMalformed"));
    },
  );

  it("knows the first and the last day that 16 bits hold", () => {
    expect([dayFromIso("1970-01-01"), dayFromIso("2149-06-06")]).toEqual([0, 65_535]);
    expect(() => dayFromIso("1969-12-31")).toThrow(refused("DayOutOfRange"));
    expect(() => dayFromIso("2149-06-07")).toThrow(refused("DayOutOfRange"));
  });
});

describe("daysBetween", () => {
  it("refuses to count backwards", () => {
    expect(() => daysBetween(2, 1, "ACT")).toThrow(refused("DaysReversed"));
  });
});

describe("discount", () => {
  it("never takes more than the face, whatever the rate", () => {
    for (let ratePpm = 1n; ratePpm < 2_000_000n; ratePpm = ratePpm * 3n + 1n) {
      const { discountMinor, netMinor } = discount({ faceMinor: 12_345_678n, ratePpm, days: 180, base: 360 });
      expect(discountMinor + netMinor).toBe(12_345_678n);
      expect(netMinor >= 0n && discountMinor >= 0n).toBe(true);
    }
  });

  it("refuses days that are no count", () => {
    const terms = { faceMinor: 100n, ratePpm: 1n, base: 360 } as const;
    expect(() => discount({ ...terms, days: -1 })).toThrow(refused("DayCountInvalid"));
    expect(() => discount({ ...terms, days: 1.5 })).toThrow(refused("DayCountInvalid"));
    expect(() => discount({ ...terms, faceMinor: -1n, days: 1 })).toThrow(refused("AmountNegative"));
  });
});

describe("yieldPpm", () => {
  it("is null when no cash is left to bear a cost", () => {
    expect(yieldPpm({ ratePpm: 1_000_000n, days: 360, base: 360 })).toBeNull();
    expect(yieldPpm({ ratePpm: 2_000_000n, days: 360, base: 360 })).toBeNull();
  });
});

describe("faceForNet", () => {
  it("is the smallest face: its net is enough, that of a cent less is not", () => {
    for (let ratePpm = 1n; ratePpm < 2_000_000n; ratePpm = ratePpm * 3n + 1n) {
      for (let askedMinor = 1n; askedMinor < 10n ** 13n; askedMinor = askedMinor * 7n + 3n) {
        const terms = { ratePpm, days: 180, base: 360 } as const;
        const faceMinor = faceForNet({ ...terms, askedMinor });
        expect(discount({ ...terms, faceMinor }).netMinor >= askedMinor).toBe(true);
        expect(discount({ ...terms, faceMinor: faceMinor - 1n }).netMinor < askedMinor).toBe(true);
      }
    }
  });

  it("refuses a rate that leaves nothing, and a face that needs more than 48 bits", () => {
    const terms = { askedMinor: 1n, ratePpm: 1_000_000n, days: 360, base: 360 } as const;
    expect(() => faceForNet(terms)).toThrow(refused("RateLeavesNothing"));
    expect(faceForNet({ ...terms, days: 0, askedMinor: MAX_FACE_MINOR })).toBe(MAX_FACE_MINOR);
    expect(() => faceForNet({ ...terms, days: 1, askedMinor: MAX_FACE_MINOR })).toThrow(refused("FaceTooLarge"));
  });

  it("refuses what is less than nothing", () => {
    const terms = { askedMinor: 1n, ratePpm: 1n, days: 1, base: 360 } as const;
    expect(() => faceForNet({ ...terms, askedMinor: -1n })).toThrow(refused("AmountNegative"));
    expect(() => faceForNet({ ...terms, ratePpm: -1n })).toThrow(refused("AmountNegative"));
    expect(() => faceForNet({ ...terms, days: -1 })).toThrow(refused("DayCountInvalid"));
  });
});

describe("maxLoan", () => {
  it("refuses a haircut that is no part of the face", () => {
    expect(() => maxLoan(100n, -1n)).toThrow(refused("HaircutOutOfRange"));
    expect(() => maxLoan(100n, 1_000_001n)).toThrow(refused("HaircutOutOfRange"));
    expect(() => maxLoan(-1n, 0n)).toThrow(refused("AmountNegative"));
  });
});

describe("recourseClaim", () => {
  it("refuses more than was owed, and less than nothing", () => {
    const terms = { faceMinor: 100n, recoveredMinor: 100n, penaltyMinor: 7n };
    expect(recourseClaim(terms)).toBe(7n);
    expect(() => recourseClaim({ ...terms, recoveredMinor: 101n })).toThrow(refused("RecoveredExceedsFace"));
    expect(() => recourseClaim({ ...terms, penaltyMinor: -1n })).toThrow(refused("AmountNegative"));
  });
});

describe("penalty", () => {
  it("refuses a negative debt", () => {
    expect(() => penalty(-1n, 500n, 1)).toThrow(refused("AmountNegative"));
  });
});

describe("entitlement", () => {
  it("adds up to the payment over any partition", () => {
    const face = 9_973n;
    for (const step of [1n, 2n, 7n, 100n, 3_331n]) {
      for (const paid of [0n, 1n, 4_999n, face, 12_000n]) {
        let sum = 0n;
        for (let start = 0n; start < face; start += step) {
          sum += entitlement(paid, face, start, start + step < face ? start + step : face);
        }
        expect(sum).toBe(paid);
      }
    }
  });

  it("refuses ranges outside the face", () => {
    expect(() => entitlement(1n, 10n, 5n, 5n)).toThrow(refused("RangeOutsideFace"));
    expect(() => entitlement(1n, 10n, 5n, 11n)).toThrow(refused("RangeOutsideFace"));
    expect(() => entitlement(1n, 0n, 0n, 0n)).toThrow(refused("RangeOutsideFace"));
    expect(() => entitlement(-1n, 10n, 0n, 5n)).toThrow(refused("PaidOutsideFace"));
  });
});
