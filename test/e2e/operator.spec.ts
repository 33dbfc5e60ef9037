import { expect, type Page, test } from "@playwright/test";
import { dayFromIso } from "../../frontend/src/domain/day-count.ts";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { visibleText } from "../../frontend/src/domain/plain-text.ts";
import { type Actor, actor, actorFor, type Stage, setStage } from "../../scripts/demo/actors.ts";
import { Clock } from "../../scripts/demo/clock.ts";
import { confirm, register } from "../../scripts/demo/receivables.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import HOSTILE from "../fixtures/hostile-names.json" with { type: "json" };
import { E2E_RPC, E2E_URL } from "./globalSetup.ts";
import { become, done, inboxLine, openAs, openBeside, picture, sign, visit } from "./support.ts";

const NUMBER = "HU12345678";
const IDENTITY = identityHash("VAT", NUMBER);
const NAME = { en: "Rheinwerk Metals", zh: "莱茵金属" };
const [OLD_KEY, NEW_KEY] = [10, 11];
const FACE = 900_00n;
const DAY = 86_400;

// One company is followed from its admission to its new key.
test.describe.configure({ mode: "serial" });

async function openStage(page: Page): Promise<Stage & { clock: Clock }> {
  const record = await (await page.request.get("/deployment.json")).json();
  const stage = setStage(E2E_RPC, `${E2E_URL}/indexer`, record);
  return { ...stage, clock: new Clock(stage.provider) };
}

function companyOf(stage: Stage, account: number): Actor {
  const company = { key: "rheinwerk", name: NAME, scheme: "VAT", number: NUMBER, roles: [], account } as const;
  return actorFor(company, stage.provider, `${E2E_URL}/indexer`, stage.record);
}

async function advance({ provider, clock }: { provider: Stage["provider"]; clock: Clock }, seconds: number) {
  const block = await provider.getBlock("latest");
  if (!block) throw new Error("no block");
  await clock.moveTo(block.timestamp + seconds);
}

/** Nothing of a name has become an element, a script or a link, and nothing of it has run. */
async function expectOnlyText(page: Page): Promise<void> {
  await expect(page.locator("body img[src=x], body script:not([src]), a[href^='javascript:']")).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, "__hit"))).toBeUndefined();
}

