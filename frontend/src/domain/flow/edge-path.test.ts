import { describe, expect, it } from "vitest";
import { edgePath } from "./edge-path.ts";
import { NODE, type Place } from "./layered-layout.ts";

const left: Place = { tier: 0, x: 0, y: 0 };
const right: Place = { tier: 1, x: 300, y: 100 };
const below: Place = { tier: 1, x: 300, y: 200 };
const ends = (d: string) => {
  const figures = (d.match(/-?[\d.]+/g) ?? []).map(Number);
  return { from: figures.slice(0, 2), to: figures.slice(-2) };
};

describe("edgePath", () => {
  it("leads from the right side to the left side of a node further on", () => {
    expect(ends(edgePath(left, right, 0).d)).toEqual({ from: [NODE.width, 24], to: [300, 124] });
  });
  it("leads around on the right within a tier", () => {
    const { d, label } = edgePath(right, below, 0);
    expect(ends(d)).toEqual({ from: [300 + NODE.width, 124], to: [300 + NODE.width, 224] });
    expect(label.x).toBeGreaterThan(300 + NODE.width);
  });
  it("leads back below", () => {
    const { from, to } = ends(edgePath(right, left, 0).d);
    expect([from[1], to[1]]).toEqual([100 + NODE.height, NODE.height]);
  });
  it.each([
    [left, right],
    [right, below],
    [right, left],
  ])("keeps parallel edges apart", (from, to) => {
    const drawn = [0, 1, 2].map((lane) => edgePath(from, to, lane).d);
    expect(new Set(drawn).size).toBe(3);
  });
});
