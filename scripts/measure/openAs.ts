import type { Page } from "@playwright/test";

/** Opens the product as one of the local chain's accounts, with its page read to the end. */
export async function openAs(page: Page, origin: string, company: string, path: string): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.getByRole("main").getByRole("button", { name: company }).click();
  await page.getByRole("button", { name: `Account: ${company}` }).waitFor();
  await page.waitForLoadState("networkidle");
}
