import { describe, expect, it } from "vitest";
import { qrPath } from "./qrPath.ts";

const picture = (...rows: string[]) => rows.map((row) => [...row].map((module) => module === "#"));

describe("qrPath", () => {
  it("draws a bar for each run of dark modules", () => {
    expect(qrPath(picture("##.#", "....", ".###"))).toBe("M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3z");
  });

  it("draws nothing where nothing is dark", () => expect(qrPath(picture("..", ".."))).toBe(""));
});
