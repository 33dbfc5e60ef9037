import { readFileSync, writeFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";

/** The only face that every machine has is the one the product brings along. */
const ONE_FACE = `
  *, ::before, ::after { font-family: "Noto Sans SC Variable" !important; }
  [data-testid="chain-block"], [data-testid="toasts"] { visibility: hidden; }
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
  await expect.soft(page).toHaveScreenshot(file, { threshold: 0.05, maxDiffPixelRatio: 0.002, timeout: 5_000 });
}

const LANDMARKS_FILE = "docs/images/walkthrough/landmarks.json";

/**
 * A picture of docs/walkthrough.md. The screen must still have the headings, tables and forms that the picture shows, and about the same
 * pixels; there may be more on it, for other tests leave rows and sections. `npm run pictures` takes it anew.
 * @param from What stands at its top; without, the page's beginning.
 */
export async function walkthrough(page: Page, name: string, from?: Locator): Promise<void> {
  await scrollTo(page, from);
  await makeSame(page, ONE_FACE);
  const dialog = page.getByRole("dialog");
  const found = await ((await dialog.count()) > 0 ? dialog : page.locator("main")).evaluate(landmarksOf);
  const kept: Record<string, string[]> = JSON.parse(readFileSync(LANDMARKS_FILE, "utf8"));
  if (test.info().config.updateSnapshots === "all") {
    writeFileSync(LANDMARKS_FILE, `${JSON.stringify({ ...kept, [name]: found }, null, 2)}\n`);
  } else {
    const missing = kept[name]?.filter((landmark) => !found.some((other) => hasPartsOf(other, landmark)));
    expect(missing, `what the picture ${name} shows and the screen does not; npm run pictures`).toEqual([]);
  }
  const file = ["docs", "images", "walkthrough", `${name}.png`];
  await expect(page).toHaveScreenshot(file, { threshold: 0.2, maxDiffPixelRatio: 0.3, timeout: 10_000 });
}

/** A table of the picture may have got a column since, for what can be done with rows that other tests left. */
function hasPartsOf(shown: string, landmark: string): boolean {
  const parts = shown.split(" | ");
  return landmark.split(" | ").every((part) => parts.includes(part));
}

/** Runs in the page. A table's columns, or a form's fields, are one landmark. */
function landmarksOf(frame: Element): string[] {
  const texts = (parent: Element, selector: string) =>
    [...parent.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, " ").trim());
  const joined = (parents: string, children: string) =>
    [...frame.querySelectorAll(parents)].map((parent) => texts(parent, children).join(" | "));
  const all = [
    ...texts(frame, "h1, h2, h3"),
    ...joined("table, [role=grid]", "th[scope=col], [role=columnheader]"),
    ...joined("form", "label, legend"),
  ];
  return [...new Set(all)].filter((text) => text !== "");
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
