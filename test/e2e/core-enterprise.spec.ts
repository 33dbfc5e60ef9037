import { readFile } from "node:fs/promises";
import { type Download, expect, type Page, test } from "@playwright/test";
import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { actor, type Stage, setStage } from "../../scripts/demo/actors.ts";
import { type RegisteredInvoice, register } from "../../scripts/demo/receivables.ts";
import type { DeploymentRecord } from "../../scripts/deployment/record.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { E2E_NOW, E2E_RPC, E2E_URL } from "./globalSetup.ts";
import { become, done, openAs, picture, sign, visit } from "./support.ts";

const TODAY = Math.floor((E2E_NOW + 8 * 3_600) / 86_400);

/** Registered as suppliers do it; the demo's own waiting invoice is left to the other tests. */
const INVOICES = [
  { number: "HX-2026-2001", days: 40, face: 12_000_00n, shown: /12,000\.00/ },
  { number: "HX-2026-2002", days: 70, face: 8_500_50n, shown: /8,500\.50/ },
  { number: "HX-2026-2003", days: 70, face: 6_400_00n, shown: /6,400\.00/ },
  { number: "HX-2026-2004", days: 55, face: 3_300_00n, shown: /3,300\.00/ },
] as const;

async function stageOf(page: Page): Promise<Stage> {
  const record: DeploymentRecord = await (await page.request.get("/deployment.json")).json();
  return setStage(E2E_RPC, `${E2E_URL}/indexer`, record);
}

async function registerAll(stage: Stage): Promise<RegisteredInvoice[]> {
  const [huaxin, yujiang] = [actor(stage, "huaxin"), actor(stage, "yujiang")];
  const registered: RegisteredInvoice[] = [];
  for (const { number, days, face } of INVOICES) {
    const plan = { number, issueDay: TODAY - 3, dueDay: TODAY + days, face };
    registered.push(await register(huaxin, yujiang, plan));
  }
  return registered;
}

const tick = (page: Page, amount: RegExp) => page.getByRole("row", { name: amount }).getByRole("checkbox");

async function exported(page: Page, table: RegExp, format: "CSV" | "Excel (XLSX)"): Promise<Download> {
  await page.getByRole("button", { name: table }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: format }).click(),
  ]);
  return download;
}

const bytesOf = async (download: Download) => readFile(await download.path());

