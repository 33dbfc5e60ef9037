import { expect, type Locator, type Page, test } from "@playwright/test";
import { sliceId } from "../../frontend/src/domain/ids.ts";
import { actor } from "../../scripts/demo/actors.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { confirmOwn, openStage } from "./stage.ts";
import { choose, done, onPhone, openAs, openBeside, picture, sign, visit } from "./support.ts";

/** Of the receivable that these tests begin with. */
const HUAXINS = /480,000\.00/;
const NANPINGS = /160,000\.00/;

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  const stage = await openStage(page);
  await page.close();
  const [huaxin, nanping] = [actor(stage, "huaxin"), actor(stage, "nanping")];
  const plan = { number: "HX-BANK-1", face: 640_000_00n, days: 75 };
  const { id } = await confirmOwn(stage, huaxin, actor(stage, "yujiang"), plan);
  const part = { to: nanping.address, amount: 160_000_00n };
  await settled(huaxin.ledger.splitAndTransfer(sliceId(id, 0n), [part], 0));
  stage.provider.destroy();
});

async function pick(page: Page, company: "Huaxin Components" | "Nanping Logistics", slice: RegExp): Promise<void> {
  await choose(page.getByLabel("Whose slice"), company);
  const field = page.getByLabel("Slice", { exact: true });
  await field.selectOption(await field.getByRole("option", { name: slice }).getAttribute("value"));
}

async function linkIn(row: Locator, path: "quotes" | "loans"): Promise<string> {
  return (await row.getByTitle(new RegExp(`/${path}#`)).getAttribute("title")) ?? "";
}

async function setLimit(page: Page, kind: string, company: "Yujiang Motors" | "Nanping Logistics"): Promise<void> {
  await page.getByLabel("Limit for").selectOption({ label: kind });
  await choose(page.getByLabel("Organisation"), company);
  await page.getByLabel("Limit", { exact: true }).fill("200000");
  await page.getByRole("button", { name: "Set the limit…" }).click();
  await sign(page, "Set the limit");
  await done(page);
}

test("a supplier asks for a quote with its wish, by link or file, and the bank's form has it", async ({ page }) => {
  await openAs(page, "Huaxin Components", "/quotes");
  const field = page.getByLabel("Slice", { exact: true });
  await field.selectOption(await field.getByRole("option", { name: HUAXINS }).getAttribute("value"));
  await page.getByLabel("Rate a year, at most").fill("100");
  await expect(page.getByText(/^At this rate nothing of the face would be left/)).toBeVisible();
  await page.getByLabel("Rate a year, at most").fill("3.75");
  await page.getByLabel("Quote open until").fill("2026-12-01");
  await onPhone(page, "quotes-ask-390");
  const link = await page.getByTitle(/\/quotes\?slice=/).getAttribute("title");
  await page.getByLabel("Rate a year, at most").fill("3.9");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save the request" }).click(),
  ]);
  const bank = await openBeside(page, "Yuzhong Bank", link ?? "");
  await expect(bank.getByText("at most 3.75% a year, open until 1 Dec 2026")).toBeVisible();
  await expect(bank.getByText("Huaxin Components asks for this quote")).toBeVisible();
  await expect(bank.getByLabel("Rate a year", { exact: true })).toHaveValue("3.75");
  await expect(bank.getByLabel("Last day")).toHaveValue("2026-12-01");
  // 480 000.00 at 3.75 % for 75 days on 360: D = 3 750.00.
  await expect(bank.getByTestId("preview-net")).toHaveText(/476,250\.00/);
  await bank.getByLabel("A holder's request").setInputFiles(await file.path());
  await expect(bank.getByLabel("Rate a year", { exact: true })).toHaveValue("3.9");
  const other = { name: "request.json", mimeType: "application/json", buffer: Buffer.from("{}") };
  await bank.getByLabel("A holder's request").setInputFiles(other);
  await expect(bank.getByText("This file is no request for a quote.", { exact: false })).toBeVisible();
  await onPhone(bank, "quotes-asked-390");
  await bank.context().close();
});

