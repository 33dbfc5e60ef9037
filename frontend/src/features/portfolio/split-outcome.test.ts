import { numberToHex } from "viem";
import { describe, expect, it } from "vitest";
import { sliceId } from "../../domain/ids.ts";
import { partsBehind } from "./split-outcome.ts";

const HOLDER = 0xaan;
const wordEndingAt = (end: bigint) => HOLDER | (end << 160n) | (1n << 208n) | (7n << 224n);
const idAt = (start: bigint) => numberToHex(sliceId(5n, start), { size: 32 });

describe("partsBehind", () => {
  it("gives each part the range behind the one before", () => {
    const parts = partsBehind(sliceId(5n, 100n), wordEndingAt(700n), [wordEndingAt(750n), wordEndingAt(1000n)]);
    expect(parts).toEqual([
      { id: idAt(700n), start: 700n, end: 750n },
      { id: idAt(750n), start: 750n, end: 1000n },
    ]);
  });

  it("finds none where none was cut", () => {
    expect(partsBehind(sliceId(5n, 0n), wordEndingAt(700n), [])).toEqual([]);
  });
});
