import { describe, expect, it } from "vitest";
import { firstView, hiddenSides, panned, showing, steppedTo, viewBox, wholeView, zoomed } from "./view.ts";

const SCREEN = { width: 800, height: 400 };

describe("view", () => {
  it("shows a small picture whole and at its own size", () => {
    expect(wholeView({ width: 400, height: 200 }, SCREEN)).toEqual({ x: 200, y: 100, scale: 1 });
  });
  it("shrinks a large picture to be seen whole, but begins legible", () => {
    const picture = { width: 8_000, height: 400 };
    expect(wholeView(picture, SCREEN).scale).toBeCloseTo(0.096);
    const first = firstView(picture, SCREEN);
    expect(first.scale).toBeGreaterThan(0.6);
    // Its left side is in sight.
    expect(first.x - SCREEN.width / first.scale / 2).toBeLessThanOrEqual(0);
  });
  it("knows on which sides there is more", () => {
    const [picture, phone] = [
      { width: 1_088, height: 48 },
      { width: 356, height: 260 },
    ];
    expect(hiddenSides(wholeView(picture, phone), picture, phone)).toEqual([]);
    const first = firstView(picture, phone);
    expect(hiddenSides(first, picture, phone)).toEqual(["right"]);
    expect(hiddenSides(panned(first, 200, 0), picture, phone)).toEqual(["left", "right"]);
    expect(hiddenSides({ x: 400, y: 200, scale: 1 }, { width: 800, height: 900 }, SCREEN)).toEqual(["down"]);
  });
  it("goes from side to side in steps, keeps some of what was seen, and stops where the picture ends", () => {
    const [picture, phone] = [
      { width: 1_088, height: 48 },
      { width: 356, height: 260 },
    ];
    let view = firstView(picture, phone);
    const [seen] = [view.x + phone.width / view.scale / 2];
    view = steppedTo(view, "right", picture, phone);
    expect(view.x - phone.width / view.scale / 2).toBeLessThan(seen);
    for (let steps = 0; steps < 5; steps++) view = steppedTo(view, "right", picture, phone);
    expect(hiddenSides(view, picture, phone)).toEqual(["left"]);
    expect(view.x + phone.width / view.scale / 2).toBeLessThan(picture.width + 64);
    for (let steps = 0; steps < 5; steps++) view = steppedTo(view, "left", picture, phone);
    expect(hiddenSides(view, picture, phone)).toEqual(["right"]);
    const tall = { width: 800, height: 900 };
    const down = steppedTo({ x: 400, y: 200, scale: 1 }, "down", tall, SCREEN);
    expect(down.y).toBe(200 + 320);
    expect(steppedTo(down, "up", tall, SCREEN).y).toBe(200);
  });
  it("zooms about a point that stays where it is", () => {
    const view = zoomed({ x: 200, y: 100, scale: 1 }, 2, { x: 100, y: 100 });
    expect(view).toEqual({ x: 150, y: 100, scale: 2 });
  });
  it("zooms neither in nor out for ever", () => {
    expect(zoomed({ x: 0, y: 0, scale: 1 }, 1_000).scale).toBe(3);
    expect(zoomed({ x: 0, y: 0, scale: 1 }, 0.000_1).scale).toBe(0.05);
  });
  it("pans by screen pixels", () =>
    expect(panned({ x: 0, y: 0, scale: 0.5 }, 50, -10)).toEqual({ x: 100, y: -20, scale: 0.5 }));
  it("moves no more than it must to show a node", () => {
    const view = { x: 400, y: 200, scale: 1 };
    expect(showing(view, { tier: 0, x: 300, y: 100 }, SCREEN)).toEqual(view);
    const moved = showing(view, { tier: 4, x: 1_000, y: 100 }, SCREEN);
    expect(moved).toMatchObject({ x: 1_000 + 176 + 32 - 400, y: 200 });
    expect(showing(moved, { tier: 0, x: 0, y: 100 }, SCREEN).x).toBe(400 - 32);
  });
  it("is written as SVG wants it", () => expect(viewBox({ x: 400, y: 200, scale: 1 }, SCREEN)).toBe("0 0 800 400"));
});
