import { expect, test } from "@playwright/test";
import { openAs } from "./support.ts";

test("a first load signs in once, and asks the index nothing twice", async ({ page }) => {
  await openAs(page, "Huaxin Components");
  await page.addInitScript(() => sessionStorage.clear());
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/indexer\/(graphql|auth|directory)/.test(request.url()))
      asked.push(request.url() + (request.postData() ?? ""));
  });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Account: Huaxin Components" })).toBeVisible();
  // Whatever follows a look at the index's newest block has been asked by the next but one.
  for (let looks = 0; looks < 3; ++looks) await page.waitForResponse(/\/indexer\/status/);
  expect(asked.filter((each) => each.includes("/auth/login"))).toHaveLength(1);
  expect(asked.filter((each, index) => asked.indexOf(each) !== index)).toEqual([]);
});
