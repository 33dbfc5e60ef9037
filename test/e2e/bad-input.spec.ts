import { expect, type Locator, type Page, test } from "@playwright/test";
import { become, choose, done, fixture, openAs, openBeside, picture, sign, speak, visit } from "./support.ts";

const REFUSED_FILES: readonly (readonly [file: string, reason: RegExp])[] = [
  ["bad-broken.xml", /not well-formed XML/],
  ["bad-credit-note.xml", /credit note \(type CreditNote\): nobody owes it to the seller/],
  ["bad-credit-note-type.xml", /credit note \(type 381\): nobody owes it to the seller/],
  ["bad-zero.xml", /Nothing is left to pay on this invoice/],
  ["bad-negative.xml", /The amount to be paid is negative \(-1250\.00 CNY\)/],
  ["bad-dtd.xml", /contains <!DOCTYPE, which an invoice never needs/],
  ["bad-unknown-currency.xml", /“RMB” is not an ISO 4217 currency code/],
  ["bad-two-currencies.xml", /The invoice is in CNY, but .* is in USD/],
  ["ubl-unknown-buyer.xml", /is not an admitted participant\. Ask the operator to admit USCC 91500000MA5ABCD320/],
];

/** A slice of the demo: 750 000.00, entered in the registry, free. */
const SLICE = /750,000\.00/;
/** A slice of the demo for which no registry entry was recorded. */
const UNREGISTERED = /486,300\.00/;

/** The one message of a dropped file; no way on from there. */
async function refused(page: Page, file: string, reason: RegExp): Promise<void> {
  await page.getByLabel("Invoice files").setInputFiles(fixture(file));
  const card = page.getByRole("region", { name: file });
  await expect(card.getByText("Not registered", { exact: true })).toBeVisible();
  await expect(card).toContainText(reason);
  await expect(card).toContainText("Nothing was created.");
  await expect(card.getByRole("button", { name: "Register…" })).toHaveCount(0);
}

function registrations(page: Page): Locator {
  return page.getByRole("region", { name: "My registrations" }).getByRole("row");
}

async function postOffer(bank: Page, { rate, limit }: { rate: string; limit: string }): Promise<void> {
  await choose(bank.getByLabel("Core enterprise"), "Yujiang Motors");
  await bank.getByLabel("Rate a year").fill(rate);
  await bank.getByLabel("Longest tenor, in days").fill("180");
  await bank.getByLabel("Smallest face").fill("1000");
  await bank.getByLabel("Total limit").fill(limit);
  await bank.getByLabel("Last day").fill("2026-12-31");
  await bank.getByRole("button", { name: "Post the offer…" }).click();
  await sign(bank, "Post the offer");
  await done(bank);
}

async function withdrawOffer(bank: Page, rate: string): Promise<void> {
  await bank.getByRole("button", { name: `Withdraw… Yujiang Motors ${rate}` }).click();
  await sign(bank, "Withdraw");
  await done(bank);
}

async function chooseSlice(page: Page, label: string, slice: RegExp): Promise<void> {
  const field = page.getByLabel(label);
  await field.selectOption(await field.getByRole("option", { name: slice }).getAttribute("value"));
}

test("files that are no invoice to register are refused, each with its reason", async ({ page }) => {
  await openAs(page, "Huaxin Components");
  await visit(page, "Register an invoice");
  await expect(registrations(page).first()).toBeVisible();
  const before = await registrations(page).count();
  for (const [file, reason] of REFUSED_FILES) {
    await test.step(file, () => refused(page, file, reason));
  }
  await picture(page, "bad-input-files");
  await page.reload();
  await expect(registrations(page).first()).toBeVisible();
  await expect(registrations(page)).toHaveCount(before);

  await test.step("another company's invoice", async () => {
    await become(page, "Jiulong Castings");
    await refused(
      page,
      "ubl-huaxin-yujiang.xml",
      /The seller of this invoice is 华信零部件 \(91500103MA5HXLB42D\), not/,
    );
  });

  await test.step("an account that is no supplier", async () => {
    await become(page, "Yujiang Motors");
    await expect(page.getByText("It is for: Supplier", { exact: true })).toBeVisible();
    await expect(page.getByLabel("Invoice files")).toHaveCount(0);
  });
});

