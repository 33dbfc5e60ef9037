import { expect, type Page, test } from "@playwright/test";
import { decodeSliceWord, sliceId } from "../../frontend/src/domain/ids.ts";
import { actor, type Stage } from "../../scripts/demo/actors.ts";
import { Clock } from "../../scripts/demo/clock.ts";
import type { DemoCompany } from "../../scripts/demo-companies.ts";
import { admitOwn, confirmOwn, openStage } from "./stage.ts";
import { choose, done, onPhone, openAs, picture, sign } from "./support.ts";

/** An obligor of this test's own, which pays late. */
const FULING: DemoCompany = {
  key: "fuling",
  name: { en: "Fuling Gears", zh: "涪陵齿轮" },
  scheme: "VAT",
  number: "DE136695976",
  roles: ["obligor"],
  account: 15,
};

/** In euros, which no other test pays in: so the proposal knows these slices only. */
async function confirmThree(stage: Stage) {
  const [fuling, huaxin] = [await admitOwn(stage, FULING), actor(stage, "huaxin")];
  const currency = stage.record.currencies.find(({ code }) => code === "EUR")?.index ?? 0;
  const make = (number: string, face: bigint, days: number) =>
    confirmOwn(stage, huaxin, fuling, { number, face, days, currency });
  return {
    soon: await make("FL-1", 10_000_00n, 3),
    last: await make("FL-2", 8_000_00n, 50),
    later: await make("FL-3", 5_000_00n, 30),
  };
}

const proposalRow = (page: Page, face: RegExp) =>
  page.getByRole("table", { name: "Which slices pay whom" }).getByRole("row", { name: face });

