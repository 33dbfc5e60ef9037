import { describe, expect, it } from "vitest";
import { type Judged, summarise } from "./report.ts";

function judged(name: string, killed: boolean): Judged {
  const mutant = { name, file: "contracts/A.sol", line: 1, places: [] };
  return { mutant, verdict: { killed, by: killed ? "a test" : "" } };
}

const listed = (mutant: string) => ({ mutant, why: "no state that can be reached tells them apart" });

describe("summarise", () => {
  it("is content when all are killed", () => {
    const { lines, ok } = summarise([judged("a", true), judged("b", true)], new Set(["a", "b"]), []);
    expect(ok).toBe(true);
    expect(lines.at(-1)).toContain("2 killed, 0 survived");
  });

  it("fails for a survivor that is not justified", () => {
    const { lines, ok } = summarise([judged("a", true), judged("b", false)], new Set(["a", "b"]), []);
    expect(ok).toBe(false);
    expect(lines.join("\n")).toContain("survived: b");
    expect(lines.at(-1)).toContain("1 killed, 1 survived");
  });

  it("accepts a survivor that is justified, and says why", () => {
    const { lines, ok } = summarise([judged("b", false)], new Set(["b"]), [listed("b")]);
    expect(ok).toBe(true);
    expect(lines.join("\n")).toContain("tells them apart");
  });

  it("fails for a justified one that is killed, or that is gone", () => {
    expect(summarise([judged("b", true)], new Set(["b"]), [listed("b")]).ok).toBe(false);
    expect(summarise([judged("a", true)], new Set(["a"]), [listed("b")]).ok).toBe(false);
  });

  it("says nothing of a justified one that was not run", () => {
    expect(summarise([judged("a", true)], new Set(["a", "b"]), [listed("b")]).ok).toBe(true);
  });

  it("fails when nothing was run", () => {
    expect(summarise([], new Set(), []).ok).toBe(false);
  });
});
