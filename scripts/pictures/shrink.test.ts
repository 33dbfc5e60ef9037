import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readPng, writeIndexedPng } from "./png.ts";
import { shrinkPng } from "./shrink.ts";

/** Rows of RGB, each with the number of its filter, as a PNG without check sums: nobody asks for them here. */
function rgbPng(width: number, rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, 2], 8);
  const chunks = [
    ["IHDR", header],
    ["IDAT", deflateSync(Buffer.from(rows.flat()))],
  ] as const;
  const framed = chunks.map(([type, data]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  });
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...framed]);
}

describe("reading a PNG", () => {
  it("undoes every filter", () => {
    const rows = [
      [0, 10, 20, 30, 40, 50, 60],
      [1, 1, 2, 3, 1, 1, 1],
      [2, 5, 5, 5, 5, 5, 5],
      [3, 7, 7, 7, 7, 7, 7],
      [4, 1, 1, 1, 1, 1, 1],
    ];
    const { width, height, pixels } = readPng(rgbPng(2, rows));
    expect([width, height]).toEqual([2, 5]);
    const expected = [
      0x0a141e, 0x28323c, 0x010203, 0x020304, 0x060708, 0x070809, 0x0a0a0b, 0x0f1011, 0x0b0b0c, 0x101112,
    ];
    expect([...pixels]).toEqual(expected);
  });

  it("refuses what it does not read", () => {
    expect(() => readPng(Buffer.from("GIF89a, not a PNG"))).toThrow("not a PNG");
    const indexed = writeIndexedPng({ width: 1, height: 1, pixels: Uint32Array.of(5) }, [5]);
    expect(() => readPng(indexed)).toThrow("not read here");
  });
});

describe("shrinking a PNG", () => {
  it("keeps the size and the common colours, and gives rare ones to those that look alike", () => {
    const width = 200;
    // Sixteen clear colours, each with a rare shade beside it.
    const colour = (x: number, y: number) => [((x * 7 + y * y * 3 + x * y) % 16) * 15 + (x + y === 150 ? 2 : 0), 9, 9];
    const rows = Array.from({ length: 60 }, (_, y) => [
      0,
      ...Array.from({ length: width }, (_, x) => colour(x, y)).flat(),
    ]);
    const small = shrinkPng(rgbPng(width, rows));
    expect(small.readUInt32BE(16)).toBe(width);
    expect(small.readUInt32BE(20)).toBe(60);
    // The palette's chunk follows the header's.
    expect(small.toString("latin1", 37, 41)).toBe("PLTE");
    const palette = small.subarray(41, 41 + small.readUInt32BE(33));
    const reds = [...palette].filter((_, i) => i % 3 === 0).sort((a, b) => a - b);
    expect(reds).toEqual(Array.from({ length: 16 }, (_, i) => i * 15));
  });

  it("makes the same file of the same picture", () => {
    const file = rgbPng(
      3,
      Array.from({ length: 50 }, (_, y) => [0, y, 0, 0, 0, y, 0, 0, 0, y]),
    );
    expect(shrinkPng(file).equals(shrinkPng(file))).toBe(true);
  });
});
