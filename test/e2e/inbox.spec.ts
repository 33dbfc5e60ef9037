import { expect, test } from "@playwright/test";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { sliceId } from "../../frontend/src/domain/ids.ts";
import { type Actor, actor } from "../../scripts/demo/actors.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { confirmOwn, openStage } from "./stage.ts";
import { done, onPhone, openAs, picture, sign } from "./support.ts";

const MINE = /2,222\.20|3,333\.30/;
const LEFT = /1,111\.10/;

test("slices that arrive are accepted in one go from the inbox, but for those left out", async ({ page }) => {
  await openAs(page, "Jiulong Castings");
  const stage = await openStage(page);
  const [huaxin, jiulong] = [actor(stage, "huaxin"), actor(stage, "jiulong")];
  const plan = { number: "HX-INBOX-1", face: 9_000_00n, days: 60 };
  const { id, dueDay } = await confirmOwn(stage, huaxin, actor(stage, "yujiang"), plan);
  const parts = [1_111_10n, 2_222_20n, 3_333_30n].map((amount) => ({ to: jiulong.address, amount }));
  await settled(huaxin.ledger.splitAndTransfer(sliceId(id, 0n), parts, (dueDay - 50) * 86_400));

  await test.step("they appear by themselves, each and together", async () => {
    await expect(page.locator("[data-kind=accept]").filter({ hasText: MINE })).toHaveCount(2);
    await page
      .locator("[data-bulk=accept]")
      .getByRole("button", { name: /^Accept all \d+…$/ })
      .click();
  });

  await test.step("those left out keep waiting; the others are signed together", async () => {
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("checkbox", { name: MINE })).toHaveCount(2);
    for (const box of await dialog.getByRole("checkbox").all()) await box.uncheck();
    await expect(dialog.getByText("Nothing chosen")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Continue…" })).toBeDisabled();
    for (const box of await dialog.getByRole("checkbox", { name: MINE }).all()) await box.check();
    await expect(dialog.getByText(/^2 slices, \D*5,555\.50$/)).toBeVisible();
    await picture(page, "inbox-accept-many");
    await onPhone(page, "inbox-accept-many-390");
    await dialog.getByRole("button", { name: "Continue…" }).click();
    await expect(dialog.getByRole("listitem").filter({ hasText: MINE })).toHaveCount(2);
    const before = await stage.provider.getTransactionCount(jiulong.address);
    await picture(page, "inbox-accept-review");
    await onPhone(page, "inbox-accept-review-390");
    await sign(page, "Accept 2");
    await expect(dialog).toContainText(/Accepted 2 slices: \D*5,555\.50 are yours\./);
    await done(page);
    await expect(page.locator("[data-kind=accept]").filter({ hasText: MINE })).toHaveCount(0);
    await expect(page.locator("[data-kind=accept]").filter({ hasText: LEFT })).toHaveCount(1);
    expect(await stage.provider.getTransactionCount(jiulong.address)).toBe(before + 1);
    const { ids } = await huaxin.ledger.slicesHeldBy(jiulong.address, id, 0, 10);
    expect(ids).toHaveLength(2);
  });
  stage.provider.destroy();
});

const identityOf = ({ company }: Actor) => identityHash(company.scheme, company.number);

test("a bank's exposure is read again when it has changed, and not with every block", async ({ page }) => {
  const stage = await openStage(page);
  const [huaxin, yujiang, yuzhong] = [actor(stage, "huaxin"), actor(stage, "yujiang"), actor(stage, "yuzhong")];
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/graphql")) asked.push(request.postData() ?? "");
  });
  const times = (query: string) => asked.filter((body) => body.includes(query)).length;
  const plan = { number: "HX-EXPOSURE-1", face: 7_777_70n, days: 90 };
  const { id, dueDay } = await confirmOwn(stage, huaxin, yujiang, plan);
  for (const [kind, company] of [yujiang, huaxin].entries()) {
    await settled(yuzhong.exposureBook.setLimit(kind, identityOf(company), 1, 900_000_00n));
  }
  const terms = {
    ...{ currency: 1, dayCount: 0, dayBase: 360, withRecourse: false, limited: true, startsAt: 0 },
    ...{ expiresAt: (dueDay - 1) * 86_400, smallestFace: 1n, largestFace: plan.face, sellerLimit: 0 },
    ...{ tiers: [{ longestDays: 183, ratePpm: 40_000 }], obligors: [yujiang.address] },
  };
  await settled(yuzhong.cny.approve(yuzhong.discountDesk, plan.face));
  const offerId = await yuzhong.discountDesk.postOffer.staticCall(terms, plan.face);
  await settled(yuzhong.discountDesk.postOffer(terms, plan.face));
  await openAs(page, "Yuzhong Bank");

  await test.step("blocks of others leave it as it was read", async () => {
    await expect.poll(() => times("query ExposureEntries")).toBeGreaterThan(0);
    const goOn = async (number: number) => {
      const told = times("query News");
      await confirmOwn(stage, huaxin, yujiang, { ...plan, number: `HX-OTHER-${number}` });
      await expect.poll(() => times("query News")).toBeGreaterThan(told);
    };
    // By the first of them the page has also read all that it reads as it opens.
    await goOn(0);
    const reads = times("query ExposureEntries");
    for (const number of [1, 2, 3]) await goOn(number);
    expect(times("query ExposureEntries")).toBe(reads);
  });

  await test.step("a sale within its limits is read within two seconds", async () => {
    const reads = times("query ExposureEntries");
    await settled(huaxin.discountDesk.take(sliceId(id, 0n), terms, offerId, 0));
    await expect.poll(() => times("query ExposureEntries"), { timeout: 2_000 }).toBeGreaterThan(reads);
  });
  stage.provider.destroy();
});
