import { expect, test } from "@playwright/test";
import { sliceId } from "../../frontend/src/domain/ids.ts";
import { actor, type Stage } from "../../scripts/demo/actors.ts";
import { Clock } from "../../scripts/demo/clock.ts";
import type { DemoCompany } from "../../scripts/demo-companies.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { walkthrough } from "./look.ts";
import { admitOwn, confirmOwn, openStage } from "./stage.ts";
import { done, inboxLine, onPhone, openAs, openBeside, picture, sign, visit } from "./support.ts";

/** An obligor of this test's own, which never pays. */
const DEFAULTER: DemoCompany = {
  key: "wulong",
  name: { en: "Wulong Presses", zh: "武隆冲压" },
  scheme: "VAT",
  number: "DE811907980",
  roles: ["obligor"],
  account: 12,
};

/** 200 000.00 sold to the bank with recourse. @returns the day from which it can be in default. */
async function sellWithRecourse(stage: Stage): Promise<{ dueDay: number }> {
  const [huaxin, yuzhong] = [actor(stage, "huaxin"), actor(stage, "yuzhong")];
  const defaulter = await admitOwn(stage, DEFAULTER);
  const { id, dueDay } = await confirmOwn(stage, huaxin, defaulter, {
    number: "HX-UNPAID-1",
    face: 200_000_00n,
    days: 20,
  });
  const terms = {
    ...{ currency: 1, dayCount: 0, dayBase: 360, withRecourse: true, limited: false, startsAt: 0 },
    ...{ expiresAt: dueDay * 86_400, smallestFace: 1n, largestFace: 200_000_00n, sellerLimit: 0 },
    ...{ tiers: [{ longestDays: 183, ratePpm: 40_000 }], obligors: [defaulter.address] },
  };
  await settled(yuzhong.cny.approve(yuzhong.discountDesk, 200_000_00n));
  const offerId = await yuzhong.discountDesk.postOffer.staticCall(terms, 200_000_00n);
  await settled(yuzhong.discountDesk.postOffer(terms, 200_000_00n));
  await settled(huaxin.discountDesk.take(sliceId(id, 0n), terms, offerId, 0));
  return { dueDay };
}

test("a bank claims from its seller after a default, and the slice goes back against payment", async ({ page }) => {
  const stage = await openStage(page);
  const clock = new Clock(stage.provider);
  const { dueDay } = await sellWithRecourse(stage);
  await openAs(page, "Yuzhong Bank", "/recourse");
  const line = page.getByRole("row", { name: /Wulong Presses/ });

  await test.step("nothing can be claimed before the default", async () => {
    await expect(line).toContainText("only after default");
    await expect(line.getByRole("button", { name: /^Demand/ })).toBeHidden();
    await clock.moveToDay(dueDay + 31);
    await line.getByRole("button", { name: /^Report overdue…/ }).click();
    await sign(page, "Report");
    await done(page);
  });

  await test.step("the inbox tells that the default can be declared, does it, and then what may be claimed", async () => {
    await visit(page, "Inbox");
    const unpaid = inboxLine(page, "declareDefault", "Wulong Presses");
    await expect(unpaid).toContainText("200,000.00");
    await unpaid.getByRole("button", { name: /^Declare…/ }).click();
    await sign(page, "Declare");
    await expect(page.getByRole("dialog")).toContainText("The receivable is in default.");
    await done(page);
    await expect(unpaid).toBeHidden();
    const claim = inboxLine(page, "recourseToDemand", "Wulong Presses");
    await expect(claim).toContainText("you may claim from Huaxin Components");
    await picture(page, "inbox-bank");
    await onPhone(page, "inbox-bank-390");
    await claim.getByRole("link", { name: /^Demand/ }).click();
  });

  await test.step("the bank demands face and penalty", async () => {
    // 31 days late at 500 ppm a day: 3 100.00.
    await expect(line.getByTestId("claim-amount")).toHaveText(/203,100\.00/);
    await walkthrough(page, "recourse");
    await picture(page, "recourse-bank");
    await onPhone(page, "recourse-bank-390");
    await line.getByRole("button", { name: /^Demand…/ }).click();
    await sign(page, "Demand");
    await done(page);
    await expect(line).toContainText("demanded");
  });

  await test.step("the seller pays once its cash suffices, and has the slice back", async () => {
    const huaxin = actor(stage, "huaxin");
    await settled(huaxin.cny.mint(huaxin.address, 300_000_00n));
    const seller = await openBeside(page, "Huaxin Components", "/");
    const demand = inboxLine(seller, "recourseAgainstMe", "Wulong Presses");
    await expect(demand).toContainText("203,100.00");
    await picture(seller, "inbox-seller");
    await demand.getByRole("link", { name: /^Pay/ }).click();
    const against = seller.getByRole("region", { name: "Claims against me" });
    await onPhone(seller, "recourse-seller-390");
    await against.getByRole("button", { name: /^Pay…/ }).click();
    const dialog = await sign(seller, "Pay");
    await expect(dialog.getByText(/^Paid \D*203,100\.00\. The slice is yours again\.$/)).toBeVisible();
    await done(seller);
    await expect(against.getByRole("row", { name: /Wulong Presses/ })).toContainText("paid, slice returned");
    await seller.goto("/slices");
    await expect(seller.getByRole("row", { name: /Wulong Presses/ })).toContainText("200,000.00");
    await seller.context().close();
    await expect(line).toContainText("paid, slice returned");
  });
  stage.provider.destroy();
});