test("a slice can't be split into more than it is, paid to nobody, or used while it is offered", async ({ page }) => {
  await openAs(page, "Huaxin Components");
  await visit(page, "What I hold");
  const row = page.getByRole("row", { name: SLICE });
  await row.getByRole("button", { name: "Pay suppliers…" }).click();
  const dialog = page.getByRole("dialog");
  const payee = dialog.getByLabel("Payee", { exact: true });
  const amount = dialog.getByLabel("Amount");
  const review = dialog.getByRole("button", { name: "Review…" });
  const staysHere = () => expect(dialog.getByRole("button", { name: "Sign and pay" })).toHaveCount(0);

  await test.step("to nobody, nothing", async () => {
    await review.click();
    await expect(dialog.getByText("Choose whom to pay.")).toBeVisible();
    await expect(dialog.getByText("Enter the amount.")).toBeVisible();
    await staysHere();
  });

  await test.step("to itself or to somebody who was not admitted: not on offer", async () => {
    await expect(payee.getByRole("option", { name: /^Jiulong Castings/ })).toHaveCount(1);
    await expect(payee.getByRole("option", { name: /^(Huaxin Components|Account|Tallystick|Chongqing)/ })).toHaveCount(
      0,
    );
  });

  await test.step("a cent more than the slice", async () => {
    await choose(payee, "Jiulong Castings");
    await amount.fill("750000.01");
    await expect(dialog.getByText(/^This is \D*0\.01 more than the slice\.$/)).toBeVisible();
    await review.click();
    await staysHere();
    await picture(page, "bad-input-split");
  });

  await test.step("less than the smallest slice, or leaving less", async () => {
    await amount.fill("749999.99");
    await expect(dialog.getByText(/^What stays must be at least/)).toBeVisible();
    await amount.fill("0.01");
    await expect(dialog.getByText(/^The smallest slice here is .*0\.00\.$/).first()).toBeVisible();
    await review.click();
    await staysHere();
  });

  await test.step("there is nothing smaller than a cent", async () => {
    await amount.fill("");
    await amount.pressSequentially("1234.567");
    await review.click();
    await expect(dialog.getByText("There is nothing smaller than a cent.")).toBeVisible();
    await expect(amount).toHaveValue("1234.567");
    await amount.fill("12,34");
    await expect(dialog.getByText("Enter an amount such as 1234.50.")).toBeVisible();
  });

  await test.step("nothing was created", async () => {
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(row).toContainText("Free");
  });

  await test.step("a slice that is offered to somebody is good for nothing else", async () => {
    const offered = page.getByRole("row", { name: /300,000\.00.*3 Feb 2027/ });
    await expect(offered).toContainText("to Jiulong Castings");
    await expect(offered.getByRole("button")).toHaveText(["Withdraw the offer…"]);
    await expect(offered.getByRole("link", { name: "Finance…" })).toHaveCount(0);
    await visit(page, "Finance");
    await expect(page.getByLabel("Slice to sell").getByRole("option", { name: SLICE })).toHaveCount(1);
    await expect(page.getByLabel("Slice to sell").getByRole("option", { name: /300,000\.00/ })).toHaveCount(0);
  });
});

