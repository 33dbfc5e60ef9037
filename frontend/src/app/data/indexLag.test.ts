import { describe, expect, it } from "vitest";
import { isIndexLagging } from "./indexLag.ts";

describe("isIndexLagging", () => {
  const heads = { chain: 100n, index: 100n, caughtUpAt: 0, now: 60_000 };

  it("is not behind at the head, however long nothing happens", () => expect(isIndexLagging(heads)).toBe(false));
  it("is not behind while the chain's answer is the older one", () =>
    expect(isIndexLagging({ ...heads, index: 101n })).toBe(false));
  it("tolerates a few blocks for a short time", () =>
    expect(isIndexLagging({ ...heads, index: 95n, caughtUpAt: 55_000 })).toBe(false));
  it("tells of many blocks at once", () =>
    expect(isIndexLagging({ ...heads, index: 94n, caughtUpAt: 59_999 })).toBe(true));
  it("tells of one block after ten seconds", () =>
    expect(isIndexLagging({ ...heads, index: 99n, caughtUpAt: 49_000 })).toBe(true));
});
