import { expect, test } from "@playwright/test";
import { walkthrough } from "./look.ts";
import { become, choose, done, fixture, openAs, openBeside, picture, sign, visit } from "./support.ts";

const INVOICE = fixture("ubl-huaxin-yujiang.xml");

test("from an invoice file to settled cash, and the supervisor sees every holder", async ({ page }) => {
  await openAs(page, "Huaxin Components");

  await test.step("1 the supplier registers an invoice file", async () => {
    await visit(page, "Register an invoice");
    await page.getByLabel("Invoice files").setInputFiles(INVOICE);
    await expect(page.getByRole("heading", { name: "Invoice HX-2026-1107" })).toBeVisible();
    await walkthrough(page, "register", page.getByRole("heading", { name: "Invoice HX-2026-1107" }));
    await picture(page, "01-register");
    await page.getByRole("button", { name: "Register…" }).click();
    await sign(page, "Register");
    await done(page);
    await page.reload();
    await page.getByLabel("Invoice files").setInputFiles(INVOICE);
    await expect(page.getByText("This invoice is already registered")).toBeVisible();
  });

  await test.step("2 the core enterprise checks and confirms it", async () => {
    await become(page, "Yujiang Motors");
    await visit(page, "Inbox");
    await picture(page, "02-inbox");
    await visit(page, "Confirm");
    await page
      .getByRole("row", { name: /300,000\.00/ })
      .getByRole("link", { name: "Review" })
      .click();
    await expect(page.getByText("The document matches what you will sign")).toBeVisible();
    await walkthrough(page, "confirm");
    await picture(page, "02-confirm");
    await page.getByRole("button", { name: "Confirm…" }).click();
    await sign(page, "Confirm irrevocably");
    await done(page);
  });

  await test.step("2 the supplier finds its slice; without a registry entry no bank buys it", async () => {
    await become(page, "Huaxin Components");
    await visit(page, "What I hold");
    const row = page.getByRole("row", { name: /300,000\.00.*18 Feb 2027/ });
    await expect(row).toContainText("no registry entry");
    await row.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Record the registry entry…" }).click();
    await page.getByLabel("Registry number").fill("CQ2026112000042");
    await page.getByLabel("Date of the entry").fill("2026-11-20");
    await page.getByRole("button", { name: "Continue…" }).click();
    await sign(page, "Record");
    await done(page);
    await expect(row).not.toContainText("no registry entry");
  });

  await test.step("3 it pays a part to its own supplier, which sees it arrive and accepts", async () => {
    const jiulong = await openBeside(page, "Jiulong Castings", "/slices");
    await expect(jiulong.getByRole("heading", { name: "Arrived for me" })).toBeVisible();
    await page
      .getByRole("row", { name: /300,000\.00.*18 Feb 2027/ })
      .getByRole("button", { name: "Pay suppliers…" })
      .click();
    await choose(page.getByLabel("Payee", { exact: true }), "Jiulong Castings");
    await page.getByLabel("Amount").fill("80000.55");
    await walkthrough(page, "split-and-pay");
    await picture(page, "03-pay");
    await page.getByRole("button", { name: "Review…" }).click();
    await sign(page, "Sign and pay");
    const arrived = jiulong.getByRole("row", { name: /80,000\.55/ });
    // Measured, not judged: how long a browser takes depends on the machine. The aim is two seconds from the block.
    const confirmedAt = Date.now();
    await expect(arrived).toBeVisible();
    process.stdout.write(`    on the other party's screen ${Date.now() - confirmedAt} ms after the payer's receipt\n`);
    await done(page);
    await arrived.getByRole("button", { name: "Accept" }).click();
    await sign(jiulong, "Accept");
    await done(jiulong);
    // The list of what arrived and the list of what is held are read anew each by itself.
    const held = jiulong.getByRole("region", { name: "Slices", exact: true });
    await expect(held.getByRole("row", { name: /80,000\.55/ })).toContainText("Free");
    await walkthrough(jiulong, "accepted");
    await picture(jiulong, "03-accepted");
    await jiulong.context().close();
  });

  await test.step("3 it pays two more companies in one transaction", async () => {
    await page
      .getByRole("row", { name: /219,999\.45/ })
      .getByRole("button", { name: "Pay suppliers…" })
      .click();
    await choose(page.getByLabel("Payee", { exact: true }).nth(0), "Bashan Springs");
    await page.getByLabel("Amount").nth(0).fill("12345.67");
    await page.getByRole("button", { name: "Add a payee" }).click();
    await choose(page.getByLabel("Payee", { exact: true }).nth(1), "Nanping Logistics");
    await page.getByLabel("Amount").nth(1).fill("7654.33");
    await page.getByRole("button", { name: "Review…" }).click();
    await sign(page, "Sign and pay");
    await done(page);
    await expect(page.getByRole("row", { name: /199,999\.45/ })).toBeVisible();
  });

  await test.step("4 the bank posts a standing offer", async () => {
    await become(page, "Yuzhong Bank");
    await visit(page, "Standing offers");
    await choose(page.getByLabel("Core enterprise"), "Yujiang Motors");
    await page.getByLabel("Rate a year").fill("3.85");
    await page.getByLabel("Longest tenor, in days").fill("180");
    await page.getByLabel("Smallest face").fill("1000");
    await page.getByLabel("Total limit").fill("1000000");
    await page.getByLabel("Last day").fill("2026-12-31");
    await page.getByRole("button", { name: "Post the offer…" }).click();
    await sign(page, "Post the offer");
    await done(page);
    await walkthrough(page, "offer");
    await picture(page, "04-offers");
  });

  await test.step("4 its supplier sees what it gets, and gets exactly that", async () => {
    await become(page, "Jiulong Castings");
    await visit(page, "Finance");
    const net = page.getByTestId("offer-net").first();
    // 80 000.55 at 3.85 % for 90 days on 360: D = 770.01, net = 79 230.54.
    await expect(net).toHaveText(/79,230\.54/);
    await expect(page.getByTestId("offer-discount").first()).toHaveText(/770\.01/);
    await walkthrough(page, "discount");
    await picture(page, "04-finance");
    await page.getByRole("button", { name: "Sell…" }).first().click();
    await sign(page, "Sign and sell");
    await expect(page.getByTestId("receipt-net")).toHaveText(/79,230\.54/);
    await walkthrough(page, "receipt");
    await picture(page, "04-receipt");
    await done(page);
  });

  await test.step("5 on the due day the core enterprise pays every holder", async () => {
    await become(page, "Yujiang Motors");
    await visit(page, "Pay");
    await picture(page, "05-obligations");
    const clock = page.getByRole("region", { name: "Development: move the chain's clock" });
    await clock.getByLabel("To the day").fill("2027-02-18");
    await clock.getByRole("button", { name: "Move" }).click();
    const row = page.getByRole("row", { name: /18 Feb 2027.*300,000\.00/ });
    await row.getByRole("button", { name: "Pay…" }).click();
    await expect(page.getByTestId("pay-total")).toHaveText(/300,000\.00/);
    const dialog = await sign(page, /^Pay/);
    await expect(dialog.getByTestId("payee-amount")).toHaveText([
      /199,999\.45/,
      /12,345\.67/,
      /7,654\.33/,
      /80,000\.55/,
    ]);
    await walkthrough(page, "settled");
    await picture(page, "05-paid");
    await done(page);
  });

  await test.step("6 the supervisor sees who held which cents, when, and for what", async () => {
    await become(page, "Chongqing Supervision Office");
    await visit(page, "Look-through");
    await page.getByLabel("Search").fill("HX-2026-1107");
    await page.getByRole("link", { name: "Tree" }).first().click();
    await expect(page.getByRole("heading", { name: /Look-through of/ })).toBeVisible();
    const tree = page.getByRole("region", { name: "Tree" });
    for (const text of [/Jiulong Castings/, /Yuzhong Bank/, /Bashan Springs/, /79,230\.54/]) {
      await expect(tree.getByText(text).first()).toBeVisible();
    }
    await walkthrough(page, "look-through");
    await picture(page, "06-look-through");
  });
});
