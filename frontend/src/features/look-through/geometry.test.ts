import { describe, expect, it } from "vitest";
import { fitsBar, geometryFor, xOf } from "./geometry.ts";

const FACE = 1_250_000_00n;

describe("the look-through picture", () => {
  it.each([320, 334, 640, 1_000])("lies within %i pixels, from the first cent to the last", (width) => {
    const geometry = geometryFor(width);
    expect(xOf(0n, FACE, geometry)).toBe(geometry.gutter);
    expect(xOf(FACE, FACE, geometry)).toBe(width);
  });
  it("gives the bars the room on a phone, and names the steps beside them on a desk", () => {
    expect(geometryFor(334).isWide).toBe(false);
    expect(geometryFor(334).gutter).toBeLessThan(30);
    expect(geometryFor(1_000)).toMatchObject({ isWide: true, gutter: 215 });
  });
  it("places cents by their share", () => {
    const geometry = geometryFor(1_000);
    expect(xOf(FACE / 2n, FACE, geometry)).toBeCloseTo(215 + 785 / 2);
  });
  it("writes into a bar only what it has room for", () => {
    expect(fitsBar("B", 18)).toBe(true);
    expect(fitsBar("B", 12)).toBe(false);
    expect(fitsBar("B · CN¥200,000.00", 124)).toBe(false);
    expect(fitsBar("B · CN¥200,000.00", 160)).toBe(true);
  });
});