test("a supplier pays three of its own from two slices at once, and sees what comes when and what is late", async ({
  page,
}) => {
  const stage = await openStage(page);
  const clock = new Clock(stage.provider);
  const { soon, last, later } = await confirmThree(stage);
  const huaxin = actor(stage, "huaxin");
  const headOf = async (id: bigint) => decodeSliceWord(await huaxin.ledger.sliceWordOf(sliceId(id, 0n)));
  await openAs(page, "Huaxin Components", "/slices");
  await page.getByRole("link", { name: "Pay several suppliers…" }).click();

  await test.step("a list is pasted; who is not known is asked for", async () => {
    await page.getByLabel("Currency", { exact: true }).selectOption({ label: "EUR" });
    await page.getByRole("button", { name: "Paste a list…" }).click();
    const lines = "Payee\tAmount\nJiulong Castings\t4,000.00\n91500109MA5BPTH64U\t3,500.50\nNanping Ltd\t2,000.25";
    await page.getByRole("dialog").getByLabel("Lines").fill(lines);
    await page.getByRole("button", { name: "Take 3 lines" }).click();
    await expect(page.getByText("“Nanping Ltd” is no participant's name or number")).toBeVisible();
    await choose(page.getByRole("group", { name: "Payee 3" }).getByRole("combobox"), "Nanping Logistics");
    await expect(page.getByTestId("proposal-total")).toHaveText(/9,500\.75/);
  });

  await test.step("one slice would do; left out, two others take its place", async () => {
    const alone = proposalRow(page, /10,000\.00/);
    await expect(alone.getByTestId("share")).toHaveText([
      /Jiulong.*4,000\.00/,
      /Bashan.*3,500\.50/,
      /Nanping.*2,000\.25/,
    ]);
    await alone.getByRole("button", { name: /^Leave out/ }).click();
    const [first, second] = [proposalRow(page, /8,000\.00/), proposalRow(page, /5,000\.00/)];
    await expect(first.getByTestId("share")).toHaveText([/Jiulong.*4,000\.00/, /Bashan.*3,500\.50/]);
    await expect(first).toContainText("499.50");
    await expect(second.getByTestId("share")).toHaveText([/Nanping.*2,000\.25/]);
    await expect(second).toContainText("2,999.75");
    await picture(page, "pay-suppliers");
    await onPhone(page, "pay-suppliers-390");
  });

  await test.step("what can't be covered is said", async () => {
    const amount = page.getByRole("group", { name: "Payee 3" }).getByRole("textbox");
    await amount.fill("6000");
    await expect(page.getByText("Nanping Logistics lacks €500.50")).toBeVisible();
    await picture(page, "pay-suppliers-missing");
    await amount.fill("2000.25");
    await expect(page.getByText(/lacks/)).toBeHidden();
  });

  await test.step("all is paid in one transaction", async () => {
    const before = await stage.provider.getTransactionCount(huaxin.address);
    await page.getByRole("button", { name: "Review…" }).click();
    await expect(page.getByRole("dialog")).toContainText("1 transaction: all of it happens, or nothing.");
    await picture(page, "pay-suppliers-review");
    const dialog = await sign(page, "Sign and pay");
    await expect(dialog).toContainText("Done: €9,500.75");
    await done(page);
    expect((await stage.provider.getTransactionCount(huaxin.address)) - before).toBe(1);
    expect((await headOf(last.id)).end).toBe(499_50n);
    expect((await headOf(later.id)).end).toBe(2_999_75n);
    expect((await headOf(soon.id)).end).toBe(10_000_00n);
    const parts = [
      { id: sliceId(last.id, 499_50n), to: "jiulong", end: 4_499_50n },
      { id: sliceId(last.id, 4_499_50n), to: "bashan", end: 8_000_00n },
      { id: sliceId(later.id, 2_999_75n), to: "nanping", end: 5_000_00n },
    ];
    for (const { id, to, end } of parts) {
      const [word, offer] = [
        decodeSliceWord(await huaxin.ledger.sliceWordOf(id)),
        await huaxin.ledger.transferOfferOf(id),
      ];
      expect(word.end).toBe(end);
      const holder = offer.payee === "0x0000000000000000000000000000000000000000" ? word.holder : offer.payee;
      expect(holder.toLowerCase()).toBe(actor(stage, to).address.toLowerCase());
    }
    await expect(page.getByLabel("Amount")).toHaveValue("");
  });

  await test.step("what is to come stands on a ladder", async () => {
    await page.goto("/slices");
    await page.getByRole("link", { name: "What I will receive" }).click();
    await page.getByLabel("Currency", { exact: true }).selectOption({ label: "EUR" });
    const ladder = page.getByRole("table", { name: "Money to come, by days from today" });
    await expect(ladder.getByRole("row", { name: /^1–7 days/ })).toContainText("10,000.00");
    await ladder.getByRole("button", { name: "Show 31–60 days" }).click();
    const slices = page.getByRole("table", { name: "To receive: 31–60 days" });
    // Bashan receives at once; what Jiulong has been offered is still Huaxin's.
    await expect(slices.getByRole("row", { name: /Fuling Gears/ })).toHaveCount(2);
    await expect(slices.getByRole("row", { name: /4,000\.00/ })).toContainText("Offered");
  });

  await test.step("within the days of grace nothing accrues; after them, from the due day on", async () => {
    const late = page
      .getByRole("table", { name: "Slices past their due day" })
      .getByRole("row", { name: /Fuling Gears/ });
    await clock.moveToDay(soon.dueDay + 2);
    await expect(late.getByTestId("days-late")).toHaveText("2 days late");
    await expect(late).toContainText("grace until the end of");
    await expect(late.getByTestId("late-penalty")).toHaveText("€0.00");
    await clock.moveToDay(soon.dueDay + 5);
    await expect(late.getByTestId("days-late")).toHaveText("5 days late");
    // 10 000.00 at 500 ppm a day for 5 days; the desk says the same.
    await expect(late.getByTestId("late-penalty")).toHaveText("€25.00");
    expect((await huaxin.settlementDesk.dueOf(soon.id)).penalty).toBe(25_00n);
    const ladder = page.getByRole("table", { name: "Money to come, by days from today" });
    await expect(ladder.getByRole("row", { name: /^Overdue/ })).toContainText("10,025.00");
    await picture(page, "receipts-late");
    await onPhone(page, "receipts-late-390");
    await late.getByRole("button", { name: "Report overdue…" }).click();
    await sign(page, "Report");
    await done(page);
    await expect(late).toContainText("Reported overdue; default can be declared from");
    await page.getByRole("link", { name: "Slices", exact: true }).click();
    await expect(page.getByText(/past (its|their) due day/).first()).toBeVisible();
    await picture(page, "slices-late");
  });
  stage.provider.destroy();
});