test("a core enterprise confirms several invoices at once, pays early for a discount, and discloses it", async ({
  page,
}) => {
  await openAs(page, "Yujiang Motors");
  const stage = await stageOf(page);
  const registered = await registerAll(stage);

  await test.step("selects a range, sees the totals, and confirms; what the ledger refuses is told with its reason", async () => {
    const together = page.locator("[data-bulk=confirm]");
    await expect(page.locator("[data-kind=confirm]").filter({ hasText: INVOICES[3].shown })).toBeVisible();
    const count = Number((await together.textContent())?.match(/(\d+) invoices/)?.[1]);
    expect(count).toBeGreaterThanOrEqual(INVOICES.length);
    await together.getByRole("link", { name: `Review all ${count}` }).click();
    await expect(page.getByText(`${count} selected`)).toBeVisible();
    await page.getByRole("checkbox", { name: /^Select all/ }).uncheck();
    await expect(page.getByRole("row", { name: INVOICES[3].shown })).toBeVisible();
    await tick(page, INVOICES[0].shown).check();
    await expect(page.getByTestId("selected-total")).toHaveText(/12,000\.00/);
    // By due day: 2001, 2004, then the two of the same day, the newer one first.
    await tick(page, INVOICES[1].shown).click({ modifiers: ["Shift"] });
    await expect(page.getByText("4 selected")).toBeVisible();
    await expect(page.getByTestId("selected-total")).toHaveText(/30,200\.50/);
    await tick(page, INVOICES[3].shown).uncheck();
    await expect(page.getByTestId("selected-total")).toHaveText(/26,900\.50/);
    await picture(page, "core-confirm-many");
    await page.getByRole("button", { name: "Confirm the selected…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByTestId("batch-total")).toHaveText(/26,900\.50/);
    await dialog.getByText("Prepare for my Safe").click();
    await expect(dialog.getByText("Call 1: Confirm 3 irrevocably")).toBeVisible();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Download for the Transaction Builder" }).click(),
    ]);
    const batch = JSON.parse((await bytesOf(file)).toString());
    expect(batch.transactions).toMatchObject([{ to: stage.record.addresses.ledger, value: "0" }]);
    await picture(page, "core-confirm-many-review");
    // The supplier takes one back while the obligor reads.
    const [, , third] = registered;
    if (!third) throw new Error("three invoices expected");
    await settled(actor(stage, "huaxin").ledger.cancel(third.terms));
    await sign(page, "Confirm 3 irrevocably");
    await expect(dialog.getByTestId("batch-confirmed").getByRole("listitem")).toHaveText([/12,000\.00/, /8,500\.50/]);
    await expect(dialog.getByTestId("batch-refused")).toContainText("6,400.00");
    await expect(dialog.getByTestId("batch-refused")).toContainText("cancelled");
    await picture(page, "core-confirm-many-receipt");
    await done(page);
    await expect(page.getByRole("row", { name: INVOICES[0].shown })).toBeHidden();
  });

  await test.step("signs another one without sending; the supplier submits it", async () => {
    await page
      .getByRole("row", { name: INVOICES[3].shown })
      .getByRole("link", { name: /Review/ })
      .click();
    await page.getByRole("button", { name: "Sign without sending…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Sign", exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Download the signed confirmation" }).click(),
    ]);
    const path = await file.path();
    await picture(page, "core-sign");
    await dialog.getByRole("button", { name: "Done" }).click();
    await become(page, "Huaxin Components");
    await page.goto("/signed-confirmation");
    await page.getByLabel("The signed confirmation").setInputFiles(path);
    await page.getByRole("button", { name: "Submit…" }).click();
    await picture(page, "core-submit");
    await sign(page, "Submit the confirmation");
    await expect(
      page.getByRole("dialog").getByText(/Huaxin Components now holds a receivable of .*3,300\.00/),
    ).toBeVisible();
    await done(page);
    await expect(page.getByText("This invoice no longer waits for a confirmation")).toBeVisible();
  });

  await test.step("sees what falls due when", async () => {
    await become(page, "Yujiang Motors");
    await visit(page, "Obligations");
    const ladder = page.getByRole("region", { name: "Maturity ladder" });
    await expect(ladder.getByRole("row", { name: /31–60 days/ })).toContainText("15,300.00");
    await ladder.getByRole("button", { name: "Show 31–60 days" }).click();
    await expect(ladder.getByRole("row", { name: /3,300\.00/ })).toBeVisible();
    await page.getByRole("button", { name: /30 Dec 2026: 1 receivable/ }).click();
    await picture(page, "core-obligations");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "core-obligations-390");
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("posts a sliding scale to pay early; what was typed stays while it is wrong", async () => {
    await visit(page, "Early payment");
    await page.getByLabel("Up to days early").fill("30");
    await page.getByLabel("Rate a year").fill("3");
    await page.getByRole("button", { name: "Add a longer span" }).click();
    const second = page.getByRole("group", { name: "Span 2" });
    await second.getByLabel("Up to days early").fill("30");
    await second.getByLabel("Rate a year").fill("4.5");
    await page.getByLabel("Budget").fill("100000");
    await page.getByLabel("Smallest face").fill("10000");
    await page.getByRole("button", { name: "Post the programme…" }).click();
    await expect(page.getByText("This must be longer than the span before.")).toBeVisible();
    await picture(page, "core-programme-form");
    await second.getByLabel("Up to days early").fill("60");
    await page.getByRole("button", { name: "Post the programme…" }).click();
    await picture(page, "core-programme-review");
    await sign(page, "Post the programme");
    await done(page);
    await expect(page.getByRole("region", { name: "My programmes" }).getByText("Open")).toBeVisible();
  });

  await test.step("its supplier accepts, and receives what the desk says", async () => {
    await become(page, "Huaxin Components");
    await visit(page, "Early payment");
    // 12 000.00 at 4.5 % for 40 days on 360: D = 60.00. The smaller slices and the later ones do not fit.
    await expect(page.getByTestId("early-net")).toHaveText([/11,940\.00/]);
    await picture(page, "core-early-offers");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "core-early-offers-390");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: /^Accept… / }).click();
    await sign(page, /^Accept/);
    await expect(page.getByTestId("early-receipt")).toHaveText(/11,940\.00.*60\.00/);
    await picture(page, "core-early-receipt");
    await done(page);
    await expect(page.getByText("Nothing is paid early for your slices now")).toBeVisible();
  });

  await test.step("the programme shows its use, and is withdrawn", async () => {
    await become(page, "Yujiang Motors");
    await expect(page.getByTestId("programme-spent")).toHaveText(/11,940\.00/);
    await picture(page, "core-programmes");
    await page.getByRole("button", { name: /^Withdraw… / }).click();
    await sign(page, "Withdraw");
    await done(page);
  });

  await test.step("the disclosure adds up, and its files hold the same figures", async () => {
    await visit(page, "Disclosure");
    // The third quarter: one receivable of 860 000.00 was confirmed in August and is paid in November.
    await expect(page.getByTestId("disclosure-confirmed")).toHaveText(/860,000\.00/);
    await page.getByLabel("From", { exact: true }).fill("2026-10-01");
    await page.getByLabel("To", { exact: true }).fill("2026-11-20");
    await expect(page.getByText("The statement adds up")).toBeVisible();
    await expect(page.getByTestId("disclosure-opening")).toHaveText(/860,000\.00/);
    await expect(page.getByTestId("disclosure-paidDue")).toHaveText(/-.*860,000\.00/);
    await expect(page.getByTestId("disclosure-paidByProgramme")).toHaveText(/-.*12,000\.00/);
    await expect(page.getByTestId("disclosure-discountEarned")).toHaveText(/60\.00/);
    await picture(page, "core-disclosure");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "core-disclosure-390");
    await page.setViewportSize({ width: 1440, height: 900 });
    const csv = (await bytesOf(await exported(page, /^Export: From/, "CSV"))).toString();
    expect(csv.startsWith("\uFEFFLine,Asked for by,Amount,Amount (unit)\r\n")).toBe(true);
    const figure = (line: string) => new RegExp(`^"?${line}.*?,(-?\\d+\\.\\d\\d),CNY\\r?$`, "m").exec(csv)?.[1];
    const minor = (line: string) => BigInt((figure(line) ?? "missing").replace(".", ""));
    const lines = [
      "Confirmed and outstanding at the beginning",
      "Confirmed in",
      "Paid on",
      "Paid before the due day, at",
      "Paid before the due day, under",
    ];
    expect(lines.reduce((sum, line) => sum + minor(line), 0n)).toBe(minor("Confirmed and outstanding at the end"));
    const xlsx = unzipSync(await bytesOf(await exported(page, /^Export: From/, "Excel (XLSX)")));
    const sheet = new XMLParser({ parseTagValue: false }).parse(
      strFromU8(xlsx["xl/worksheets/sheet1.xml"] ?? new Uint8Array()),
    );
    const values = sheet.worksheet.sheetData.row.flatMap((row: { c: { v?: string }[] }) =>
      row.c.flatMap(({ v }) => v ?? []),
    );
    expect(values).toContain(figure("Confirmed and outstanding at the end"));
    expect(values).toContain("-12000.00");
  });
  stage.provider.destroy();
});
