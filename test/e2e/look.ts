import { readFileSync, writeFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";

/** The only face that every machine has is the one the product brings along. */
const ONE_FACE = `
  *, ::before, ::after { font-family: "Noto Sans SC Variable" !important; }
  [data-testid="chain-block"] { visibility: hidden; }
`;
/** Browsers write dates in fields as the system does, and make the fields as wide as that is. */
const NO_DATES = "::-webkit-datetime-edit { opacity: 0; } footer input[type=date] { width: 10rem; }";

/** What another hour, another run or a busier machine changes: times of day, and hashes of what is sealed with random salts. */
const CHANGING: readonly [pattern: string, instead: string][] = [
  ["\\d\\d:\\d\\d:\\d\\d", "10:00:00"],
  ["0x[0-9a-f]{8,}", "0x0123456789"],
];

/** The screen is compared to the pixel, but for the edges of letters. */
export async function expectLook(page: Page, name: string): Promise<void> {
  await makeSame(page, ONE_FACE + NO_DATES);
  const file = ["test", "e2e", "snapshots", `${name}.png`];
  // All that differ are reported, not the first one only.
  await expect.soft(page).toHaveScreenshot(file, { threshold: 0.05, maxDiffPixelRatio: 0.0005, timeout: 5_000 });
}

/** What a reader of the walkthrough would miss: headings, column heads and labels of fields, on the page or in its dialog. */
const LANDMARKS = "h1, h2, h3, th[scope=col], [role=columnheader], label, legend";
const LANDMARKS_FILE = "docs/images/walkthrough/landmarks.json";

/**
 * A picture of docs/walkthrough.md. It must still show what the screen shows: the same headings, columns and fields, and about the same
 * pixels; rows may differ, for other tests leave some. `npm run pictures` takes it anew.
 * @param from What stands at its top; without, the page's beginning.
 */
export async function walkthrough(page: Page, name: string, from?: Locator): Promise<void> {
  await scrollTo(page, from);
  await makeSame(page, ONE_FACE);
  const frame = (await page.getByRole("dialog").count()) > 0 ? page.getByRole("dialog") : page.locator("main");
  const found = await frame.locator(LANDMARKS).filter({ visible: true }).allInnerTexts();
  const landmarks = [...new Set(found.map((text) => text.trim()))];
  const kept: Record<string, string[]> = JSON.parse(readFileSync(LANDMARKS_FILE, "utf8"));
  if (test.info().config.updateSnapshots === "all") {
    writeFileSync(LANDMARKS_FILE, `${JSON.stringify({ ...kept, [name]: landmarks }, null, 2)}\n`);
  } else {
    expect(landmarks, `docs/walkthrough.md shows ${name} as it was: npm run pictures`).toEqual(kept[name]);
  }
  const file = ["docs", "images", "walkthrough", `${name}.png`];
  await expect(page).toHaveScreenshot(file, { threshold: 0.2, maxDiffPixelRatio: 0.15, timeout: 10_000 });
}

/** Below the header, which stays. */
async function scrollTo(page: Page, target: Locator | undefined): Promise<void> {
  const top = target ? await target.evaluate((element) => element.getBoundingClientRect().top + window.scrollY) : 0;
  await page.evaluate((y) => window.scrollTo({ top: y, behavior: "instant" }), Math.max(top - 80, 0));
}

/** Waits until everything is read and drawn. */
export async function settle(page: Page): Promise<void> {
  await expect(page.locator("main h1")).toBeVisible();
  await expect(page.locator("main .animate-pulse")).toHaveCount(0);
}

/** Makes the page look the same on every machine and at every hour. */
async function makeSame(page: Page, css: string): Promise<void> {
  await page.evaluate(dressPage, { css, changing: CHANGING });
  await page.evaluate(() => document.fonts.ready);
}

/** Runs in the page. */
function dressPage({ css, changing }: { css: string; changing: readonly [string, string][] }): void {
  // The page's policy allows no inline style; a constructed style sheet is none.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    let text = node.nodeValue ?? "";
    for (const [pattern, instead] of changing) text = text.replace(new RegExp(pattern, "g"), instead);
    if (text !== node.nodeValue) node.nodeValue = text;
  }
}
