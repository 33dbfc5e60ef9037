import { afterEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import type { MovementRow } from "../../frontend/src/app/data/queries/receivables.ts";
import { holdersOf } from "../../frontend/src/domain/provenance.ts";
import { movementSteps, sliceBars } from "../../frontend/src/domain/slice-bars.ts";
import { ProvenancePicture } from "../../frontend/src/features/look-through/ProvenancePicture.tsx";
import { holderMarks } from "../../frontend/src/ui/holderMarks.ts";
import { renderInApp } from "./inApp.tsx";

const [OBLIGOR, PARTS, SPRINGS] = ["0xa1", "0xb2", "0xc3"] as const;
const FACE = 1_250_000_00n;

const moved = (n: number, kind: MovementRow["kind"], from: string, to: string, start: bigint): MovementRow => ({
  ...{ id: `m${n}`, receivableId: "0x01", sliceId: "0x01", kind, start, end: FACE, hops: 0, price: null },
  ...{ from: from as `0x${string}`, to: to as `0x${string}`, block: BigInt(n), timestamp: 1_795_190_400n + BigInt(n) },
  ...{ txHash: `0x${n}` as `0x${string}`, logIndex: 0 },
});

/** Confirmed; 200 000.00 passed on; of these 1.00. */
const MOVEMENTS = [
  moved(1, "confirm", OBLIGOR, PARTS, 0n),
  moved(2, "payment", PARTS, SPRINGS, FACE - 200_000_00n),
  moved(3, "split", SPRINGS, SPRINGS, FACE - 1_00n),
];

async function open() {
  const steps = movementSteps(MOVEMENTS);
  const tree = {
    ...{ face: FACE, currency: 1, utcOffsetHours: 8, marks: holderMarks(holdersOf(MOVEMENTS)) },
    ...{ paidFor: () => null, chosen: null, choose: () => undefined },
  };
  const screen = await renderInApp(<ProvenancePicture tree={tree} steps={steps} bars={sliceBars(steps)} />);
  const picture = screen.getByRole("group", { name: "Slices by cents and steps" });
  return { screen, picture, steps: screen.getByRole("list", { name: "Steps" }) };
}

/** Everything drawn, in screen pixels. */
function boxesIn(picture: Element): DOMRect[] {
  return [...picture.querySelectorAll("rect, text")].map((element) => element.getBoundingClientRect());
}

afterEach(() => page.viewport(1_024, 800));

describe("the look-through picture", () => {
  it.each([320, 390, 700, 1_440])("lies within a screen of %i pixels, with nothing aside", async (width) => {
    await page.viewport(width, 844);
    const { picture } = await open();
    await expect.poll(() => picture.element().getAttribute("viewBox")).not.toMatch(/^0 0 1000 /);
    const frame = picture.element().getBoundingClientRect();
    expect(frame.right).toBeLessThanOrEqual(width);
    for (const { left, right } of boxesIn(picture.element())) {
      // But for the least width of a bar.
      expect(left).toBeGreaterThanOrEqual(frame.left - 2);
      expect(right).toBeLessThanOrEqual(frame.right + 2);
    }
  });

  it("numbers its steps on a phone, and a list says what they were", async () => {
    await page.viewport(390, 844);
    const { picture, steps } = await open();
    await expect.element(steps).toBeVisible();
    await expect.element(steps.getByRole("listitem")).toHaveLength(MOVEMENTS.length);
    expect(steps.element().textContent).toMatch(/confirmation.*payment.*split/);
    expect(picture.element().textContent).not.toContain("confirmation");
  });

  it("names them beside the bars on a desk", async () => {
    await page.viewport(1_440, 900);
    const { picture, steps } = await open();
    await expect.poll(() => picture.element().textContent).toContain("1 · confirmation");
    await expect.element(steps).not.toBeInTheDocument();
  });
});
