import { describe, expect, it } from "vitest";
import { sliceState } from "./slice-state.ts";

const confirmed = { status: "confirmed", held: false, heldUntil: null, dueDay: 20_800 };
const now = { timestamp: 1_795_226_400n, today: 20_778 };

describe("sliceState", () => {
  it("tells a free slice from one that waits, is held back or is over", () => {
    expect(sliceState({ flags: 0 }, confirmed, null, now)).toBe("free");
    expect(sliceState({ flags: 1 }, confirmed, now.timestamp, now)).toBe("offered");
    expect(sliceState({ flags: 1 }, confirmed, now.timestamp - 1n, now)).toBe("offerLapsed");
    expect(sliceState({ flags: 3 }, confirmed, null, now)).toBe("frozen");
    expect(sliceState({ flags: 4 }, confirmed, null, now)).toBe("retired");
    expect(sliceState({ flags: 1 << 3 }, confirmed, null, now)).toBe("locked");
    const held = { ...confirmed, held: true, heldUntil: now.timestamp };
    expect(sliceState({ flags: 0 }, held, null, now)).toBe("held");
    expect(sliceState({ flags: 0 }, { ...held, heldUntil: now.timestamp - 1n }, null, now)).toBe("free");
    expect(sliceState({ flags: 0 }, { ...confirmed, status: "settled" }, null, now)).toBe("settled");
  });

  it("ends every use on the due day", () => {
    const due = { timestamp: now.timestamp, today: confirmed.dueDay };
    expect(sliceState({ flags: 0 }, confirmed, null, due)).toBe("due");
    expect(sliceState({ flags: 1 }, confirmed, now.timestamp, due)).toBe("offerLapsed");
  });
});
