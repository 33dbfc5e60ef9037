import { expect, type Page, test } from "@playwright/test";
import { expectNoSideScroll, openAs, picture, speak } from "./support.ts";

// Named to come before the specs in which the demo's first receivable is paid.
test("a certificate is one page of A4 with all that counts, of a receivable or of a slice", async ({ page }) => {
  await openAs(page, "Huaxin Components", "/receivables");
  await page.getByLabel("Company or id").fill("huaxin");
  await page.getByText("More filters").click();
  await page.getByLabel("Face value from").fill("1250000");
  await page.getByLabel("Face value up to").fill("1250000");
  await expect(page.getByRole("grid").getByRole("link")).toHaveCount(1);
  await page.getByRole("grid").getByRole("link").click();
  await page.getByRole("link", { name: "Certificate" }).click();
  const sheet = page.getByRole("article", { name: "Certificate of a receivable" });

  await test.step("the terms, the holders, the proof", async () => {
    await expect(sheet).toContainText("人民币壹佰贰拾伍万元整");
    await expect(sheet).toContainText(/Yujiang Motors \(USCC \w{18}\)/);
    await expect(sheet.getByRole("row", { name: /50,000\.25/ })).toBeVisible();
    await expect(sheet.getByTestId("as-of")).toHaveText(/at block \d+, .*UTC\+8\.$/);
    await expect(sheet).toContainText("CQ2026101400233");
    await expect(sheet).toContainText(page.url().replace("/certificate", ""));
    expect((await sheet.getByTestId("qr-code").locator("path").getAttribute("d"))?.length).toBeGreaterThan(500);
    await picture(page, "certificate");
  });

  await test.step("it prints on one page, without the frame around it", async () => {
    expect(await pagesOf(page)).toBe(1);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeHidden();
    await expect(page.getByRole("banner")).toBeHidden();
    await picture(page, "certificate-print");
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  await test.step("a slice of it", async () => {
    const slices = page.getByLabel("What is certified");
    const option = slices.getByRole("option", { name: /50,000\.25/ });
    await slices.selectOption(await option.getAttribute("value"));
    await expect(page.getByRole("article", { name: "Certificate of a slice of a receivable" })).toContainText(
      "人民币伍万元贰角伍分",
    );
    expect(await pagesOf(page)).toBe(1);
    await speak(page, "中文");
    await picture(page, "certificate-slice-zh");
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSideScroll(page);
    await picture(page, "certificate-slice-zh-390");
  });
});

/** Prints it as the browser's own dialog would. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
}