test("what the chain refuses is said in words, in both languages, and nothing has moved", async ({ page }) => {
  await openAs(page, "Huaxin Components");
  const bank = await openBeside(page, "Yuzhong Bank", "/offers");
  const dialog = page.getByRole("dialog");

  await test.step("a slice without a registry entry is not sold", async () => {
    await postOffer(bank, { rate: "4.21", limit: "500000" });
    await visit(page, "Finance");
    await chooseSlice(page, "Slice to sell", UNREGISTERED);
    await expect(page.getByText("The registry entry is missing")).toBeVisible();
    await expect(page.getByRole("button", { name: "Sell…" })).toBeDisabled();
    await picture(page, "bad-input-registry");
  });

  await test.step("an offer whose limit does not suffice is told, with what is left of it", async () => {
    await chooseSlice(page, "Slice to sell", SLICE);
    await expect(page.getByText("No standing offer fits this slice now")).toBeVisible();
    await page.getByText(/^\d+ offers? do(es)? not fit$/).click();
    await expect(page.getByText(/^Only \D*500,000\.00 of its limit are left\.$/)).toBeVisible();
    await withdrawOffer(bank, "4.21%");
  });

  await test.step("the bank withdraws its offer while the seller reads it", async () => {
    await postOffer(bank, { rate: "4.22", limit: "900000" });
    await page.getByRole("button", { name: "Sell…" }).click();
    await expect(dialog).toBeVisible();
    await withdrawOffer(bank, "4.22%");
    await dialog.getByRole("button", { name: "Sign and sell" }).click();
    await expect(dialog.getByText("The contract refuses this")).toBeVisible();
    await expect(dialog.getByText("The bank has withdrawn this offer. Choose another one.")).toBeVisible();
    await picture(page, "bad-input-withdrawn");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("the bank takes its permission back while the seller reads its offer, in Chinese", async () => {
    await postOffer(bank, { rate: "4.23", limit: "900000" });
    await speak(page, "中文");
    await page.getByRole("button", { name: "贴现……" }).click();
    await expect(dialog).toBeVisible();
    await visit(bank, "Cash");
    await bank.getByRole("button", { name: "Revoke… Discount desk CNY" }).click();
    await sign(bank, "Revoke");
    await done(bank);
    await dialog.getByRole("button", { name: "签名贴现" }).click();
    await expect(dialog.getByText("合约拒绝了此操作")).toBeVisible();
    await expect(dialog.getByText(/^资金未授权：需要 74,339,062 个代币单位，仅授权 0。$/)).toBeVisible();
    await picture(page, "bad-input-revoked-zh");
    await dialog.getByRole("button", { name: "取消" }).click();
    await expect(page.getByText("资金方授权给贴现业务台的现金不足。").first()).toBeVisible();
    await speak(page, "English");
    await visit(bank, "Standing offers");
    await withdrawOffer(bank, "4.23%");
    await bank.context().close();
  });

  await test.step("the payer withdraws a part while its payee accepts it", async () => {
    await visit(page, "What I hold");
    await page.getByRole("row", { name: SLICE }).getByRole("button", { name: "Pay suppliers…" }).click();
    await choose(page.getByLabel("Payee", { exact: true }), "Jiulong Castings");
    await page.getByLabel("Amount").fill("3333.33");
    await page.getByRole("button", { name: "Review…" }).click();
    await sign(page, "Sign and pay");
    await done(page);
    const jiulong = await openBeside(page, "Jiulong Castings", "/slices");
    await jiulong
      .getByRole("row", { name: /3,333\.33/ })
      .getByRole("button", { name: "Accept" })
      .click();
    await page
      .getByRole("row", { name: /3,333\.33/ })
      .getByRole("button", { name: "Withdraw the offer…" })
      .click();
    await sign(page, "Withdraw");
    await done(page);
    await jiulong.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
    await expect(jiulong.getByText(/^There is no open offer for this slice\./)).toBeVisible();
    await picture(jiulong, "bad-input-no-offer");
    await jiulong.context().close();
  });

  await test.step("the seller still holds every cent; the parts become one again", async () => {
    await page
      .getByRole("row", { name: /746,666\.67/ })
      .getByRole("button", { name: "More" })
      .click();
    await page.getByRole("menuitem", { name: "Join with the next slice…" }).click();
    await sign(page, "Join");
    await done(page);
    await expect(page.getByRole("row", { name: SLICE })).toContainText("Free");
  });
});
