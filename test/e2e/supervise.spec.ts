import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { id as hashOf } from "ethers";
import { sliceId, splitSliceId } from "../../frontend/src/domain/ids.ts";
import { invoiceKey } from "../../frontend/src/domain/invoice-key.ts";
import { actor, type Stage } from "../../scripts/demo/actors.ts";
import { Clock } from "../../scripts/demo/clock.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { walkthrough } from "./look.ts";
import { openStage } from "./stage.ts";
import { done, openAs, picture, sign, visit } from "./support.ts";

const NUMBER = "SV-2026-0001";
const FACE = 900_000_00n;
const CNY = 1;
const ORDER = { name: "order.txt", mimeType: "text/plain", buffer: Buffer.from("an order of a court") };
const LIFTING = { name: "lifting.txt", mimeType: "text/plain", buffer: Buffer.from("an order that lifts another") };

/** A receivable whose cents go out and come back, and are cut into many parts in one day. */
async function play(stage: Stage): Promise<bigint> {
  const [huaxin, yujiang] = [actor(stage, "huaxin"), actor(stage, "yujiang")];
  const [bashan, nanping] = [actor(stage, "bashan"), actor(stage, "nanping")];
  const today = await new Clock(stage.provider).today();
  const year = new Date(today * 86_400_000).getUTCFullYear();
  const terms = {
    ...{ obligor: yujiang.address, invoiceKey: invoiceKey(NUMBER, year), face: FACE, dueDay: today + 90 },
    ...{ currency: CNY, documentRoot: hashOf(NUMBER) },
  };
  const id = await huaxin.ledger.register.staticCall(terms);
  await settled(huaxin.ledger.register(terms));
  await settled(yujiang.ledger.confirm(huaxin.address, terms, 1));
  const pay = { to: bashan.address, amount: 200_000_00n };
  await settled(huaxin.ledger.splitAndTransfer(sliceId(id, 0n), [pay], 0));
  await settled(bashan.ledger.transfer(sliceId(id, 700_000_00n), nanping.address, 0));
  const back = { to: bashan.address, amount: 40_000_00n };
  await settled(nanping.ledger.splitAndTransfer(sliceId(id, 700_000_00n), [back], 0));
  const parts = Array.from({ length: 21 }, () => 5_000_00n);
  await settled(huaxin.ledger.split(sliceId(id, 0n), parts));
  return id;
}

const hexId = (id: bigint) => `0x${id.toString(16).padStart(48, "0")}`;
const sha256 = ({ buffer }: { buffer: Buffer }) => `0x${createHash("sha256").update(buffer).digest("hex")}`;

/** As it is read aloud. */
const node = (page: Page, company: string) =>
  page.getByRole("group", { name: /^Graph of/ }).getByRole("button", { name: company });