test("a bank quotes a slice, and its supplier takes the quote from the link", async ({ page }) => {
  await openAs(page, "Yuzhong Bank", "/quotes");

  await test.step("the bank picks a slice, sees its price both ways and signs", async () => {
    await pick(page, "Huaxin Components", HUAXINS);
    await page.getByRole("button", { name: "Sign the quote…" }).click();
    await expect(page.getByText("Fill this in.")).toBeVisible();
    await page.getByLabel("Rate a year").fill("3.6");
    // 480 000.00 at 3.6 % for 75 days on 360: D = 3 600.00.
    await expect(page.getByTestId("preview-net")).toHaveText(/476,400\.00/);
    await picture(page, "quotes-form");
    await onPhone(page, "quotes-form-390");
    await page.getByRole("button", { name: "Sign the quote…" }).click();
    await sign(page, "Sign the quote");
    await done(page);
  });
  const mine = page.getByRole("region", { name: "My quotes" });
  const row = mine.getByRole("row", { name: /Huaxin Components/ });
  await expect(row).toContainText("open");
  const link = await linkIn(row, "quotes");
  const supplier = await openBeside(page, "Huaxin Components", link);

  await test.step("a quote that the bank has cancelled says so", async () => {
    await expect(supplier.getByText(/^It holds now\./)).toBeVisible();
    // Jumping within the page changes the address, and must not lose the quote.
    await supplier.getByRole("link", { name: "Skip to the content" }).press("Enter");
    await expect(supplier.getByText(/^It holds now\./)).toBeVisible();
    await row.getByRole("button", { name: /^Cancel…/ }).click();
    await sign(page, "Cancel the quote");
    await done(page);
    await expect(row).toContainText("cancelled");
    await expect(supplier.getByText("The bank has cancelled it.")).toBeVisible();
    await expect(supplier.getByRole("button", { name: "Sell at this quote…" })).toBeHidden();
    await row.getByRole("button", { name: /^Remove from the list/ }).click();
    await expect(row).toBeHidden();
  });

  await test.step("another one is taken from its file", async () => {
    await page.getByLabel("Rate a year").fill("3.5");
    await page.getByRole("button", { name: "Sign the quote…" }).click();
    const dialog = await sign(page, "Sign the quote");
    const file = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("link", { name: /^Save the file/ }).click(),
    ]);
    await done(page);
    await supplier.getByLabel("Quote file").setInputFiles(await file[0].path());
    // 480 000.00 at 3.5 %: D = 3 500.00.
    await expect(supplier.getByTestId("quote-net")).toHaveText(/476,500\.00/);
    await expect(supplier.getByTestId("quote-verdict")).toBeVisible();
    await picture(supplier, "quotes-for-me");
    await supplier.getByRole("button", { name: "Sell at this quote…" }).click();
    await sign(supplier, "Sign and sell");
    await expect(supplier.getByTestId("quote-receipt")).toHaveText(/476,500\.00/);
    await done(supplier);
    await expect(supplier.getByText("This quote was taken.")).toBeVisible();
    await onPhone(supplier, "quotes-taken-390");
    await supplier.context().close();
    await expect(row).toContainText("taken");
    await picture(page, "quotes-list");
    await onPhone(page, "quotes-list-390");
  });
});

