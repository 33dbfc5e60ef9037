import { describe, expect, it } from "vitest";
import { phaseOf } from "./replacement-phase.ts";

const READY = 1_000_000n;
const MONTH = 30n * 86_400n;

describe("phaseOf", () => {
  it("follows the ledger's bounds to the second", () => {
    const agreed = { status: "agreed", readyAt: READY } as const;
    expect(phaseOf(agreed, READY - 1n)).toBe("notice");
    expect(phaseOf(agreed, READY)).toBe("ready");
    expect(phaseOf(agreed, READY + MONTH)).toBe("ready");
    expect(phaseOf(agreed, READY + MONTH + 1n)).toBe("lapsed");
  });

  it.each(["proposed", "vetoed", "carriedOut", "proposedAnew"] as const)("leaves %s as it is", (status) => {
    expect(phaseOf({ status, readyAt: null }, READY)).toBe(status);
  });
});
