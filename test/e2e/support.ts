import { fileURLToPath } from "node:url";
import { expect, type Locator, type Page } from "@playwright/test";

/** People of the demo network and of these tests, as the screens in either language name them. */
export type Company =
  | "Tallystick Operator"
  | "Chongqing Supervision Office"
  | "Yujiang Motors"
  | "Huaxin Components"
  | "Jiulong Castings"
  | "Bashan Springs"
  | "Nanping Logistics"
  | "Yuzhong Bank"
  | "Account 8"
  | "Account 9"
  | "Vesna Turning"
  | "Donau Pumps"
  | "Rheinwerk Metals"
  | "符契平台"
  | "重庆监管办"
  | "渝江汽车"
  | "华信零部件"
  | "渝中银行";

export const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/invoices/${name}`, import.meta.url));

/** The page of another party, open while the first one acts. Close its context afterwards. */
export async function openBeside(page: Page, company: Company, path: string): Promise<Page> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error("no browser");
  const other = await context.newPage();
  await openAs(other, company, path);
  return other;
}

function accountMenu(page: Page, company = ""): Locator {
  return page.getByRole("button", { name: new RegExp(`^(Account|账户): ${company}`) });
}

/** Opens the product as one of the local chain's accounts. */
export async function openAs(page: Page, company: Company, path = "/"): Promise<void> {
  await page.goto(path);
  await page.getByRole("main").getByRole("button", { name: company }).click();
  await expect(accountMenu(page, company)).toBeVisible();
}

/** Becomes somebody else with the switcher in the header. */
export async function become(page: Page, company: Company): Promise<void> {
  await accountMenu(page).click();
  await page.getByRole("menuitemradio", { name: company }).click();
  await expect(accountMenu(page, company)).toBeVisible();
}

/** A line of the inbox about one company. */
export const inboxLine = (page: Page, kind: string, company: Company | "Wulong Presses") =>
  page.locator(`[data-kind=${kind}]`).filter({ hasText: company });

/** Follows the main menu. */
export async function visit(page: Page, entry: string): Promise<void> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: entry, exact: true }).click();
}

/** Chooses the option that begins with a company's name; what follows says how it receives. */
export async function choose(field: Locator, company: Company): Promise<void> {
  const option = field.getByRole("option", { name: new RegExp(`^${company}`) });
  await field.selectOption(await option.getAttribute("value"));
}

/** Signs what the open dialog shows, and waits until the chain has it. */
export async function sign(page: Page, confirm: string | RegExp): Promise<Locator> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: confirm }).click();
  await expect(dialog.getByRole("button", { name: "Done" })).toBeVisible({ timeout: 30_000 });
  return dialog;
}

export async function done(page: Page): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

/** A picture of the whole page in `test-results/screens`, to be looked at; taken when TALLYSTICK_PICTURES asks for it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.TALLYSTICK_PICTURES) return;
  await page.screenshot({ path: `test-results/screens/${name}.png`, fullPage: true });
}

/** A look at the page on a phone: a picture, and no table wider than the screen. */
export async function onPhone(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, name);
  const tooWide = await page.locator("main table").evaluateAll((tables) => {
    const framed = tables.map(({ parentElement }) => parentElement);
    return framed.filter((frame) => frame && frame.scrollWidth > frame.clientWidth).map((frame) => frame?.textContent);
  });
  expect(tooWide).toEqual([]);
  if (before) await page.setViewportSize(before);
}

/** Changes the language with the menu in the header. */
export async function speak(page: Page, language: "English" | "中文"): Promise<void> {
  await page.getByRole("button", { name: /^(Language|语言)[:：]/ }).click();
  await page.getByRole("menuitemradio", { name: language }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language === "English" ? "en" : "zh-CN");
}

/** The page is no wider than the window. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}
