import { expect, type Locator, type Page, test } from "@playwright/test";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { bitsFromRoles } from "../../frontend/src/domain/roles.ts";
import { actor, actorFor } from "../../scripts/demo/actors.ts";
import { Clock } from "../../scripts/demo/clock.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { interceptAnswers } from "./answers.ts";
import { E2E_URL } from "./globalSetup.ts";
import { EMPTY_FOR_NEWCOMER, HUAXIN, SCREENS } from "./screens.ts";
import { openStage } from "./stage.ts";
import { become, type Company, openAs, picture, speak } from "./support.ts";
import { announceWallet } from "./wallet.ts";

/** Among the accounts of the local node, but not of the development accounts that the page offers. */
const [NEWCOMER, STRANGER] = [13, 14];
const NEWCOMER_IDENTITY = identityHash("VAT", "PL5260001246");
const UNKNOWN_ID = `0x${"0".repeat(47)}1`;

/** Faces of the demo's receivables, in minor units: confirmed and split; waiting for confirmation; refused. */
const FACES = { split: "125000000", waiting: "9380000", refused: "1580000" } as const;

async function receivableOf(page: Page, face: string): Promise<string> {
  const query = `{ receivables(where: { face: "${face}" }) { items { id } } }`;
  const answer = await (await page.request.post("/indexer/graphql", { data: { query } })).json();
  return answer.data.receivables.items[0].id;
}

/** Fills in the ids of an address. */
async function pathsOf(page: Page): Promise<(route: string) => string> {
  const [split, waiting] = [await receivableOf(page, FACES.split), await receivableOf(page, FACES.waiting)];
  return (route) =>
    route
      .replace("$receivableId", waiting)
      .replace("$identity", HUAXIN)
      .replace("$figure", "owed")
      .replace("$id", split);
}

const retryIn = (main: Locator) => main.getByRole("button", { name: "Try again" });

/** Nothing is said of what is not known yet: no "there is none", and no zero. */
async function expectNoClaim(main: Locator): Promise<void> {
  await expect(main.getByTestId("empty-state")).toHaveCount(0);
  expect(await main.textContent()).not.toMatch(/(?<![\d.,])0\.00(?!\d)/);
}

/** Asks again, wherever that is offered, until what was missing has come. */
async function tryAgain(main: Locator, awaited: Locator): Promise<void> {
  const retry = retryIn(main);
  await expect(async () => {
    if ((await retry.count()) > 0) await retry.first().click({ timeout: 1_000 });
    await expect(retry).toHaveCount(0, { timeout: 300 });
    await expect(awaited).toBeVisible({ timeout: 2_000 });
  }).toPass({ intervals: [50], timeout: 20_000 });
}

async function connect(page: Page, account: number): Promise<void> {
  await announceWallet(page, account);
  await page.goto("/");
  await page.getByRole("main").getByRole("button", { name: "Connect Test wallet" }).click();
}

for (const [company, screens] of Object.entries(SCREENS)) {
  test(`${company}: each screen tells that it loads, then what is wrong, and comes when asked again`, async ({
    page,
  }) => {
    const pathOf = await pathsOf(page);
    const main = page.getByRole("main");
    const skeletons = page.locator("main .animate-pulse");
    await openAs(page, company as Company);
    const answers = await interceptAnswers(page);
    for (const { route, shows, asksNothing } of screens) {
      await test.step(route, async () => {
        await answers.become("hold");
        await page.goto(pathOf(route));
        await page.evaluate(() => Reflect.set(window, "__opened", true));
        if (asksNothing) {
          await expect(shows(main)).toBeVisible();
          await expect(skeletons).toHaveCount(0);
        } else {
          await expect(main.getByRole("status", { name: "Loading…" }).first()).toBeVisible();
          await expect(shows(main)).toHaveCount(0);
          await expectNoClaim(main);
          await answers.become("refuse");
          await expect(retryIn(main).first()).toBeVisible();
          await expect(main.getByText(/^The (index can't be reached|chain can't be read)$/).first()).toBeVisible();
          await expect(skeletons).toHaveCount(0);
          await expectNoClaim(main);
        }
        await answers.become("pass");
        await tryAgain(main, shows(main));
        await expect(skeletons).toHaveCount(0);
        expect(await page.evaluate(() => Reflect.get(window, "__opened"))).toBe(true);
      });
    }
  });
}

