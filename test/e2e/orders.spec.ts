import { expect, type Page, test } from "@playwright/test";
import { id as hashOf, JsonRpcProvider } from "ethers";
import { splitSliceId } from "../../frontend/src/domain/ids.ts";
import { Clock } from "../../scripts/demo/clock.ts";
import type { DeploymentRecord } from "../../scripts/deployment/record.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { type ILedger, ILedger__factory } from "../../types/contracts/index.js";
import { E2E_RPC } from "./globalSetup.ts";
import { become, done, openAs, picture, sign, speak, visit } from "./support.ts";

/** After the due day, 3 February 2027, and the grace of the demo's receivable of 1 250 000.00. */
const LATE = 20_867;
const ORDER = hashOf("an order of a court");
const RAW_KEY = /\b[a-z]\w+(\.[a-z]\w+)+\b|\{\{\w+\}\}/;
const SUPERVISOR = 1;

interface Court {
  provider: JsonRpcProvider;
  /** As the supervisor's account calls it. */
  ledger: ILedger;
  now: number;
  /** The demo's receivable of a face. */
  find: (face: bigint) => bigint;
}

async function openCourt(page: Page): Promise<Court> {
  const record: DeploymentRecord = await (await page.request.get("/deployment.json")).json();
  const provider = new JsonRpcProvider(E2E_RPC, record.chainId, { staticNetwork: true, cacheTimeout: -1 });
  await new Clock(provider).moveToDay(LATE);
  const ledger = ILedger__factory.connect(record.addresses.ledger, await provider.getSigner(SUPERVISOR));
  const confirmed = await ledger.queryFilter(ledger.filters.ReceivableConfirmed());
  const find = (face: bigint) => {
    const found = confirmed.find(({ args }) => BigInt.asUintN(48, args.word >> 48n) === face);
    if (!found) throw new Error(`The demo has no receivable of ${face}.`);
    return found.args.id;
  };
  const now = (await provider.getBlock("latest"))?.timestamp ?? 0;
  return { provider, ledger, now, find };
}

/** The first 1 000.00 of a receivable, until a month from now. */
async function freezeHead({ ledger, now }: Court, receivable: bigint): Promise<bigint> {
  const [head] = (await ledger.slicesOf(receivable, 0, 1)).ids;
  if (head === undefined) throw new Error("The receivable has no slices.");
  const until = now + 30 * 86_400;
  await settled(ledger.freeze(head, 0, 1_000_00n, 4, ORDER, until));
  return head;
}

async function expectNoRawKeys(page: Page): Promise<void> {
  // As rendered: texts of neighbouring blocks, written without a space, would look like keys.
  const texts = await page.getByRole("main").allInnerTexts();
  expect(texts.join("\n")).not.toMatch(RAW_KEY);
}

test("frozen cents, a hold and an overdue receivable are shown as such, and nothing is offered that would fail", async ({
  page,
}) => {
  await openAs(page, "Huaxin Components");
  const court = await openCourt(page);
  const [open, late] = [court.find(486_300_00n), court.find(1_250_000_00n)];

  await test.step("a holder can't use what a court has frozen, and can use the rest", async () => {
    await freezeHead(court, open);
    await visit(page, "What I hold");
    const frozen = page.getByRole("row", { name: /1,000\.00.*20 Mar 2027/ });
    await expect(frozen).toContainText("Frozen by a legal order");
    await expect(frozen.getByRole("button")).toHaveCount(0);
    const rest = page.getByRole("row", { name: /485,300\.00/ });
    await expect(rest.getByRole("button", { name: "Pay suppliers…" })).toBeVisible();
    await picture(page, "orders-frozen");
    await settled(court.ledger.hold(open, ORDER));
    await expect(rest).toContainText("On hold");
    await expect(rest.getByRole("button")).toHaveCount(0);
    await settled(court.ledger.endHold(open));
    await expect(rest.getByRole("button", { name: "Pay suppliers…" })).toBeVisible();
  });

  await test.step("the receivable tells the orders in both languages", async () => {
    await page.goto(`/receivables/0x${open.toString(16).padStart(48, "0")}`);
    await expect(page.getByText(/Chongqing Supervision Office froze .*1,000\.00/)).toBeVisible();
    await expectNoRawKeys(page);
    await speak(page, "中文");
    await expect(page.getByText(/依法律文书冻结/)).toBeVisible();
    await expectNoRawKeys(page);
    await picture(page, "orders-history-zh");
    await speak(page, "English");
  });

  await test.step("who is late is told so, and pays all but what is frozen", async () => {
    await freezeHead(court, late);
    await settled(court.ledger.reportOverdue(late));
    await become(page, "Tallystick Operator");
    await visit(page, "Participants");
    await expect(page.getByRole("row", { name: /Yujiang Motors/ })).toContainText("Overdue");
    await become(page, "Yujiang Motors");
    await visit(page, "Receivables");
    await expect(page.getByRole("row", { name: /1,250,000\.00/ })).toContainText("Reported overdue");
    await visit(page, "Pay");
    const row = page.getByRole("row", { name: /1,250,000\.00/ });
    await row.getByRole("button", { name: "Pay…" }).click();
    await expect(page.getByRole("dialog")).toContainText("Stays with the desk for now");
    await picture(page, "orders-pay");
    await sign(page, /^Pay/);
    await done(page);
    await expect(page.getByRole("row", { name: /1,000\.00/ })).toContainText("waits for a legal order");
    await become(page, "Tallystick Operator");
    await visit(page, "Participants");
    await expect(page.getByRole("row", { name: /Yujiang Motors/ })).not.toContainText("Overdue");
  });

  await test.step("once they are released, the frozen cents are paid out", async () => {
    const { ids } = await court.ledger.slicesOf(late, 0, 1);
    expect(ids.map((each) => splitSliceId(each).start)).toEqual([0n]);
    await settled(court.ledger.release([...ids], ORDER));
    await become(page, "Yujiang Motors");
    await visit(page, "Pay");
    await page.getByRole("button", { name: "Pay out the rest…" }).click();
    await sign(page, "Pay out");
    await done(page);
    await page.goto(`/receivables/0x${late.toString(16).padStart(48, "0")}`);
    await expect(page.getByTestId("receivable-status")).toHaveText("Settled");
    await expect(page.getByText(/^Settled: every holder has been paid/)).toBeVisible();
    await expectNoRawKeys(page);
    await page.goto(`/receivables/0x${late.toString(16).padStart(48, "0")}/tree`);
    await expect(page.getByRole("region", { name: "Tree" })).toContainText("cut by a legal order");
    await expectNoRawKeys(page);
    court.provider.destroy();
  });
});
