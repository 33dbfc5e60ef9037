import { expect, type Locator, type Page, test } from "@playwright/test";
import { id as hashOf } from "ethers";
import { actor, type Stage } from "../../scripts/demo/actors.ts";
import { Clock } from "../../scripts/demo/clock.ts";
import { openStage } from "./stage.ts";
import { become, done, expectNoSideScroll, openAs, picture, sign, speak, visit } from "./support.ts";

/** More than any screen shows, and three pages of the server. */
const MANY = 120;
const MOST_IN_DOM = 60;
const WAIT = { timeout: 30_000 };

/** Registered by a supplier and taken back at once, so that nobody else's lists grow. */
async function registerAndCancelMany({ provider, ...stage }: Stage): Promise<void> {
  const { ledger } = actor({ provider, ...stage }, "nanping");
  const obligor = actor({ provider, ...stage }, "yujiang").address;
  const today = await new Clock(provider).today();
  const plans = Array.from({ length: MANY }, (_, n) => ({
    obligor,
    invoiceKey: hashOf(`a list's invoice ${n}`),
    face: BigInt(10_000_00 + n * 1_00),
    dueDay: today + 10 + n,
    currency: 1,
    documentRoot: hashOf(`a list's document ${n}`),
  }));
  const gasLimit = 200_000;
  for (const act of ["register", "cancel"] as const) {
    // One after the other, as the node takes no transaction before its turn; each is mined as it comes.
    for (const terms of plans) await ledger[act](terms, { gasLimit });
  }
}

async function rowsInDom(page: Page): Promise<number> {
  return page.getByRole("grid").getByRole("row").count();
}

async function expectFocused(grid: Locator, row: number): Promise<void> {
  // The header is the first.
  await expect(grid.locator(`[aria-rowindex="${row + 1}"]`)).toBeFocused();
}

test("long lists are drawn as far as they are seen, filtered and sorted by the server, and moved through by keys", async ({
  page,
}) => {
  await openAs(page, "Chongqing Supervision Office");
  const stage = await openStage(page);
  await registerAndCancelMany(stage);
  stage.provider.destroy();
  await visit(page, "Receivables");
  const grid = page.getByRole("grid");
  const count = page
    .getByRole("main")
    .getByRole("status")
    .filter({ hasText: /receivables?$/ });

  await test.step("all of them are counted, few are in the page", async () => {
    await page.getByLabel("Company or id").fill("nanping");
    await page.getByLabel("State").selectOption({ label: "Cancelled" });
    await expect(count).toHaveText(`${MANY} receivables`, WAIT);
    await expect(grid).toHaveAttribute("aria-rowcount", String(MANY + 1));
    expect(await rowsInDom(page)).toBeLessThan(MOST_IN_DOM);
    await picture(page, "tables-receivables");
  });

  await test.step("keys lead to the end and back, whatever has to be fetched", async () => {
    // What was typed is asked for a moment later, and another list begins at its top, with the focus.
    await expect(async () => {
      await grid.locator("[role=row][tabindex='0']").focus();
      await page.keyboard.press("End");
      await expect(grid.locator(`[aria-rowindex="${MANY + 1}"]`)).toBeFocused({ timeout: 3_000 });
    }).toPass({ timeout: 20_000 });
    await expect(grid.locator(`[aria-rowindex="${MANY + 1}"]`)).toContainText("Nanping Logistics");
    await page.keyboard.press("ArrowUp");
    await expectFocused(grid, MANY - 1);
    expect(await rowsInDom(page)).toBeLessThan(MOST_IN_DOM);
    await page.keyboard.press("Home");
    await expectFocused(grid, 1);
    await page.keyboard.press("PageDown");
    // A screen further down, from where the first row may be drawn no more.
    await expect(grid.locator("[role=row]:focus")).not.toHaveAttribute("aria-rowindex", "2");
  });

  await test.step("the server sorts", async () => {
    await page.getByRole("button", { name: "Face value" }).click();
    await expect(page.getByRole("columnheader", { name: "Face value" })).toHaveAttribute("aria-sort", "descending");
    await expect(grid.locator('[aria-rowindex="2"]')).toContainText("10,119.00");
    await page.getByRole("button", { name: "Face value" }).click();
    await expect(grid.locator('[aria-rowindex="2"]')).toContainText("10,000.00");
  });

  await test.step("and filters: by amount, and by what nobody is called", async () => {
    await page.getByText("More filters").click();
    await page.getByLabel("Face value from").fill("10100");
    await expect(count).toHaveText("20 receivables");
    await page.getByLabel("Face value up to").fill("10101.999");
    await expect(page.getByText("This is not an amount in this currency.")).toBeVisible();
    await page.getByLabel("Face value up to").fill("10101");
    await expect(count).toHaveText("2 receivables");
    await page.getByLabel("Company or id").fill("no such company");
    await expect(page.getByText("Nothing fits what you asked for.")).toBeVisible();
    await page.getByLabel("Company or id").fill("");
    await expect(count).toHaveText("2 receivables");
  });

  await test.step("Enter opens a row", async () => {
    await grid.locator("[role=row][tabindex='0']").focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: /^Receivable / })).toBeVisible();
  });

  await test.step("the whole ledger's activity, on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/activity");
    const steps = page
      .getByRole("main")
      .getByRole("status")
      .filter({ hasText: /steps$/ });
    await expect(steps).toBeVisible();
    expect(Number((await steps.textContent())?.replace(/\D/g, ""))).toBeGreaterThan(2 * MANY);
    expect(await rowsInDom(page)).toBeLessThan(MOST_IN_DOM);
    await expectNoSideScroll(page);
    await picture(page, "tables-activity-390");
    await page.getByLabel("About").selectOption({ label: "Payment" });
    await expect(grid.getByRole("row").nth(1)).toContainText(/paid|Settled/);
    await page.setViewportSize({ width: 1440, height: 900 });
    await picture(page, "tables-activity");
    await speak(page, "中文");
    await picture(page, "tables-activity-zh");
    await page.goto("/receivables");
    await expect(grid.getByRole("link").first()).toBeVisible();
    await picture(page, "tables-receivables-zh");
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSideScroll(page);
    await picture(page, "tables-receivables-zh-390");
  });
});

test("what was signed is told by a receipt: transaction, block, time, and what the ledger recorded", async ({
  page,
}) => {
  await openAs(page, "Jiulong Castings", "/permissions");
  const consent = page.getByRole("switch", { name: "Receive transfers at once" });
  await consent.click();
  const dialog = await sign(page, "Sign");
  const receipt = dialog.getByTestId("receipt");
  await expect(receipt.getByTestId("receipt-step")).toHaveText("Jiulong Castings receives slices at once from now on.");
  await expect(receipt).toContainText(/Transaction0x[0-9a-f]{16}…/);
  await expect(receipt).toContainText(/Block\d+/);
  await expect(receipt).toContainText(/Time.*UTC\+8/);
  await receipt.getByRole("button", { name: /^Copy: 0x/ }).click();
  await picture(page, "receipt");
  await done(page);
  await expect(consent).toBeChecked();
  await become(page, "Huaxin Components");
  await become(page, "Jiulong Castings");
  await consent.click();
  await sign(page, "Sign");
  await expect(receipt.getByTestId("receipt-step")).toHaveText(
    "Jiulong Castings accepts each slice itself from now on.",
  );
  await done(page);
});
