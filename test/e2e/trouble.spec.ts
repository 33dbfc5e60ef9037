import { expect, type Page, type Route, test } from "@playwright/test";
import { SECURITY_HEADERS } from "../../scripts/local/securityHeaders.ts";
import { E2E_RPC } from "./globalSetup.ts";
import { become, type Company, done, openAs, picture, sign } from "./support.ts";
import { announceWallet } from "./wallet.ts";

const AMOUNT = "1234.56";
const abort = (route: Route) => route.abort();

/** Types an amount of test money and opens what is to be signed. */
async function startMint(page: Page): Promise<void> {
  await page.getByLabel("Amount", { exact: true }).fill(AMOUNT);
  await page.getByRole("button", { name: "Mint…" }).click();
  await expect(page.getByRole("dialog")).toContainText("1,234.56");
}

/** What was typed is still there, and now it is done. */
async function finishMint(page: Page): Promise<void> {
  await expect(page.getByRole("dialog")).toContainText("1,234.56");
  await sign(page, "Mint");
  await expect(page.getByRole("dialog")).toContainText(/Minted .*1,234\.56/);
  await done(page);
  await expect(page.getByLabel("Amount", { exact: true })).toHaveValue(AMOUNT);
}

test("a lost node is told, nothing typed is lost, and it goes on by itself", async ({ page }) => {
  await openAs(page, "Bashan Springs", "/cash");
  await startMint(page);
  await page.route("**/rpc", abort);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Mint" }).click();
  await expect(dialog.getByText("Nothing was sent. What you entered is kept", { exact: false })).toBeVisible();
  await expect(page.getByText("The page can't read the chain.", { exact: false })).toBeVisible();
  await picture(page, "trouble-node");
  await page.unroute("**/rpc");
  await expect(page.getByText("The page can't read the chain.", { exact: false })).toBeHidden();
  await finishMint(page);
});

test("a node lost between signature and block: the action waits for it, and is not sent twice", async ({ page }) => {
  await openAs(page, "Bashan Springs", "/cash");
  await startMint(page);
  let sent = 0;
  await page.route("**/rpc", (route) => {
    if (sent > 0) return route.abort();
    if (route.request().postData()?.includes("eth_sendRawTransaction")) sent += 1;
    return route.continue();
  });
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Mint" }).click();
  await expect(page.getByText("The page can't read the chain.", { exact: false })).toBeVisible();
  await expect(dialog.getByText("Sent, waiting for the block…")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Mint" })).toBeDisabled();
  await page.unroute("**/rpc");
  await expect(dialog.getByText(/Minted .*1,234\.56/)).toBeVisible();
  expect(sent).toBe(1);
});

test("a lost index is told; what was read and typed stays, and what could not be read comes by itself", async ({
  page,
}) => {
  await openAs(page, "Bashan Springs", "/cash");
  await page.getByLabel("Amount", { exact: true }).fill(AMOUNT);
  await page.route("**/indexer/**", abort);
  await expect(page.getByText("The index is not reachable")).toBeVisible();
  await picture(page, "trouble-index");
  await expect(page.getByLabel("Amount", { exact: true })).toHaveValue(AMOUNT);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "What I hold", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What I hold", level: 1 })).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Receivables", exact: true }).click();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await page.unroute("**/indexer/**");
  await expect(page.getByText("The index is not reachable")).toBeHidden();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("grid")).toBeVisible();
});

test("an index that falls behind is told until it has caught up", async ({ page }) => {
  await openAs(page, "Bashan Springs", "/cash");
  await page.getByLabel("Amount", { exact: true }).fill(AMOUNT);
  // A cache in between that holds back what the index really says.
  const held = await (await page.request.get("/indexer/status")).text();
  await page.route("**/indexer/status", (route) => route.fulfill({ contentType: "application/json", body: held }));
  const mine = { jsonrpc: "2.0", id: 1, method: "evm_mine", params: [] };
  for (let block = 0; block < 8; block += 1) await page.request.post(E2E_RPC, { data: mine });
  await expect(page.getByText("The index is behind the chain")).toBeVisible();
  await expect(page.getByLabel("Amount", { exact: true })).toHaveValue(AMOUNT);
  await page.unroute("**/indexer/status");
  await expect(page.getByText("The index is behind the chain")).toBeHidden();
});

