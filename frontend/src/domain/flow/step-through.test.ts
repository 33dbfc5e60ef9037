import { describe, expect, it } from "vitest";
import { layeredLayout } from "./layered-layout.ts";
import { nodeBeside } from "./step-through.ts";

const link = (from: string, to: string) => ({ from, to });
const layout = layeredLayout(
  ["o", "a", "b", "c", "d"],
  [link("o", "a"), link("a", "b"), link("a", "c"), link("a", "d")],
  ["o"],
);

describe("nodeBeside", () => {
  it("goes on to the right and back", () => {
    expect(nodeBeside(layout, "o", "right")).toBe("a");
    expect(nodeBeside(layout, "a", "left")).toBe("o");
    expect(nodeBeside(layout, "a", "right")).toBe("c");
  });
  it("goes up and down within a column", () => {
    expect(nodeBeside(layout, "b", "down")).toBe("c");
    expect(nodeBeside(layout, "d", "up")).toBe("c");
    expect(nodeBeside(layout, "a", "down")).toBeNull();
  });
  it("ends at the edge of the picture", () => {
    expect(nodeBeside(layout, "o", "left")).toBeNull();
    expect(nodeBeside(layout, "d", "down")).toBeNull();
    expect(nodeBeside(layout, "nobody", "up")).toBeNull();
  });
  it("reaches every node from the first", () => {
    const seen = new Set(["o"]);
    for (const node of seen) {
      for (const direction of ["left", "right", "up", "down"] as const) {
        const next = nodeBeside(layout, node, direction);
        if (next) seen.add(next);
      }
    }
    expect(seen.size).toBe(5);
  });
});
