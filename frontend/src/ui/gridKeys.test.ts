import { describe, expect, it } from "vitest";
import { rowAfterKey } from "./gridKeys.ts";

describe("rowAfterKey", () => {
  it.each([
    ["ArrowDown", 4, 5],
    ["ArrowUp", 4, 3],
    ["PageDown", 4, 24],
    ["PageUp", 44, 24],
    ["Home", 44, 0],
    ["End", 4, 99],
  ])("%s leads from row %i to row %i", (key, from, to) => expect(rowAfterKey(key, from, 100, 20)).toBe(to));

  it.each([
    ["ArrowUp", 0, 0],
    ["PageUp", 3, 0],
    ["ArrowDown", 99, 99],
    ["PageDown", 95, 99],
  ])("%s from row %i stops at the end", (key, from, to) => expect(rowAfterKey(key, from, 100, 20)).toBe(to));

  it("leaves other keys alone, and everything in an empty table", () => {
    expect(rowAfterKey("a", 3, 100, 20)).toBeNull();
    expect(rowAfterKey("End", 0, 0, 20)).toBeNull();
  });
});
