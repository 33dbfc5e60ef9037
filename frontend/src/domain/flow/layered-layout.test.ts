import { describe, expect, it } from "vitest";
import { layeredLayout, NODE, tiers } from "./layered-layout.ts";

const link = (from: string, to: string) => ({ from, to });

/** A supply chain of a number of companies: each pays the few that come after it. */
function chain(count: number) {
  const nodes = Array.from({ length: count }, (_, i) => `n${i}`);
  const links = nodes.slice(1).map((node, i) => link(`n${Math.floor(i / 4)}`, node));
  return { nodes, links: [...links, link("n7", "n1"), link("n20", "n0")] };
}

describe("tiers", () => {
  it("are the fewest steps from the roots, along the links", () => {
    const links = [link("o", "a"), link("a", "b"), link("b", "c"), link("a", "c"), link("c", "o")];
    expect([...tiers(["o", "a", "b", "c"], links, ["o"])]).toEqual([
      ["o", 0],
      ["a", 1],
      ["b", 2],
      ["c", 2],
    ]);
  });
  it("reach upwards who is not reached along the links, and begin anew for what is apart", () => {
    const tierOf = tiers(["o", "a", "x", "y"], [link("o", "a"), link("x", "a")], ["o"]);
    expect([tierOf.get("x"), tierOf.get("y")]).toEqual([2, 0]);
  });
});

describe("layeredLayout", () => {
  const overlaps = (places: readonly { x: number; y: number }[]) =>
    places.some((a, i) =>
      places.slice(i + 1).some((b) => Math.abs(a.x - b.x) < NODE.width && Math.abs(a.y - b.y) < NODE.height),
    );

  it.each([1, 2, 30, 500])("places %i nodes within its bounds, none on another", (count) => {
    const { nodes, links } = chain(count);
    const { places, width, height } = layeredLayout(
      nodes,
      links.filter(({ from }) => nodes.includes(from)),
      ["n0"],
    );
    expect(places.size).toBe(count);
    expect(overlaps([...places.values()])).toBe(false);
    for (const { x, y } of places.values()) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + NODE.width).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + NODE.height).toBeLessThanOrEqual(height);
    }
  });
  it("goes from left to right by tier", () => {
    const { nodes, links } = chain(60);
    const places = [...layeredLayout(nodes, links, ["n0"]).places.values()];
    for (const a of places) for (const b of places) if (a.tier < b.tier) expect(a.x).toBeLessThan(b.x);
  });
  it("is the same each time", () => {
    const { nodes, links } = chain(120);
    expect(layeredLayout(nodes, links, ["n0"])).toEqual(layeredLayout(nodes, links, ["n0"]));
  });
  it("sets nodes near to whom they deal with", () => {
    const nodes = ["o", "a", "b", "x", "y"];
    // Listed crosswise: y belongs to a, x to b.
    const { places } = layeredLayout(nodes, [link("o", "a"), link("o", "b"), link("b", "x"), link("a", "y")], ["o"]);
    expect((places.get("a")?.y ?? 0) < (places.get("b")?.y ?? 0)).toBe(
      (places.get("y")?.y ?? 0) < (places.get("x")?.y ?? 0),
    );
  });
  it("has a size without nodes", () => expect(layeredLayout([], [], [])).toMatchObject({ height: NODE.height }));
});
