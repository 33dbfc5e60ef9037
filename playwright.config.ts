import { defineConfig } from "@playwright/test";
import { E2E_URL } from "./test/e2e/globalSetup.ts";
import { provideChromium } from "./test/helpers/chromium.ts";

const executablePath = await provideChromium();

/** What looks at screens rather than plays a story; scripts/e2e.ts gives it a network beside the stories' own. */
const SCREENS = /(certificate|languages|states)\.spec\.ts$/;

/** One worker: the tests share one chain, as users do. */
export default defineConfig({
  testDir: "test/e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./test/e2e/globalSetup.ts",
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  // The screens are compared as the demo leaves them, before any other test acts. Projects run in this order.
  projects: [
    { name: "looks", testMatch: "visual.spec.ts" },
    { name: "screens", testMatch: SCREENS },
    { name: "flows", testIgnore: ["visual.spec.ts", SCREENS] },
  ],
  snapshotPathTemplate: "{arg}{ext}",
  // A picture that is missing is a failure; `npm run pictures` takes them.
  updateSnapshots: "none",
  use: {
    baseURL: E2E_URL,
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Letters of the same shape on every machine.
        "--font-render-hinting=none",
        "--disable-lcd-text",
      ],
    },
  },
});
