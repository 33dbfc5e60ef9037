import { describe, expect, it } from "vitest";
import { dayOf, endOfDay } from "../../domain/day-count.ts";
import { rightNeighbours, totalsByCurrency } from "./holdings-math.ts";
import { offerWindow } from "./offer-end.ts";

describe("rightNeighbours", () => {
  it("pairs ranges of one receivable that touch", () => {
    const range = (id: string, receivableId: string, start: bigint, end: bigint) => ({ id, receivableId, start, end });
    const slices = [
      range("a", "r", 0n, 10n),
      range("b", "r", 10n, 30n),
      range("c", "r", 31n, 40n),
      range("d", "s", 30n, 40n),
    ];
    expect([...rightNeighbours(slices)].map(([left, right]) => left + right.id)).toEqual(["ab"]);
  });
});

describe("totalsByCurrency", () => {
  it("adds up each currency", () => {
    const held = [
      { currency: 2, face: 5n },
      { currency: 1, face: 7n },
      { currency: 2, face: 1n },
    ];
    expect(totalsByCurrency(held)).toEqual([
      [1, 7n],
      [2, 6n],
    ]);
  });
});

describe("offerWindow", () => {
  it("ends after seven days, at the latest the day before the due day", () => {
    expect(offerWindow(100, 200)).toEqual({ first: 100, last: 199, standard: 107 });
    expect(offerWindow(100, 105)).toEqual({ first: 100, last: 104, standard: 104 });
    expect(offerWindow(100, 100)).toBeNull();
  });

  it("lasts until the day's last second in the policy's time zone", () => {
    const end = endOfDay(20_778, 8);
    expect([dayOf(end, 8), dayOf(end + 1n, 8)]).toEqual([20_778, 20_779]);
  });
});
