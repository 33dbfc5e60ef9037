import { describe, expect, it } from "vitest";
import { revive } from "./wire.ts";

interface Row {
  id: string;
  face: bigint;
  endedAt: bigint | null;
}

describe("revive", () => {
  it("makes bigints of the named columns and leaves the rest", () => {
    const columns = { face: true, endedAt: true } as const;
    expect(revive<Row>({ id: "12", face: "281474976710655", endedAt: null }, columns)).toEqual({
      id: "12",
      face: 281_474_976_710_655n,
      endedAt: null,
    });
  });
});
