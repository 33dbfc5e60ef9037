import { describe, expect, it } from "vitest";
import { leftOf } from "./left-of.ts";

describe("leftOf", () => {
  it("leaves out what was paid before the due day, then what was paid from it on", () => {
    expect(leftOf({ face: 100n, paidFace: 0n, retired: 30n })).toBe(70n);
    expect(leftOf({ face: 100n, paidFace: 60n, retired: 30n })).toBe(40n);
  });
});
