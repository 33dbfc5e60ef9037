import { describe, expect, it } from "vitest";
import { addRange, tripOf, wayBack } from "./round-trip.ts";

const payment = { kind: "payment", start: 100n, end: 200n, isObligor: false };

describe("round trip", () => {
  it("is silent when the payee never held these cents", () => {
    expect(tripOf(payment, [])).toBeNull();
    expect(
      tripOf(payment, [
        { start: 0n, end: 100n },
        { start: 200n, end: 300n },
      ]),
    ).toBeNull();
  });
  it("fires for the cents that the payee held before, and counts only those", () => {
    expect(
      tripOf(payment, [
        { start: 0n, end: 130n },
        { start: 190n, end: 500n },
      ]),
    ).toEqual({
      rule: "roundTrip",
      amount: 40n,
    });
  });
  it("fires when a payment is accepted, too", () => {
    expect(tripOf({ ...payment, kind: "acceptance" }, [{ start: 100n, end: 200n }])?.amount).toBe(100n);
  });
  it.each(["discount", "recourse", "order", "succession", "foreclosure", "settlement", "split", "merge"])(
    "is silent about %s, which is no payment",
    (kind) => expect(tripOf({ ...payment, kind, isObligor: true }, [{ start: 0n, end: 500n }])).toBeNull(),
  );
  it("fires whenever the obligor is paid with its own promise", () => {
    expect(tripOf({ ...payment, isObligor: true }, [])).toEqual({ rule: "backToObligor", amount: 100n });
  });
});

describe("cents ever held", () => {
  it("come together where they touch or overlap", () => {
    const past = [
      { start: 0n, end: 10n },
      { start: 20n, end: 30n },
    ];
    expect(addRange(past, { start: 10n, end: 20n })).toEqual([{ start: 0n, end: 30n }]);
    expect(addRange(past, { start: 5n, end: 8n })).toEqual(past);
    expect(addRange(past, { start: 40n, end: 50n })).toEqual([...past, { start: 40n, end: 50n }]);
  });
});

describe("the way back", () => {
  const move = (from: string, to: string, start = 0n, end = 100n) => ({ from, to, start, end });
  const moves = [
    move("obligor", "a"),
    move("a", "a", 50n),
    move("a", "b", 50n),
    move("a", "x", 0n, 50n),
    move("b", "c", 50n),
    move("c", "b", 50n),
  ];
  it("begins where the payee got the cents first, without splits and other cents", () => {
    expect(wayBack(moves, new Set(["b"]), { start: 50n, end: 100n })).toEqual([moves[2], moves[4], moves[5]]);
  });
  it("is the whole way for who never had them", () => {
    expect(wayBack(moves, new Set(["z"]), { start: 50n, end: 100n })).toHaveLength(4);
  });
});