test("before anything is known: the frame loads, tells whether index or chain is silent, and goes on when asked", async ({
  page,
}) => {
  const main = page.getByRole("main");
  const chainSilent = main.getByText("The chain can't be read", { exact: true });
  await openAs(page, "Huaxin Components", "/receivables");
  const answers = await interceptAnswers(page, "frame");
  await answers.become("hold");
  await page.reload();
  await expect(main.getByRole("status", { name: "Loading…" })).toBeVisible();
  await answers.become("refuse");
  await expect(main.getByText("The index can't be reached", { exact: true })).toBeVisible();
  await expect(retryIn(main)).toBeVisible();
  await picture(page, "states-frame");
  await answers.become("pass");
  await tryAgain(main, main.getByRole("grid"));
  await page.unrouteAll();
  await page.route("**/rpc", (route) => route.abort());
  await page.reload();
  await expect(chainSilent).toBeVisible();
  await expect(retryIn(main)).toBeVisible();
  await page.unrouteAll();
  await tryAgain(main, main.getByRole("grid"));
  await page.route("**/deployment.json", (route) => route.abort());
  await page.reload();
  await expect(page.getByText("Nothing is deployed here yet")).toBeVisible();
  await page.unrouteAll();
  await retryIn(main).click();
  await expect(main.getByRole("grid")).toBeVisible();
});

test("the health page says what it still waits for, then what fails, and recovers by itself", async ({ page }) => {
  const main = page.getByRole("main");
  await openAs(page, "Tallystick Operator");
  const answers = await interceptAnswers(page);
  await answers.become("hold");
  await page.goto("/health");
  await expect(main.getByText("Not everything has answered yet.")).toBeVisible();
  await expect(main.getByTestId("check-node")).toContainText("asking…");
  await answers.become("refuse");
  await expect(main.getByText("Something does not work")).toBeVisible();
  await expect(main.getByTestId("check-node")).toContainText("Check that the node runs");
  await answers.become("pass");
  await expect(main.getByText("Everything works")).toBeVisible();
});