async function manage(page: Page, item: string | RegExp): Promise<void> {
  await page
    .getByRole("row", { name: NAME.en })
    .getByRole("button", { name: /^Manage/ })
    .click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a company with a hostile name is admitted, and its name stays a name", async ({ page }) => {
  const stage = await openStage(page);
  await openAs(page, "Tallystick Operator", "/participants");
  const dialog = page.getByRole("dialog");

  await test.step("what nobody sees is refused as it is typed, with its code points", async () => {
    await page.getByRole("button", { name: "Admit a participant" }).click();
    await dialog.getByLabel("Name in English").fill(HOSTILE.override);
    await expect(dialog.getByText(/characters that nobody sees \(U\+202E, U\+202C\)/)).toBeVisible();
    await dialog.getByLabel("Name in Chinese").fill(HOSTILE.zeroWidth);
    await expect(dialog.getByText(/U\+200B, U\+200D, U\+FEFF/)).toBeVisible();
    await dialog.getByLabel("Name in English").fill(HOSTILE.piledMarks);
    await expect(dialog.getByText("There are too many accents on one letter here.", { exact: false })).toBeVisible();
  });

  await test.step("an address with a wrong digit is refused", async () => {
    await dialog.getByLabel("Account").fill("0xBcd4042DE499D14e55001CcbB24a551F3b954097");
    await dialog.getByLabel("Name in English").click();
    await expect(dialog.getByText("The checksum of this address is wrong. Copy it again.")).toBeVisible();
    await dialog.getByLabel("Account").fill("0xBcd4");
    await expect(dialog.getByText("This is not an account", { exact: false })).toBeVisible();
  });

  await test.step("markup is taken as the text that it is", async () => {
    await dialog.getByLabel("Name in English").fill(HOSTILE.markup);
    await dialog.getByLabel("Name in Chinese").fill(HOSTILE.rightToLeft);
    await dialog.getByLabel("Kind of number").selectOption("VAT");
    await dialog.getByLabel("Number", { exact: true }).fill(NUMBER);
    await dialog.getByRole("checkbox", { name: "Supplier" }).check();
    await dialog.getByRole("checkbox", { name: "Core enterprise" }).check();
    await dialog.getByRole("button", { name: `Use account ${OLD_KEY}` }).click();
    await dialog.getByRole("button", { name: "Review the admission" }).click();
    await expect(dialog.locator("bdi")).toContainText(HOSTILE.markup);
    await sign(page, "Admit");
    await expect(dialog.getByText("Its name is in the directory.")).toBeVisible();
    await expectOnlyText(page);
    await done(page);
    await expect(page.getByRole("rowheader").locator("bdi", { hasText: HOSTILE.markup })).toHaveText(HOSTILE.markup);
    await expectOnlyText(page);
  });

  await test.step("whatever it is called, it is shown as text of its own direction, and fits", async () => {
    const operator = actor(stage, "operator");
    const account = companyOf(stage, OLD_KEY).address;
    const rename = (name: string) =>
      operator.vault.putName(IDENTITY, { account, name, nameZh: null, scheme: "VAT", number: NUMBER });
    await page.setViewportSize({ width: 390, height: 844 });
    for (const name of [
      HOSTILE.template,
      HOSTILE.entity,
      HOSTILE.address,
      HOSTILE.arabic,
      HOSTILE.composed,
      HOSTILE.long,
    ]) {
      await rename(name);
      await page.reload();
      await expect(page.getByRole("rowheader").locator("bdi", { hasText: visibleText(name) })).toBeVisible();
      await expectOnlyText(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
    await picture(page, "operator-long-name-390");
    for (const refused of [HOSTILE.override, HOSTILE.lineBreak, HOSTILE.tags, HOSTILE.bell]) {
      await expect(rename(refused)).rejects.toThrow();
    }
    await operator.vault.putName(IDENTITY, { account, name: NAME.en, nameZh: NAME.zh, scheme: "VAT", number: NUMBER });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.reload();
    await expect(page.getByRole("row", { name: NAME.en })).toBeVisible();
  });
  stage.provider.destroy();
});

test("the operator suspends, restores, and changes roles, term and limit", async ({ page }) => {
  await openAs(page, "Tallystick Operator", "/participants");
  const dialog = page.getByRole("dialog");
  const row = page.getByRole("row", { name: NAME.en });

  await test.step("a suspension needs a reason, which the company reads", async () => {
    await manage(page, "Suspend…");
    await dialog.getByRole("button", { name: "Review" }).click();
    await expect(dialog.getByText("Say why.")).toBeVisible();
    await dialog.getByLabel("Reason").fill("Beneficial owner not proven");
    await dialog.getByRole("button", { name: "Review" }).click();
    await sign(page, "Suspend");
    await expect(dialog.getByText("The reason is kept.")).toBeVisible();
    await done(page);
    await expect(row).toContainText("Suspended");
    await expect(row).toContainText("Beneficial owner not proven");
    await picture(page, "operator-suspended");
    const company = await openBeside(page, "Rheinwerk Metals", "/");
    await expect(company.getByText("Why: Beneficial owner not proven")).toBeVisible();
    await company.context().close();
    await manage(page, "Restore…");
    await dialog.getByLabel("Reason").fill("Documents 2026-118 accepted");
    await dialog.getByRole("button", { name: "Review" }).click();
    await sign(page, "Restore");
    await done(page);
    await expect(row).toContainText("Active");
  });

  await test.step("roles", async () => {
    await manage(page, "Change roles…");
    await dialog.getByRole("button", { name: "Review" }).click();
    await expect(dialog.getByText("These are its roles already.")).toBeVisible();
    await dialog.getByRole("checkbox", { name: "Bank" }).check();
    await dialog.getByRole("button", { name: "Review" }).click();
    await sign(page, "Change the roles");
    await done(page);
    await expect(row).toContainText("Core enterprise · Supplier · Bank");
  });

  await test.step("the term of its checks", async () => {
    await manage(page, "Renew or shorten the checks…");
    await dialog.getByLabel("Checks valid until").fill("2020-01-01");
    await expect(dialog.getByText("This day has passed: its term ends at once.")).toBeVisible();
    await dialog.getByLabel("Checks valid until").fill("2031-12-31");
    await dialog.getByRole("button", { name: "Review" }).click();
    await sign(page, "Set the day");
    await done(page);
    await expect(row).toContainText("31 Dec 2031");
  });

  await test.step("what it may owe in a currency", async () => {
    await manage(page, "Limit what it may owe…");
    await dialog.getByLabel("New limit").fill("12.345");
    await dialog.getByRole("button", { name: "Review" }).click();
    await expect(dialog.getByText("This has more decimals than the currency.")).toBeVisible();
    await dialog.getByLabel("New limit").fill("5000000");
    await dialog.getByRole("button", { name: "Review" }).click();
    await expect(dialog.getByText(/5,000,000\.00/)).toBeVisible();
    await sign(page, "Set the limit");
    await done(page);
    await manage(page, "Limit what it may owe…");
    await expect(dialog.getByText(/5,000,000\.00/)).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
  });
});

test("a lost key is proposed, agreed, vetoed; then replaced, and the slices follow", async ({ page }) => {
  const stage = await openStage(page);
  const company = companyOf(stage, OLD_KEY);
  const today = await stage.clock.today();
  const plan = { number: "RW-2026-1", issueDay: today - 3, dueDay: today + 200, face: FACE };
  const invoice = await register(company, actor(stage, "yujiang"), plan);
  await confirm(actor(stage, "yujiang"), company, invoice);
  await settled(company.ledger.split(invoice.id << 64n, [300_00n, 300_00n]));
  const card = page.getByRole("region", { name: "Under way" });

  await openAs(page, "Tallystick Operator", "/participants");
  await manage(page, "Replace a lost key…");
  await test.step("the operator proposes", async () => {
    await expect(page.getByLabel("Who lost its key")).toHaveValue(company.address.toLowerCase());
    await page.getByRole("textbox", { name: "New account" }).fill(company.address);
    await expect(page.getByText("This account was admitted before.", { exact: false })).toBeVisible();
    await propose(page);
    await expect(card.getByText("Waits for the supervisor")).toBeVisible();
    await picture(page, "operator-keys");
  });

  await test.step("the supervisor agrees, and the old key's owner vetoes", async () => {
    await agree(page);
    await expect(card.getByText("Notice period", { exact: true })).toBeVisible();
    await become(page, "Rheinwerk Metals");
    await visit(page, "Inbox");
    await expect(page.getByText("This account's key is said to be lost")).toBeVisible();
    await page.getByRole("link", { name: "Look at it" }).click();
    await page.getByRole("button", { name: "Veto…" }).click();
    await sign(page, "Veto");
    await done(page);
    await expect(page.getByText("No key is being replaced")).toBeVisible();
    await expect(page.getByRole("region", { name: "Ended" })).toContainText("Vetoed by the old key");
  });

  await test.step("proposed anew and not vetoed, anyone carries it out after seven days", async () => {
    await become(page, "Tallystick Operator");
    await page.getByLabel("Who lost its key").selectOption(company.address.toLowerCase());
    await propose(page);
    await agree(page);
    await become(page, "Bashan Springs");
    await expect(card.getByRole("button", { name: "Carry out…" })).toHaveCount(0);
    await advance(stage, 7 * DAY);
    await card.getByRole("button", { name: "Carry out…" }).click();
    await sign(page, "Replace");
    await done(page);
  });

  await test.step("anyone moves its slices", async () => {
    await expect(page.getByText("3 slices of Rheinwerk Metals still lie on its old account")).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "operator-move-390");
    await page.getByRole("button", { name: "Move them…" }).click();
    await sign(page, "Move");
    await done(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(page.getByText(/still lie on its old account/)).toHaveCount(0);
    const successor = companyOf(stage, NEW_KEY).address;
    const held = await company.ledger.slicesHeldBy(successor, invoice.id, 0, 10);
    expect(held.ids).toHaveLength(3);
  });
  stage.provider.destroy();
});

async function propose(page: Page): Promise<void> {
  await page.getByRole("button", { name: `Use account ${NEW_KEY}` }).click();
  await page.getByRole("button", { name: "Review the proposal" }).click();
  await sign(page, "Propose");
  await done(page);
}

async function agree(page: Page): Promise<void> {
  await become(page, "Chongqing Supervision Office");
  await visit(page, "Inbox");
  await inboxLine(page, "keyToAgree", "Rheinwerk Metals")
    .getByRole("link", { name: /^Decide/ })
    .click();
  await page.getByRole("button", { name: "Agree…" }).click();
  await sign(page, "Agree");
  await done(page);
}

test("a version of the policy is drafted, announced, and carried out after its notice", async ({ page }) => {
  const stage = await openStage(page);
  await openAs(page, "Tallystick Operator", "/policies");
  const dialog = page.getByRole("dialog");
  const announced = page.getByRole("region", { name: "Announced" });

  await test.step("the draft is checked as the ledger checks it", async () => {
    await page.getByRole("button", { name: "Draft a new version" }).click();
    await page.getByLabel("Most payments").fill("300");
    await expect(page.getByText("Between 0 and 255 payments.")).toBeVisible();
    await page.getByLabel("Most payments").fill("9");
    await expect(page.getByText("Today: 10 payments")).toBeVisible();
    await page.getByLabel("Days of grace").fill("31");
    await expect(page.getByText("This must not be fewer than the days of grace.")).toBeVisible();
    await page.getByLabel("Days of grace").fill("5");
    await page.getByRole("button", { name: "Review the version" }).click();
    await expect(page.getByText("Choose the document that decides this.")).toBeVisible();
    await page
      .getByLabel("The decision")
      .setInputFiles({ name: "Beschluss.pdf", mimeType: "application/pdf", buffer: Buffer.from("resolved") });
    await page.getByLabel("First day").fill("2026-11-20");
    await expect(page.getByText("A change must be announced before: choose a later day.")).toBeVisible();
    await page.getByLabel("First day").fill("2039-01-01");
    await picture(page, "operator-draft");
    await page.getByRole("button", { name: "Review the version" }).click();
    await expect(dialog.getByRole("row")).toHaveCount(3);
    await expect(dialog.getByRole("row", { name: "Most payments" })).toContainText("10 payments9 payments");
    await expect(dialog.getByRole("row", { name: "Days of grace" })).toContainText("3 days5 days");
    await sign(page, "Announce");
    await done(page);
  });

  await test.step("everybody sees what waits; nobody can carry it out before its time", async () => {
    await expect(announced.getByText("Waits", { exact: true })).toBeVisible();
    await expect(announced.getByRole("button", { name: "Carry out…" })).toHaveCount(0);
    await picture(page, "operator-announced");
    const supervisor = await openBeside(page, "Chongqing Supervision Office", "/policies");
    await expect(supervisor.getByText("Only the account that announced it", { exact: false })).toBeVisible();
    await expect(supervisor.getByRole("button", { name: "Draft a new version" })).toHaveCount(0);
    await supervisor.context().close();
  });

  await test.step("after a day it is carried out, and comes into force on its day", async () => {
    await visit(page, "Inbox");
    await expect(inboxLine(page, "changeWaiting", "Tallystick Operator")).toBeVisible();
    await advance(stage, DAY);
    await inboxLine(page, "changeReady", "Tallystick Operator")
      .getByRole("link", { name: /^Changes/ })
      .click();
    await announced.getByRole("button", { name: "Carry out…" }).click();
    await sign(page, "Carry out");
    await done(page);
    await expect(announced).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "In force: version 1" })).toBeVisible();
    const versions = page.getByRole("region", { name: "All versions" });
    await expect(versions.getByText("Coming")).toBeVisible();
    const added = await actor(stage, "operator").ledger.policyOf(2);
    expect([added.maxHops, added.graceDays, added.requireRegistry]).toEqual([9n, 5n, true]);
    expect(Number(added.effectiveFrom)).toBe(dayFromIso("2039-01-01") * DAY - 8 * 3_600);
  });
  stage.provider.destroy();
});

test("the health page tells what fails and what to do, and recovers", async ({ page }) => {
  await openAs(page, "Tallystick Operator", "/participants");
  await page
    .getByRole("banner")
    .getByRole("link", { name: /^Chain: / })
    .click();
  await expect(page.getByRole("heading", { name: "Health" })).toBeVisible();
  await expect(page.getByText("Everything works")).toBeVisible();
  for (const check of ["node", "block", "gas", "index", "lag", "vault", "session", "client"]) {
    await expect(page.getByTestId(`check-${check}`)).toContainText("In order");
  }
  await picture(page, "operator-health");
  await page.route("**/rpc", (route) => route.abort());
  await expect(page.getByTestId("check-node")).toContainText("Check that the node runs");
  await expect(page.getByText("Something does not work")).toBeVisible();
  await page.unroute("**/rpc");
  await page.route("**/indexer/**", (route) => route.abort());
  await expect(page.getByTestId("check-node")).toContainText("In order");
  await expect(page.getByTestId("check-index")).toContainText("Check that the indexer runs");
  await expect(page.getByTestId("check-vault")).toContainText("not reachable");
  await page.unroute("**/indexer/**");
  await expect(page.getByText("Everything works")).toBeVisible();
});
