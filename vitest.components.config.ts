import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { provideChromium } from "./test/helpers/chromium.ts";

const executablePath = await provideChromium();

const PACKAGES = [
  "@tanstack/react-query",
  "@tanstack/react-router",
  "@tanstack/react-virtual",
  "i18next",
  "lucide-react",
  "radix-ui",
  "react",
  "react-dom/client",
  "react-i18next",
  "react/jsx-dev-runtime",
  "viem",
  "viem/actions",
  "viem/siwe",
  "vitest-browser-react",
  "wagmi",
  "wagmi/actions",
];

/** Components by themselves, in a real Chromium. Apart from the other tests because it needs one. */
export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Named, so that none is found in the middle of a test, which would be loaded anew.
  optimizeDeps: { include: PACKAGES },
  test: {
    name: "components",
    include: ["test/components/**/*.test.tsx"],
    setupFiles: ["test/components/setup.ts"],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath, args: ["--no-sandbox", "--disable-gpu"] } }),
      instances: [{ browser: "chromium" }],
      viewport: { width: 1024, height: 800 },
    },
  },
});
