import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import type { Holding } from "../../frontend/src/app/holdings/holding.ts";
import { SplitEditor } from "../../frontend/src/features/portfolio/SplitEditor.tsx";
import { renderInApp } from "./inApp.tsx";

/** A slice of 10 000.00 CNY of which no part may be smaller than 20.00; only what the editor reads. */
const holding = {
  id: `0x${"01".repeat(32)}`,
  start: 0n,
  end: 1_000_000n,
  face: 1_000_000n,
  hops: 0,
  smallest: 2_000n,
  receivable: { id: `0x${"01".repeat(24)}`, currency: 1, dueDay: 20_700, obligor: `0x${"0b".repeat(20)}` },
} as Holding;

async function open() {
  const screen = await renderInApp(<SplitEditor holding={holding} onClose={() => undefined} />);
  return {
    screen,
    part: (number: number) => screen.getByLabelText(`Part ${number}`, { exact: true }),
    head: screen.getByTestId("split-head"),
    review: screen.getByRole("button", { name: "Review…" }),
  };
}

describe("SplitEditor", () => {
  it("says to the cent what stays, while it is typed", async () => {
    const { screen, part, head } = await open();
    await userEvent.fill(part(1), "3,333.33");
    await expect.element(head).toHaveTextContent("CN¥6,666.67");
    await userEvent.click(screen.getByRole("button", { name: "Add a part" }));
    await userEvent.fill(part(2), "0.67");
    await expect.element(head).toHaveTextContent("CN¥6,666.00");
    await userEvent.click(screen.getByRole("button", { name: "Remove part 2" }));
    await expect.element(head).toHaveTextContent("CN¥6,666.67");
  });

  it("says what is wrong with a part beside it, and keeps what was typed", async () => {
    const { screen, part, review } = await open();
    for (const [typed, problem] of [
      ["19.99", "The smallest slice here is CN¥20.00."],
      ["30.001", "There is nothing smaller than a cent."],
      ["a lot", "Enter an amount such as 1234.50."],
    ] as const) {
      await userEvent.fill(part(1), typed);
      await userEvent.click(review);
      await expect.element(screen.getByRole("alert")).toHaveTextContent(problem);
      await expect.element(part(1)).toHaveAttribute("aria-invalid", "true");
    }
    await expect.element(part(1)).toHaveValue("alot");
  });

  it("does not ask for an amount before one could have been entered", async () => {
    const { screen, review } = await open();
    await expect.element(screen.getByText("Enter the amount.")).not.toBeInTheDocument();
    await userEvent.click(review);
    await expect.element(screen.getByText("Enter the amount.")).toBeVisible();
  });

  it("refuses more than the slice, and a rest too small, and says which", async () => {
    const { screen, part, head } = await open();
    await userEvent.fill(part(1), "10000.01");
    await expect.element(screen.getByText(/CN¥0\.01/)).toBeVisible();
    await userEvent.fill(part(1), "9980.01");
    await expect.element(head).toHaveTextContent("CN¥19.99");
    await expect.element(screen.getByText("At least CN¥20.00 must stay in the slice; cut off less.")).toBeVisible();
    await userEvent.fill(part(1), "9980");
    await expect.element(screen.getByText(/must stay/)).not.toBeInTheDocument();
  });
});
