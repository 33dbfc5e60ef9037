import { type Page, test } from "@playwright/test";
import { expectLook, settle } from "./look.ts";
import { PASSED_ON } from "./passedOn.ts";
import { become, type Company, openAs } from "./support.ts";

const SIZES = [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
] as const;
const SCHEMES = ["light", "dark"] as const;

interface Round {
  company: Company;
  /** Name of the picture, and where it is taken. */
  screens: Readonly<Record<string, string>>;
}

const ROUNDS: readonly Round[] = [
  {
    company: "Huaxin Components",
    screens: {
      "supplier-inbox": "/",
      register: "/register",
      slices: "/slices",
      finance: "/finance",
      receivable: PASSED_ON,
    },
  },
  { company: "Yujiang Motors", screens: { "obligor-inbox": "/", confirm: "/confirm", obligations: "/obligations" } },
  { company: "Yuzhong Bank", screens: { "bank-inbox": "/", offers: "/offers" } },
  {
    company: "Chongqing Supervision Office",
    screens: { supervise: "/supervise", graph: `${PASSED_ON}/graph` },
  },
  { company: "Tallystick Operator", screens: { participants: "/participants" } },
];

async function compare(page: Page, screen: string): Promise<void> {
  for (const { width, height } of SIZES) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expectLook(page, `${screen}-${width}-${colorScheme}`);
    }
  }
}

test("the main screens look as they did, on three widths, light and dark", async ({ page }) => {
  await openAs(page, "Huaxin Components");
  for (const { company, screens } of ROUNDS) {
    await become(page, company);
    for (const [screen, path] of Object.entries(screens)) {
      await test.step(screen, async () => {
        await page.goto(path);
        await settle(page);
        await compare(page, screen);
      });
    }
  }
});