test("the supervisor sees through a chain, is alerted, freezes and releases", async ({ page }) => {
  const stage = await openStage(page);
  const id = await play(stage);
  const supervisor = actor(stage, "supervisor");
  await openAs(page, "Chongqing Supervision Office", "/supervise");

  await test.step("every figure opens what it is made of", async () => {
    const owed = page.getByRole("region", { name: "The ledger in figures" }).getByRole("link", { name: /^Owed CN¥/ });
    const figure = (await owed.textContent())?.match(/[\d,]+\.\d\d/)?.[0] ?? "none";
    await owed.click();
    await expect(page.getByTestId("figure-amount")).toContainText(figure);
    const row = page.getByRole("row", { name: /900,000\.00/ });
    await row.getByRole("button", { name: /^Steps/ }).click();
    await expect(page.getByRole("dialog")).toContainText("Yujiang Motors confirmed");
    await page.keyboard.press("Escape");
  });

  await test.step("an invoice's number and a token's number find the receivable", async () => {
    await visit(page, "Look-through");
    await page.getByLabel("Search").fill(sliceId(id, 700_000_00n).toString());
    const tree = page.getByRole("link", { name: /^Tree/ });
    await expect(tree).toHaveAttribute("href", /slice=/);
    await page.getByLabel("Search").fill(NUMBER.toLowerCase());
    await expect(page.getByRole("row", { name: /900,000\.00/ })).toBeVisible();
    await page.getByRole("link", { name: /^Graph/ }).click();
  });

  await test.step("a transaction, a company by name, number or account, and an id find theirs; nothing found says what to try", async () => {
    await visit(page, "Look-through");
    const search = page.getByLabel("Search");
    const [confirmed] = await supervisor.ledger.queryFilter(supervisor.ledger.filters.ReceivableConfirmed(id));
    await search.fill(confirmed?.transactionHash ?? "");
    await expect(page.getByRole("list", { name: "Steps of this transaction" })).toContainText(
      "Yujiang Motors confirmed",
    );
    await search.fill(hexId(id).slice(0, 12));
    await expect(page.getByRole("row", { name: /900,000\.00/ })).toBeVisible();
    const companies = page.getByRole("list", { name: "Companies" });
    const { address } = actor(stage, "yujiang");
    for (const text of ["渝江", "91500000ma5yjqc31p", address, address.slice(0, 12)]) {
      await search.fill(text);
      await expect(companies).toContainText("Yujiang Motors");
    }
    await search.fill(`0x${"ab".repeat(20)}`);
    await expect(page.getByText("No participant has or had this account.")).toBeVisible();
    await search.fill(NUMBER);
    await page.getByRole("link", { name: /^Graph/ }).click();
  });

  await test.step("on a phone the graph says where it goes on, and the look-through picture lies within the screen", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    const [left, right] = [
      page.getByRole("button", { name: "More to the left" }),
      page.getByRole("button", { name: "More to the right" }),
    ];
    await expect(right).toBeVisible();
    await expect(left).toHaveCount(0);
    await picture(page, "supervise-graph-390");
    await right.click();
    await expect(left).toBeVisible();
    await page.goto(`/receivables/${hexId(id)}/tree`);
    const bars = page.getByRole("group", { name: "Slices by cents and steps" });
    await expect(page.getByRole("list", { name: "Steps" })).toContainText("confirmation");
    const room = await bars.evaluate((svg) => {
      const { left: from, right: to } = svg.getBoundingClientRect();
      const frame = svg.parentElement;
      return { from, to, hidden: frame ? frame.scrollWidth - frame.clientWidth : -1 };
    });
    expect(room.from).toBeGreaterThanOrEqual(0);
    expect(room.to).toBeLessThanOrEqual(390);
    expect(room.hidden).toBe(0);
    await picture(page, "supervise-tree-390");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/receivables/${hexId(id)}/graph`);
  });

  await test.step("the graph is walked with the keyboard", async () => {
    const svg = page.getByRole("group", { name: /^Graph of/ });
    await page.getByRole("checkbox", { name: "Transfer" }).focus();
    for (let tabs = 0; tabs < 4; tabs++) await page.keyboard.press("Tab");
    await expect(node(page, "Yujiang Motors")).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(node(page, "Huaxin Components")).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Bashan Springs" });
    await expect(dialog.getByRole("list", { name: "Received from" }).getByRole("listitem")).toHaveCount(2);
    await expect(dialog).toContainText("40,000.00");
    await page.keyboard.press("Escape");
    await expect(node(page, "Bashan Springs")).toBeFocused();
    const before = await svg.getAttribute("viewBox");
    await page.keyboard.press("+");
    await expect(svg).not.toHaveAttribute("viewBox", before ?? "");
    await page.keyboard.press("0");
    await picture(page, "supervise-graph");
  });

  await test.step("the tables say the same, and the picture becomes a file", async () => {
    await page.getByText("The same as tables").click();
    await expect(page.getByRole("row", { name: /Nanping Logistics → Bashan Springs/ })).toContainText("40,000.00");
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as SVG" }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^graph-[0-9a-f]{8}-\d{4}-\d\d-\d\d\.svg$/);
    const svg = await readFile(await saved.path(), "utf8");
    for (const company of ["Yujiang Motors", "Huaxin Components", "Bashan Springs", "Nanping Logistics"]) {
      expect(svg).toContain(company);
    }
    expect(svg).not.toMatch(/style|class=/);
    const [drawn] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as PNG" }).click(),
    ]);
    const png = await readFile(await drawn.path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeGreaterThan(5_000);
  });

  await test.step("a day in the past shows who held what then", async () => {
    // The demo's: confirmed and passed on on 13 October, and on again on 31 October.
    const events = await supervisor.ledger.queryFilter(supervisor.ledger.filters.ReceivableConfirmed());
    const demo = events.find(({ args }) => BigInt.asUintN(48, args.word >> 48n) === 1_250_000_00n);
    if (!demo) throw new Error("The demo has no receivable of 1 250 000.00.");
    await page.goto(`/receivables/${hexId(demo.args.id)}/graph`);
    const day = page.getByLabel("State at the end of");
    await day.fill("2026-10-20");
    await expect(node(page, "Bashan Springs, holds")).toHaveAccessibleName(/200,000\.00$/);
    await expect(node(page, "Nanping Logistics")).toHaveAccessibleName(/holds nothing$/);
    await day.fill("2026-11-01");
    await expect(node(page, "Bashan Springs, holds")).toHaveAccessibleName(/149,999\.75$/);
    await walkthrough(page, "graph");
    await day.fill("2020-01-01");
    await expect(page.getByText(/^Choose a day from/)).toBeVisible();
  });

  await test.step("alerts name the rule, the threshold and the evidence", async () => {
    await visit(page, "Alerts");
    await page.getByLabel("Rule").selectOption("Round trip");
    const trip = page.getByRole("listitem").filter({ hasText: "Bashan Springs" });
    await expect(trip).toContainText("40,000.00");
    await expect(trip).toContainText("Fires for any cent of a receivable that returns");
    await trip.getByText("Evidence").click();
    const steps = trip.getByRole("list", { name: "Evidence" });
    await expect(steps.getByRole("listitem")).toHaveCount(3);
    await expect(steps).toContainText("Nanping Logistics");
    await walkthrough(page, "alerts");
    await page.getByLabel("Rule").selectOption("Many parts");
    await expect(page.getByText("23 parts of one receivable were cut in one day")).toBeVisible();
    await page.getByLabel("Rule").selectOption("Concentration: obligor");
    await page.getByLabel("Company").selectOption("Yujiang Motors");
    await page.getByRole("link", { name: /receivables? this comes from$/ }).click();
    await expect(page.getByText("Only what Yujiang Motors owes.")).toBeVisible();
    await expect(page.getByRole("row", { name: /900,000\.00/ })).toBeVisible();
    await visit(page, "Alerts");
    await page.getByLabel("Company").selectOption("Nanping Logistics");
    await page.getByLabel("Rule").selectOption("In default");
    await expect(page.getByText("No alerts")).toBeVisible();
  });

  await test.step("the supervisor freezes the cents that an order names", async () => {
    await page.goto(`/receivables/${hexId(id)}/tree`);
    await page.getByRole("link", { name: "Legal order…" }).click();
    const dialog = page.getByRole("dialog", { name: "Freeze cents" });
    const whose = dialog.getByLabel("Whose cents");
    await whose.selectOption(await whose.getByRole("option", { name: /^Nanping/ }).getAttribute("value"));
    await dialog.getByLabel("Last cent").fill("80000000");
    await expect(dialog.getByText(/100,000\.00 in all/)).toBeVisible();
    await dialog.getByRole("button", { name: "Continue…" }).click();
    await expect(dialog.getByText("Add the order's document.")).toBeVisible();
    await expect(dialog.getByLabel("Last cent")).toHaveValue("80000000");
    await dialog.getByLabel("Reason").selectOption("A dispute over the trade");
    await dialog.getByLabel("Last day of the freeze").fill("2028-01-31");
    await dialog.getByLabel("The order's document").setInputFiles(ORDER);
    await expect(dialog.getByText("order.txt")).toBeVisible();
    await walkthrough(page, "freeze");
    await picture(page, "supervise-freeze");
    await dialog.getByRole("button", { name: "Continue…" }).click();
    await expect(page.getByRole("dialog")).toContainText("Nanping Logistics");
    await sign(page, "Freeze");
    await done(page);
    const row = page.getByRole("row", { name: /100,000\.00/ });
    await expect(row).toContainText("A dispute over the trade");
    await expect(row.getByTitle(sha256(ORDER), { exact: true })).toBeVisible();
    const { ids } = await supervisor.ledger.slicesOf(id, 0, 100);
    expect(ids.map((each) => splitSliceId(each).start)).toContain(800_000_00n);
    expect((await supervisor.ledger.freezeOf(sliceId(id, 700_000_00n))).reason).toBe(4n);
    await picture(page, "supervise-orders");
  });

  await test.step("and releases them by another order", async () => {
    await page
      .getByRole("row", { name: /100,000\.00/ })
      .getByRole("button", { name: /^Release/ })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("The order's document").setInputFiles(LIFTING);
    await dialog.getByRole("button", { name: "Continue…" }).click();
    await sign(page, "Release");
    await done(page);
    await expect(page.getByRole("row", { name: /100,000\.00/ })).toHaveCount(0);
    expect((await supervisor.ledger.freezeOf(sliceId(id, 700_000_00n))).reason).toBe(0n);
  });

  await test.step("a hold stops the whole receivable until it is ended", async () => {
    await page.getByRole("button", { name: "Hold for 24 hours…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Receivable" }).fill(hexId(id).slice(2, 14));
    await dialog.getByLabel("The order's document").setInputFiles(ORDER);
    await expect(dialog.getByText(/Yujiang Motors owes Huaxin Components/)).toBeVisible();
    await dialog.getByRole("button", { name: "Continue…" }).click();
    await sign(page, "Hold");
    await done(page);
    await page.getByRole("button", { name: /^End…/ }).click();
    await sign(page, "End the hold");
    await done(page);
    await expect(page.getByText("No receivable is on hold")).toBeVisible();
    stage.provider.destroy();
  });
});