test("settings are everybody's, work without index and chain, and stay", async ({ page }) => {
  await page.route("**/indexer/**", (route) => route.abort());
  await page.route("**/rpc", (route) => route.abort());
  await page.goto("/settings");
  await page.getByLabel("Appearance", { exact: true }).selectOption("Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByLabel("Language", { exact: true }).selectOption("中文");
  await expect(page.getByRole("heading", { name: "设置", level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "设置", level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("empty: a newcomer reads on each screen what is missing and what would bring it", async ({ page }) => {
  const stage = await openStage(page);
  const today = await new Clock(stage.provider).today();
  const name = { en: "Newcomer", zh: "新企业" };
  const company = {
    key: "newcomer",
    name,
    scheme: "VAT",
    number: "PL5260001246",
    roles: [],
    account: NEWCOMER,
  } as const;
  const { address } = actorFor(company, stage.provider, `${E2E_URL}/indexer`, stage.record);
  const roles = bitsFromRoles(["obligor", "supplier", "bank"]);
  await settled(actor(stage, "operator").ledger.admit(address, NEWCOMER_IDENTITY, roles, today + 365));
  stage.provider.destroy();
  await connect(page, NEWCOMER);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  for (const { path, words } of EMPTY_FOR_NEWCOMER) {
    await test.step(path, async () => {
      await page.goto(path);
      for (const word of words) await expect(main.getByText(word).first()).toBeVisible();
      await expect(retryIn(main)).toHaveCount(0);
    });
  }
  await picture(page, "states-newcomer");
});

test("empty: ids that nobody registered, and a receivable that was never confirmed, are told as such", async ({
  page,
}) => {
  const refused = await receivableOf(page, FACES.refused);
  const main = page.getByRole("main");
  await openAs(page, "Yujiang Motors");
  for (const [path, words] of [
    [`/receivables/${UNKNOWN_ID}`, "There is no such receivable"],
    [`/receivables/${UNKNOWN_ID}/tree`, "There is no such receivable"],
    [`/receivables/${UNKNOWN_ID}/graph`, "There is no such receivable"],
    [`/receivables/${UNKNOWN_ID}/certificate`, "There is no such receivable"],
    [`/confirm/${UNKNOWN_ID}`, "There is no such receivable"],
    [`/receivables/${refused}/tree`, "Nothing to look through yet"],
    [`/receivables/${refused}/graph`, "Nothing to draw yet"],
    ["/no-such-page", "There is no such page"],
  ] as const) {
    await test.step(`${path.replace(/0x\w+/, "…")}: ${words}`, async () => {
      await page.goto(path);
      await expect(main.getByText(words).first()).toBeVisible();
    });
  }
});

test("empty: the supervisor asks for what there is not, and is told so", async ({ page }) => {
  const main = page.getByRole("main");
  const company = NEWCOMER_IDENTITY;
  await openAs(page, "Chongqing Supervision Office", "/supervise");
  await page.getByLabel("Search").fill("zzzzzz");
  await expect(main.getByText("Nothing found")).toBeVisible();
  await expect(main.getByText(/^Nothing on the ledger fits “zzzzzz”/)).toBeVisible();
  await page.goto(`/supervise/alerts?company=${company}`);
  await expect(main.getByText("No alerts")).toBeVisible();
  await expect(main.getByText(/^Nothing fits this selection/)).toBeVisible();
  await page.goto(`/supervise/figures/owed?obligor=${company}`);
  await expect(main.getByText("Nothing makes up this figure")).toBeVisible();
  await page.goto(`/supervise/network/${company}`);
  await expect(main.getByText("No movements yet")).toBeVisible();
  await page.goto("/supervise/orders");
  await expect(main.getByText("No receivable is on hold")).toBeVisible();
  await page.goto("/activity");
  await page.getByLabel("Receivable id").fill("ffffffff");
  await expect(main.getByText("No steps")).toBeVisible();
  await expect(main.getByText(/^Nothing fits what you asked for/)).toBeVisible();
});

/** Addresses opened by somebody whose screens they are not, with whose they are. */
const STRANGE: Readonly<Partial<Record<Company, readonly (readonly [path: string, owners: string])[]>>> = {
  "Huaxin Components": [
    ["/confirm", "Core enterprise"],
    [`/confirm/${UNKNOWN_ID}`, "Core enterprise"],
    ["/pay", "Core enterprise"],
    ["/obligations", "Core enterprise"],
    ["/disclosure", "Core enterprise"],
    ["/offers", "Bank"],
    ["/exposure", "Bank"],
    ["/supervise", "Supervisor"],
    ["/supervise/alerts", "Supervisor"],
    ["/supervise/orders", "Supervisor"],
    ["/supervise/figures/owed", "Supervisor"],
    [`/supervise/network/${HUAXIN}`, "Supervisor"],
  ],
  "Tallystick Operator": [
    ["/register", "Supplier"],
    ["/slices", "Core enterprise · Supplier · Bank"],
    ["/finance", "Supplier · Bank"],
    ["/quotes", "Supplier · Bank"],
    ["/loans", "Supplier · Bank"],
    ["/recourse", "Supplier · Bank"],
    ["/early-payment", "Core enterprise · Supplier · Bank"],
    ["/cash", "Core enterprise · Supplier · Bank"],
    ["/permissions", "Core enterprise · Supplier · Bank"],
  ],
};

test("refused: who opens another role's address is told whose it is, and the way to their own", async ({ page }) => {
  const main = page.getByRole("main");
  await openAs(page, "Huaxin Components");
  for (const [company, addresses] of Object.entries(STRANGE)) {
    await become(page, company as Company);
    for (const [path, owners] of addresses) {
      await test.step(`${company} at ${path}`, async () => {
        await page.goto(path);
        await expect(main.getByRole("heading", { name: "This page is for another role", level: 1 })).toBeVisible();
        await expect(main.getByText(`It is for: ${owners}`, { exact: true })).toBeVisible();
        await expect(main.getByRole("textbox")).toHaveCount(0);
      });
    }
  }
  await expect(main.getByText("You are here as: Operator.", { exact: false })).toBeVisible();
  await picture(page, "states-refused");
  await speak(page, "中文");
  await expect(main.getByText("使用者：核心企业 · 供应商 · 资金方")).toBeVisible();
  await speak(page, "English");
  await main.getByRole("link", { name: "To the inbox" }).click();
  await expect(main.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
});

test("refused: who was not admitted is told at every address what to give the operator", async ({ page }) => {
  const pathOf = await pathsOf(page);
  const main = page.getByRole("main");
  await connect(page, STRANGER);
  for (const route of [
    ...["/", "/receivables", "/receivables/$id", "/receivables/$id/tree", "/receivables/$id/graph"],
    ...["/receivables/$id/certificate", "/activity", "/participants", "/keys", "/policies", "/health"],
    ...["/signed-confirmation", "/pay"],
  ]) {
    await test.step(route, async () => {
      await page.goto(pathOf(route));
      await expect(main.getByText("This account is not a participant")).toBeVisible();
      await expect(main.getByText(/^The operator admits companies after checking/)).toBeVisible();
    });
  }
  await page.goto("/settings");
  await expect(main.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
});

test("refused: officers' acts are not offered to others, and a document is shown to its parties only", async ({
  page,
}) => {
  const main = page.getByRole("main");
  await openAs(page, "Nanping Logistics", "/participants");
  await expect(main.getByRole("table")).toBeVisible();
  await expect(main.getByRole("button", { name: /^(Admit|Manage)/ })).toHaveCount(0);
  await page.goto("/keys");
  await expect(main.getByRole("region", { name: "Under way" })).toBeVisible();
  await expect(main.getByLabel("Who lost its key")).toHaveCount(0);
  await page.goto("/policies");
  await expect(main.getByRole("table").first()).toBeVisible();
  await expect(main.getByRole("button", { name: "Draft a new version" })).toHaveCount(0);
  await page.goto(`/receivables/${await receivableOf(page, FACES.refused)}`);
  await expect(main.getByText(/^This invoice is for its parties/)).toBeVisible();
  await become(page, "Yuzhong Bank");
  await page.goto("/signed-confirmation");
  await main
    .getByLabel("The signed confirmation")
    .setInputFiles({ name: "letter.json", mimeType: "application/json", buffer: Buffer.from("[]") });
  await expect(main.getByRole("alert")).toBeVisible();
});
