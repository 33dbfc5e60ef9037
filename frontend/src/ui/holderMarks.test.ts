import { describe, expect, it } from "vitest";
import { holderMarks } from "./holderMarks.ts";

describe("holderMarks", () => {
  it("gives each holder one mark, in the order of appearance", () => {
    const marks = holderMarks(["x", "y", "x", "z"]);
    expect([...marks].map(([holder, { letters }]) => holder + letters)).toEqual(["xA", "yB", "zC"]);
    expect(new Set([...marks.values()].map(({ colour }) => colour)).size).toBe(3);
  });

  it("goes on after Z", () => {
    const many = Array.from({ length: 30 }, (_, i) => `holder ${i}`);
    expect([...holderMarks(many).values()].slice(25, 28).map(({ letters }) => letters)).toEqual(["Z", "AA", "AB"]);
  });
});
