import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { PASSED_ON } from "./passedOn.ts";
import { become, type Company, openAs, picture } from "./support.ts";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** A phone by day, a desktop by night: the colours are the same on both, so each screen is looked at in both schemes and both sizes. */
const LOOKS = [
  { width: 390, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
] as const;

interface Round {
  /** As the Chinese pages name it. */
  company: Company;
  paths: readonly string[];
  /** Screens whose address holds an id: the list they are reached from, and the links, one after the other. */
  behind?: { list: string; links: readonly string[] };
}

/** Who looks at which screens. */
const ROUNDS: readonly Round[] = [
  {
    company: "华信零部件",
    paths: [
      ...["/", "/register", "/slices", "/slices?view=receipts", "/pay-suppliers", "/finance", "/quotes", "/loans"],
      ...["/recourse", "/early-payment"],
      ...["/signed-confirmation", "/cash", "/permissions", "/receivables", "/settings"],
    ],
    behind: { list: "/receivables", links: ["main a[href^='/receivables/']", "main a[href*='/certificate']"] },
  },
  {
    company: "渝江汽车",
    paths: ["/", "/confirm", "/pay", "/obligations", "/early-payment", "/disclosure"],
    behind: { list: "/confirm", links: ["main a[href^='/confirm/']"] },
  },
  {
    company: "渝中银行",
    paths: ["/", "/offers", "/slices", "/finance", "/quotes", "/loans", "/exposure", "/recourse", "/permissions"],
  },
  { company: "符契平台", paths: ["/", "/participants", "/keys", "/policies", "/health"] },
  {
    company: "重庆监管办",
    paths: [
      ...[
        "/",
        "/supervise",
        "/keys",
        "/policies",
        "/supervise/alerts",
        "/supervise/orders",
        "/supervise/figures/owed",
        "/activity",
      ],
      `/supervise/network/${identityHash("USCC", "91500103MA5HXLB42D")}`,
      `${PASSED_ON}/tree`,
      `${PASSED_ON}/graph`,
    ],
    // An invoice that waits: nothing to look through, and no graph yet.
    behind: {
      list: "/receivables",
      links: ["main a[href^='/receivables/']", "main a[href*='/tree']", "main a[href$='/graph']"],
    },
  },
];

/** Everything read and drawn, in the font that readers see. */
async function settle(page: Page): Promise<void> {
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main .animate-pulse")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

/** What does not fit and what was not translated, in lines that say where. */
async function textFlaws(page: Page): Promise<string[]> {
  const overflow = await page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
  const aside = await page.locator("main *").evaluateAll((elements) =>
    elements
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((element) => `${element.tagName} ${element.getAttribute("class")} scrolls sideways`),
  );
  const text = (await page.locator("body").textContent()) ?? "";
  const keys = text.match(/\b[a-z]\w+(\.[a-z]\w+)+\b|\{\{\w+\}\}/g) ?? [];
  // The names of people's files look like keys.
  const untranslated = keys.filter((key) => !key.endsWith(".xml"));
  return [
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
    ...aside,
    ...untranslated.map((key) => `“${key}” is not translated`),
  ];
}

async function axeFlaws(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}

async function flaws(page: Page, screen: string): Promise<string[]> {
  await settle(page);
  await picture(page, `zh-${screen.replaceAll("/", "_")}`);
  const found = [...(await textFlaws(page)), ...(await axeFlaws(page))];
  return found.map((flaw) => `${screen}: ${flaw}`);
}

async function look(page: Page, width: number, { company, paths, behind }: Round): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    found.push(...(await flaws(page, `${width} ${company} ${path.replace(/0x\w+/, "passed-on")}`)));
  }
  if (behind) {
    await page.goto(behind.list);
    for (const link of behind.links) {
      const { pathname } = new URL(page.url());
      await page.locator(link).first().click();
      await page.waitForURL((url) => url.pathname !== pathname);
      const screen = new URL(page.url()).pathname.replace(/0x\w+|\d{9,}/, "one");
      found.push(...(await flaws(page, `${width} ${company} ${screen}`)));
    }
  }
  return found;
}

for (const { width, colorScheme } of LOOKS) {
  test.describe(`in Chinese, ${width} px wide, ${colorScheme}`, () => {
    test.use({
      viewport: { width, height: 900 },
      locale: "zh-CN",
      colorScheme,
      contextOptions: { reducedMotion: "reduce" },
    });

    test("every role's screens fit, are translated and pass axe", async ({ page }) => {
      const found: string[] = [];
      await page.goto("/");
      found.push(...(await flaws(page, `${width} welcome`)));
      await openAs(page, "华信零部件");
      for (const round of ROUNDS) {
        await test.step(round.company, async () => {
          await become(page, round.company);
          found.push(...(await look(page, width, round)));
        });
      }
      expect(found).toEqual([]);
    });
  });
}
