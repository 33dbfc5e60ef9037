import { useState } from "react";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { MoneyField } from "../../frontend/src/ui/MoneyField.tsx";
import { renderInApp } from "./inApp.tsx";

function Amount({ error }: { error?: string }) {
  const [value, setValue] = useState("");
  return (
    <>
      <MoneyField label="Amount" unit="CNY" value={value} onValueChange={setValue} error={error} hint="At most 10.00" />
      <output>{value}</output>
    </>
  );
}

describe("MoneyField", () => {
  it("hands on a plain decimal, whatever a person groups it with", async () => {
    const screen = await renderInApp(<Amount />);
    const field = screen.getByLabelText("Amount");
    for (const [typed, plain] of [
      ["1234.50", "1234.50"],
      ["1,234.50", "1234.50"],
      ["１２３４．５０", "1234.50"],
      ["1 234.5", "1234.5"],
    ] as const) {
      await userEvent.clear(field);
      await userEvent.fill(field, typed);
      await expect.element(screen.getByRole("status")).toHaveTextContent(plain);
    }
  });

  it("asks phones for a decimal keyboard and shows the unit beside the figure", async () => {
    const screen = await renderInApp(<Amount />);
    await expect.element(screen.getByLabelText("Amount")).toHaveAttribute("inputmode", "decimal");
    await expect.element(screen.getByText("CNY")).toBeVisible();
  });

  it("is joined to its hint and its error for those who do not see them", async () => {
    const screen = await renderInApp(<Amount error="More than the slice. Enter less." />);
    const field = screen.getByLabelText("Amount");
    await expect.element(field).toHaveAttribute("aria-invalid", "true");
    await expect.element(field).toHaveAccessibleDescription("At most 10.00 More than the slice. Enter less.");
    await expect.element(screen.getByRole("alert")).toHaveTextContent("More than the slice. Enter less.");
  });
});
