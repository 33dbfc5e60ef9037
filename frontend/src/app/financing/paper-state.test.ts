import { describe, expect, it } from "vitest";
import { type PaperTruth, paperState } from "./paper-state.ts";

const paper = { digest: "0xAA", id: 1n, word: 7n, expiresAt: 1_000n, series: 2n };
const truth: PaperTruth = {
  ...{ timestamp: 1_000n, taken: new Set(), cancelled: new Set(), series: 2n },
  wordOf: (id) => (id === 1n ? 7n : null),
};

describe("paperState", () => {
  it("is open up to its last second", () => {
    expect(paperState(paper, truth)).toBe("open");
    expect(paperState(paper, { ...truth, timestamp: 1_001n })).toBe("expired");
  });
  it("is void once the slice has changed or gone", () => {
    expect(paperState({ ...paper, word: 6n }, truth)).toBe("changed");
    expect(paperState({ ...paper, id: 2n }, truth)).toBe("changed");
  });
  it("is cancelled by itself or with its series", () => {
    expect(paperState(paper, { ...truth, cancelled: new Set(["0xaa"]) })).toBe("cancelled");
    expect(paperState(paper, { ...truth, series: 3n })).toBe("cancelled");
  });
  it("stays taken, although its slice has changed and its time is over", () => {
    const later = { ...truth, taken: new Set(["0xaa"]), timestamp: 2_000n, series: 9n, wordOf: () => null };
    expect(paperState(paper, later)).toBe("taken");
  });
});
