import { describe, expect, it } from "vitest";
import { ownersOf } from "./navigation.ts";

describe("ownersOf", () => {
  it("tells whose a screen is, and all below it", () => {
    expect(ownersOf("/confirm")).toEqual(["obligor"]);
    expect(ownersOf("/confirm/0x12")).toEqual(["obligor"]);
    expect(ownersOf("/finance")).toEqual(["supplier", "bank"]);
    for (const path of ["/supervise", "/supervise/alerts", "/supervise/network/0x12", "/supervise/figures/owed"]) {
      expect(ownersOf(path)).toEqual(["supervisor"]);
    }
  });
  it("leaves to everybody what everybody finds something at", () => {
    for (const path of [
      "/",
      "/receivables/0x12/graph",
      "/keys",
      "/policies",
      "/health",
      "/settings",
      "/no-such-page",
    ]) {
      expect(ownersOf(path)).toBeNull();
    }
  });
  it("does not take a longer name for a screen's", () => expect(ownersOf("/payroll")).toBeNull());
});
