import { describe, expect, it } from "vitest";
import { announcementState } from "./announcement-state.ts";

describe("announcementState", () => {
  it.each([
    [999n, "waiting"],
    [1_000n, "ready"],
    [1_000n + 604_799n, "ready"],
    [1_000n + 604_800n, "lapsed"],
  ] as const)("at %s is %s", (now, state) => expect(announcementState(1_000n, now)).toBe(state));
});