test("a loan within limits is borrowed, repaid in two parts and released", async ({ page }) => {
  await openAs(page, "Yuzhong Bank", "/exposure");

  await test.step("the bank sets a limit for the core enterprise and one for the borrower", async () => {
    await setLimit(page, "Core enterprise", "Yujiang Motors");
    await setLimit(page, "Seller or borrower", "Nanping Logistics");
    await expect(page.getByRole("row", { name: /^Nanping Logistics/ })).toContainText("200,000.00");
  });

  await test.step("it offers a loan that keeps to them", async () => {
    await visit(page, "Loans");
    await pick(page, "Nanping Logistics", NANPINGS);
    await page.getByLabel("Interest a year").fill("4.2");
    await page.getByLabel("Keep to our exposure limits").check();
    // 160 000.00 less 20 %; at 4.2 % for 75 days on 360: 1 120.00.
    await expect(page.getByTestId("preview-principal")).toHaveText(/128,000\.00/);
    await expect(page.getByTestId("preview-interest")).toHaveText(/1,120\.00/);
    await picture(page, "loans-form");
    await onPhone(page, "loans-form-390");
    await page.getByRole("button", { name: "Sign the offer…" }).click();
    await sign(page, "Sign the offer");
    await done(page);
  });
  const mine = page.getByRole("region", { name: "My loan offers" });
  await onPhone(page, "loans-offers-390");
  const link = await linkIn(mine.getByRole("row", { name: /Nanping Logistics/ }), "loans");
  const supplier = await openBeside(page, "Nanping Logistics", link);
  const owed = supplier.getByTestId("loan-owed");

  await test.step("the supplier sees what is to be repaid when, and borrows", async () => {
    await expect(supplier.getByTestId("loan-total")).toHaveText(/129,120\.00/);
    await picture(supplier, "loans-for-me");
    await onPhone(supplier, "loans-for-me-390");
    await supplier.getByRole("button", { name: "Pledge the slice and borrow…" }).click();
    await sign(supplier, "Sign and borrow");
    await expect(supplier.getByTestId("loan-receipt")).toHaveText(/128,000\.00/);
    await done(supplier);
    await expect(owed).toHaveText(/128,000\.00/);
    await picture(supplier, "loans-borrowed");
    await onPhone(supplier, "loans-borrowed-390");
  });

  await test.step("the limits show what is used of them", async () => {
    await visit(page, "Exposure");
    await expect(page.getByRole("row", { name: /^Yujiang Motors.*160,000\.00/ }).first()).toContainText("80.00%");
    await expect(page.getByRole("img", { name: /160,000\.00 of \D*200,000\.00 used/ })).toHaveCount(2);
    await picture(page, "exposure");
    await onPhone(page, "exposure-390");
  });

  await test.step("it is repaid in part, then in full, and the slice is free", async () => {
    await supplier.getByRole("button", { name: /^Repay…/ }).click();
    await supplier.getByLabel("Amount").fill("128000.01");
    await expect(supplier.getByText("This is more than is owed today.")).toBeVisible();
    await supplier.getByLabel("Amount").fill("28000");
    await supplier.getByRole("button", { name: "Continue…" }).click();
    await sign(supplier, "Repay");
    await done(supplier);
    await expect(owed).toHaveText(/100,000\.00/);
    await supplier.getByRole("button", { name: /^Repay…/ }).click();
    await supplier.getByRole("button", { name: "Continue…" }).click();
    const dialog = await sign(supplier, "Repay");
    await expect(dialog.getByText("Repaid. The slice is free again.")).toBeVisible();
    await done(supplier);
    await expect(supplier.getByRole("heading", { name: "Ended" })).toBeVisible();
    await visit(supplier, "What I hold");
    await expect(supplier.getByRole("row", { name: NANPINGS })).toContainText("Free");
    await supplier.context().close();
  });

  await test.step("the bank's inbox tells what its limits count in vain, and it is released", async () => {
    await visit(page, "Inbox");
    const line = page.locator("[data-kind=exposureToRelease]");
    await expect(line).toContainText("160,000.00");
    await line.getByRole("link", { name: /^Release/ }).click();
    await page.getByRole("button", { name: "Release…" }).click();
    await sign(page, "Release");
    await done(page);
    await expect(page.getByRole("img", { name: /0\.00 of \D*200,000\.00 used/ })).toHaveCount(2);
    await expect(page.getByRole("button", { name: "Release…" })).toBeHidden();
  });
});
