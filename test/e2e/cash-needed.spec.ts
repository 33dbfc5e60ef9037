import { expect, test } from "@playwright/test";
import { choose, done, openAs, openBeside, picture, sign, visit } from "./support.ts";

/** A slice of the demo: 750 000.00, due 3 Feb 2027, entered in the registry, free. */
const SLICE = /750,000\.00/;
const OFFER = "Yujiang Motors 3.80% / 4.10%";

test("an offer with two rates and recourse, paused, raised and taken for the cash needed only", async ({ page }) => {
  await openAs(page, "Yuzhong Bank", "/offers");

  await test.step("the form says what is wrong, and keeps what was typed", async () => {
    await choose(page.getByLabel("Core enterprise"), "Yujiang Motors");
    await page.getByLabel("Longest tenor, in days").fill("60");
    await page.getByLabel("Rate a year").fill("3.8");
    await page.getByRole("button", { name: "Add a rate for a longer tenor" }).click();
    const second = page.getByRole("group", { name: "Rate 2" });
    await second.getByLabel("Longest tenor, in days").fill("60");
    await second.getByLabel("Rate a year").fill("4.1");
    await page.getByLabel("Smallest face").fill("1000");
    await page.getByLabel("Total limit").fill("20000");
    await page.getByLabel("With recourse to the seller").check();
    await page.getByRole("button", { name: "Post the offer…" }).click();
    await expect(page.getByText("This must be longer than the tenor before.")).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "offers-form-390");
    await page.setViewportSize({ width: 1440, height: 900 });
    await picture(page, "offers-form");
    await second.getByLabel("Longest tenor, in days").fill("180");
    await page.getByRole("button", { name: "Post the offer…" }).click();
    await expect(page.getByRole("dialog").getByText("4.10% up to 180 days")).toBeVisible();
    await sign(page, "Post the offer");
    await done(page);
  });

  const supplier = await openBeside(page, "Huaxin Components", "/finance");
  const misfits = supplier.getByText(/^\d+ offers? do(es)? not fit$/);

  await test.step("paused, it can't be taken; raised, it has room", async () => {
    await page.getByRole("button", { name: `Pause… ${OFFER}` }).click();
    await sign(page, "Pause");
    await done(page);
    const field = supplier.getByLabel("Slice to sell");
    await field.selectOption(await field.getByRole("option", { name: SLICE }).getAttribute("value"));
    await supplier.getByLabel("Only the cash I need").fill("50000");
    await misfits.click();
    await expect(supplier.getByText("The bank has paused it.")).toBeVisible();
    await expect(supplier.getByText(/^Only \D*20,000\.00 of its limit are left\.$/)).toBeVisible();
    await page.getByRole("button", { name: `Resume… ${OFFER}` }).click();
    await sign(page, "Resume");
    await done(page);
    await page.getByRole("button", { name: `Raise… ${OFFER}` }).click();
    await page.getByLabel("New total limit").fill("20000");
    await page.getByRole("button", { name: "Continue…" }).click();
    await expect(page.getByText("This must be more than the present limit.")).toBeVisible();
    await page.getByLabel("New total limit").fill("200000");
    await page.getByRole("button", { name: "Continue…" }).click();
    await sign(page, "Raise the limit");
    await done(page);
    await picture(page, "offers-list");
  });

  await test.step("the seller sees the face, the recourse, and keeps the rest", async () => {
    // 75 days at 4.1 % on 360: 50 430.76 is the smallest face whose net is 50 000.00.
    await expect(supplier.getByTestId("offer-face")).toHaveText(/50,430\.76/);
    await expect(supplier.getByTestId("offer-net")).toHaveText(/50,000\.00/);
    await supplier.setViewportSize({ width: 390, height: 844 });
    await picture(supplier, "offers-finance-390");
    await supplier.setViewportSize({ width: 1440, height: 900 });
    await picture(supplier, "offers-finance");
    await supplier.getByRole("button", { name: "Sell…" }).click();
    const dialog = supplier.getByRole("dialog");
    await expect(dialog.getByText(/Yuzhong Bank may ask you to buy the slice back/)).toBeVisible();
    await expect(dialog.getByTestId("sale-face")).toHaveText(/50,430\.76/);
    await picture(supplier, "offers-sale");
    await sign(supplier, "Sign and sell");
    await expect(supplier.getByTestId("receipt-net")).toHaveText(/50,000\.00/);
    await done(supplier);
    await visit(supplier, "What I hold");
    await expect(supplier.getByRole("row", { name: /699,569\.24/ })).toContainText("Free");
    await supplier.context().close();
  });

  await test.step("the bank reads what it bought", async () => {
    await expect(page.getByRole("region", { name: "What was bought" }).getByText("With recourse")).toBeVisible();
    await page.getByRole("button", { name: `Withdraw… ${OFFER}` }).click();
    await sign(page, "Withdraw");
    await done(page);
  });
});
