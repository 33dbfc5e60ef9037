import { describe, expect, it } from "vitest";
import { graphCommand } from "./graph-keys.ts";

const NONE = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (key: string, held: Partial<typeof NONE> = {}) => graphCommand({ key, ...NONE, ...held });

describe("graphCommand", () => {
  it("goes with arrows, and moves the picture with Shift", () => {
    expect(press("ArrowLeft")).toEqual({ act: "go", direction: "left" });
    expect(press("ArrowDown", { shiftKey: true })).toEqual({ act: "pan", direction: "down" });
  });
  it("opens, zooms and shows all", () => {
    expect(["Enter", " ", "+", "=", "-", "0", "Home", "End"].map((key) => press(key)?.act)).toEqual([
      ...["open", "open", "zoomIn", "zoomIn", "zoomOut", "showAll", "first", "last"],
    ]);
  });
  it("leaves to the browser what is the browser's", () => {
    expect(press("0", { ctrlKey: true })).toBeNull();
    expect(press("ArrowLeft", { altKey: true })).toBeNull();
    expect(press("+", { metaKey: true })).toBeNull();
    expect(press("Tab")).toBeNull();
    expect(press("a")).toBeNull();
  });
});
