import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";

/** JavaScript that a page loads by itself, before anything is clicked. */
export interface FirstLoad {
  path: string;
  files: number;
  /** Bytes after gzip at its standard level. */
  gzipBytes: number;
}

/** The limit in bytes that the first load of JavaScript keeps to: 220 kB. */
export const FIRST_LOAD_LIMIT = 220_000;

/** Loads a page in an empty browser and adds up the scripts it asked for. */
export async function firstLoad(browser: Browser, origin: string, path: string): Promise<FirstLoad> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    const isScript = response.headers()["content-type"]?.includes("javascript") ?? false;
    if (isScript) sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(`${origin}${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  const bytes = await Promise.all(sizes);
  await context.close();
  return { path, files: bytes.length, gzipBytes: bytes.reduce((sum, size) => sum + size, 0) };
}
