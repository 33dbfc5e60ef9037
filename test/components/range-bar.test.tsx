import { describe, expect, it } from "vitest";
import { holderMarks } from "../../frontend/src/ui/holderMarks.ts";
import { RangeBar } from "../../frontend/src/ui/RangeBar.tsx";
import { renderInApp } from "./inApp.tsx";

const WHOLE = 10_000_000n;

const COMPANIES = ["Company 0", "Company 1", "Company 2"];
const MARKS = holderMarks(COMPANIES);

function part(start: bigint, end: bigint, index: number, isCurrent = false) {
  const title = `Company ${index}`;
  const mark = MARKS.get(title);
  if (!mark) throw new Error("a mark expected");
  return { key: String(start), start, end, mark, title, isCurrent };
}

describe("RangeBar", () => {
  it("gives each part the width of its cents, in order and without a gap", async () => {
    const parts = [part(0n, 7_000_000n, 0), part(7_000_000n, 9_000_000n, 1), part(9_000_000n, WHOLE, 2)];
    const screen = await renderInApp(
      <div style={{ width: 1002 }}>
        <RangeBar label="Three holders" parts={parts} whole={WHOLE} />
      </div>,
    );
    const bar = screen.getByRole("img", { name: "Three holders" }).element();
    const boxes = [...bar.children].map((child) => child.getBoundingClientRect());
    expect(boxes.map(({ width }) => Math.round(width / 10))).toEqual([70, 20, 10]);
    for (const [index, box] of boxes.entries()) {
      const next = boxes[index + 1];
      if (next) expect(next.left).toBeCloseTo(box.right, 1);
    }
  });

  it("still shows a single cent of a hundred million", async () => {
    const whole = 100_000_000_00n;
    const parts = [part(0n, 1n, 0), part(1n, whole, 1)];
    const screen = await renderInApp(<RangeBar label="A cent" parts={parts} whole={whole} />);
    const [cent] = screen.getByRole("img", { name: "A cent" }).element().children;
    expect(cent?.getBoundingClientRect().width).toBeGreaterThanOrEqual(1);
  });

  it("marks the part that the reader came for, and says who it is", async () => {
    const parts = [part(0n, 5_000_000n, 0), part(5_000_000n, WHOLE, 1, true)];
    const screen = await renderInApp(<RangeBar label="Two" parts={parts} whole={WHOLE} />);
    const [first, second] = screen.getByRole("img", { name: "Two" }).element().children;
    if (!first || !second) throw new Error("two parts expected");
    expect(getComputedStyle(first).boxShadow).toBe("none");
    expect(getComputedStyle(second).boxShadow).not.toBe("none");
    expect(second.getAttribute("title")).toBe("Company 1");
  });
});
