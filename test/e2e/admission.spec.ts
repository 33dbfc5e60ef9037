import { expect, type Page, test } from "@playwright/test";
import { become, done, fixture, openAs, picture, sign, visit } from "./support.ts";

const SELLER = { name: "Vesna Turning", number: "SI10293847", role: "Supplier", account: 8 } as const;
const BUYER = { name: "Donau Pumps", number: "ATU56473829", role: "Core enterprise", account: 9 } as const;
const AMOUNT = /1,656\.25/;

async function admit(page: Page, company: typeof SELLER | typeof BUYER): Promise<void> {
  await page.getByRole("button", { name: "Admit a participant" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name in English").fill(company.name);
  await dialog.getByLabel("Kind of number").selectOption("VAT");
  await dialog.getByLabel("Number", { exact: true }).fill(company.number);
  await dialog.getByRole("checkbox", { name: company.role }).check();
  await dialog.getByRole("button", { name: `Use account ${company.account}` }).click();
  await dialog.getByRole("button", { name: "Review the admission" }).click();
  await sign(page, "Admit");
  await expect(dialog.getByText("Its name is in the directory.")).toBeVisible();
  await done(page);
  await expect(page.getByRole("row", { name: company.name })).toContainText(company.number);
}

test("two companies are admitted, and an invoice that fell due years ago becomes a receivable in EUR", async ({
  page,
}) => {
  await test.step("an account that was not admitted is told so", async () => {
    await openAs(page, "Account 8");
    await expect(page.getByText("This account is not a participant")).toBeVisible();
  });

  await test.step("the operator admits seller and buyer", async () => {
    await become(page, "Tallystick Operator");
    await visit(page, "Participants");
    await admit(page, SELLER);
    await admit(page, BUYER);
    await picture(page, "admission-participants");
  });

  await test.step("the operator can't admit the same organisation or account again", async () => {
    await page.getByRole("button", { name: "Admit a participant" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Kind of number").selectOption("VAT");
    await dialog.getByLabel("Number", { exact: true }).fill("si 1029 3847");
    await expect(
      dialog.getByText("This organisation is admitted already, with the account Vesna Turning."),
    ).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
  });

  await test.step("the seller is told that the invoice fell due, and agrees on another date", async () => {
    await become(page, SELLER.name);
    await visit(page, "Register an invoice");
    await page.getByLabel("Invoice files").setInputFiles(fixture("ubl-eur-past-due.xml"));
    await expect(page.getByText(/This invoice fell due on 4 Oct 2017\. Enter the due date/)).toBeVisible();
    const register = page.getByRole("button", { name: "Register…" });
    const agreed = page.getByLabel("Agreed due date");
    await expect(register).toBeDisabled();
    await agreed.fill("2026-11-20");
    await expect(page.getByText("The due date must lie after today, 20 Nov 2026.")).toBeVisible();
    await expect(register).toBeDisabled();
    await agreed.fill("2027-01-29");
    await picture(page, "admission-past-due");
    await register.click();
    await sign(page, "Register");
    await done(page);
    await expect(page.getByRole("row", { name: AMOUNT })).toContainText("Waits for confirmation");
  });

  await test.step("the buyer sees both dates and confirms the later one", async () => {
    await become(page, BUYER.name);
    await visit(page, "Confirm");
    await page.getByRole("row", { name: AMOUNT }).getByRole("link", { name: "Review" }).click();
    await expect(page.getByText("The document matches what you will sign")).toBeVisible();
    await expect(
      page.getByText("The invoice says 4 Oct 2017; you would promise to pay on 29 Jan 2027.", { exact: false }),
    ).toBeVisible();
    await picture(page, "admission-confirm");
    await page.getByRole("button", { name: "Confirm…" }).click();
    const dialog = await sign(page, "Confirm irrevocably");
    await expect(dialog).toContainText("Vesna Turning now holds a receivable");
    await done(page);
  });

  await test.step("the seller holds the slice in EUR; the history names every step and its actor", async () => {
    await become(page, SELLER.name);
    await visit(page, "What I hold");
    const slice = page.getByRole("row", { name: AMOUNT });
    await expect(slice).toContainText(/€|EUR/);
    await expect(slice).toContainText("Donau Pumps");
    await expect(slice).toContainText("29 Jan 2027");
    await visit(page, "Receivables");
    await page.getByRole("row", { name: AMOUNT }).getByRole("link").first().click();
    await expect(page.getByRole("heading", { name: /^Receivable / })).toBeVisible();
    const steps = page.getByTestId("history-step");
    await expect(steps).toHaveCount(2);
    await expect(steps.nth(0)).toContainText("Vesna Turning (Supplier)");
    await expect(steps.nth(1)).toContainText("Donau Pumps (Core enterprise)");
    await expect(page.getByText("4 Oct 2017")).toBeVisible();
    await expect(page.getByText("These facts are the ones sealed on the chain.")).toBeVisible();
    await picture(page, "admission-receivable");
  });
});