test("without a network the page says so, keeps what was typed, and goes on when it is back", async ({ page }) => {
  await openAs(page, "Bashan Springs", "/cash");
  await startMint(page);
  await page.context().setOffline(true);
  await expect(page.getByText("You are offline")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Mint" }).click();
  await expect(page.getByText("Nothing was sent. What you entered is kept", { exact: false })).toBeVisible();
  await picture(page, "trouble-offline");
  await page.context().setOffline(false);
  await expect(page.getByText("You are offline")).toBeHidden();
  await expect(page.getByText("The page can't read the chain.", { exact: false })).toBeHidden();
  await finishMint(page);
});

test("a wallet that declines, has a stale count, or is on another network is explained; then it signs", async ({
  page,
}) => {
  const wallet = await announceWallet(page);
  await page.goto("/cash");
  await page.getByRole("main").getByRole("button", { name: "Connect Test wallet" }).click();
  await startMint(page);
  const dialog = page.getByRole("dialog");
  const mint = dialog.getByRole("button", { name: "Mint" });

  await test.step("declined", async () => {
    await wallet.behave("decline");
    await mint.click();
    await expect(dialog.getByText("You declined to sign")).toBeVisible();
    await expect(dialog.getByText("What you entered is kept; you can confirm again.", { exact: false })).toBeVisible();
  });
  await test.step("a stale count of transactions", async () => {
    await wallet.behave("staleNonce");
    await mint.click();
    await expect(dialog.getByText("The wallet's count of transactions is stale")).toBeVisible();
    await expect(dialog.getByText(/Clear activity/)).toBeVisible();
    await picture(page, "trouble-nonce");
  });
  await test.step("another network", async () => {
    await wallet.behave("sign");
    await wallet.moveTo(1);
    await expect(page.getByText("Your wallet is on another network")).toBeVisible();
    await mint.click();
    await expect(dialog.getByText("The wallet is on another network")).toBeVisible();
    await wallet.moveTo(31_337);
    await expect(page.getByText("Your wallet is on another network")).toBeHidden();
  });
  await finishMint(page);
});

test("a replaced deployment and a restarted chain are told, with a way out", async ({ page }) => {
  await openAs(page, "Bashan Springs", "/cash");
  await page.getByLabel("Amount", { exact: true }).fill(AMOUNT);
  const record = await (await page.request.get("/deployment.json")).json();
  const addresses = { ...record.addresses, ledger: record.addresses.accessManager };
  await page.route("**/deployment.json", (route) => route.fulfill({ json: { ...record, addresses } }));
  await expect(page.getByText("This page is for an older deployment")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByLabel("Amount", { exact: true })).toHaveValue(AMOUNT);
  const genesisHash = `0x${"ab".repeat(32)}`;
  await page.unroute("**/deployment.json");
  await page.route("**/deployment.json", (route) => route.fulfill({ json: { ...record, genesisHash } }));
  await page.reload();
  await expect(page.getByText("The local chain was restarted")).toBeVisible();
  await expect(page.getByText(/reset its activity for this network/)).toBeVisible();
  await page.unroute("**/deployment.json");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByText("The local chain was restarted")).toBeHidden();
  await expect(page.getByRole("heading", { name: "Cash", level: 1 })).toBeVisible();
});

const SCREENS: Readonly<Partial<Record<Company, readonly string[]>>> = {
  "Huaxin Components": ["/", "/register", "/slices", "/finance", "/cash", "/permissions", "/receivables", "/settings"],
  "Yujiang Motors": ["/confirm", "/pay"],
  "Yuzhong Bank": ["/offers"],
  "Tallystick Operator": ["/participants", "/keys", "/policies", "/health"],
  "Chongqing Supervision Office": ["/supervise"],
};

test("every answer carries the security headers, and no screen breaks them", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy|Permissions.Policy/i.test(message.text())) broken.push(message.text());
  });
  await page.exposeFunction("reportViolation", (text: string) => broken.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) => {
      Reflect.get(window, "reportViolation")(`${effectiveDirective} blocked ${blockedURI} from ${sourceFile}`);
    });
  });

  await test.step("headers", async () => {
    const html = await (await page.request.get("/")).text();
    const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(html) ?? [];
    for (const path of [
      "/",
      "/participants",
      script ?? "no script",
      "/deployment.json",
      "/favicon.svg",
      "/indexer/status",
    ]) {
      const headers = (await page.request.get(path)).headers();
      for (const [name, value] of Object.entries(SECURITY_HEADERS))
        expect(headers[name.toLowerCase()], `${path}: ${name}`).toBe(value);
    }
    expect(SECURITY_HEADERS["Content-Security-Policy"]).not.toContain("unsafe");
    expect(SECURITY_HEADERS["Content-Security-Policy"]).toContain("frame-ancestors 'none'");
  });

  await test.step("screens, menus and dialogs", async () => {
    await openAs(page, "Huaxin Components");
    for (const [company, paths] of Object.entries(SCREENS)) {
      await become(page, company as Company);
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("main .animate-pulse")).toHaveCount(0);
      }
    }
    await page.goto("/participants");
    await become(page, "Tallystick Operator");
    await page.getByRole("button", { name: "Admit a participant" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    // The page behind the dialog stands still: the style that sees to it is adopted, not written into the page.
    expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe("hidden");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).not.toBe("hidden");
  });
  expect(broken).toEqual([]);

  await test.step("the listener hears: an inline script and style are refused", async () => {
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.__hit = 5";
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.head.append(script, style);
    });
    await expect.poll(() => broken.filter((text) => text.includes("blocked inline")).length).toBe(2);
    expect(await page.evaluate(() => Reflect.get(window, "__hit"))).toBeUndefined();
  });
});
