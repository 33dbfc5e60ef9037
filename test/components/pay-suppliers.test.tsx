import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from "@tanstack/react-router";
import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { PolicyVersion } from "../../frontend/src/app/data/queries/policy.ts";
import type { LedgerClock } from "../../frontend/src/app/data/useLedgerClock.ts";
import type { Currency } from "../../frontend/src/app/deployment/deployment.ts";
import type { Holding } from "../../frontend/src/app/holdings/holding.ts";
import { PaymentEditor } from "../../frontend/src/features/pay-suppliers/PaymentEditor.tsx";
import { LateTable } from "../../frontend/src/features/portfolio/receipts/LateTable.tsx";
import { receiptsOf } from "../../frontend/src/features/portfolio/receipts/receipt.ts";
import { renderInApp } from "./inApp.tsx";

const TODAY = 20_778;
const policy = {
  ...{ consentAllowed: true, utcOffsetHours: 0, maxHops: 10 },
  ...{ graceDays: 3, defaultDays: 30, penaltyPpmPerDay: 500 },
} as PolicyVersion;
const clock: LedgerClock = { timestamp: BigInt(TODAY) * 86_400n, today: TODAY, policy };
const currency: Currency = {
  ...{ code: "CNY", index: 1, token: "0x00000000000000000000000000000000000000aa", tokenDecimals: 6 },
  ...{ minorDigits: 2, dayCount: "ACT", dayBase: 360 },
};
const [acme, beta] = [`0x${"0a".repeat(20)}`, `0x${"0b".repeat(20)}`];
const payees = [
  { account: acme, standingConsent: true, mayReceive: true },
  { account: beta, standingConsent: false, mayReceive: true },
];

/** A free slice; only what these components read. */
function slice(n: number, face: bigint, inDays: number): Holding {
  const receivable = `0x${n.toString(16).padStart(48, "0")}`;
  const dueDay = TODAY + inDays;
  return {
    ...{
      id: `${receivable}${"0".repeat(16)}`,
      receivableId: receivable,
      start: 0n,
      end: face,
      face,
      hops: 0,
      flags: 0,
    },
    ...{ state: "free", offer: null, smallest: 10_000n, policy },
    receivable: { id: receivable, obligor: `0x${"0c".repeat(20)}`, currency: 1, dueDay, face, status: "confirmed" },
  } as unknown as Holding;
}

async function render(children: React.ReactNode) {
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  return renderInApp(<RouterContextProvider router={router}>{children}</RouterContextProvider>);
}

async function open(holdings: readonly Holding[]) {
  const screen = await render(
    <main>
      <PaymentEditor holdings={holdings} currency={currency} payees={payees} clock={clock} />
    </main>,
  );
  const line = (n: number) => screen.getByRole("group", { name: `Payee ${n}` });
  return {
    screen,
    pay: async (n: number, to: string, amount: string) => {
      await userEvent.selectOptions(line(n).getByRole("combobox"), to);
      await userEvent.fill(line(n).getByRole("textbox"), amount);
    },
    paid: screen.getByTestId("proposal-total"),
    shares: screen.getByTestId("share"),
  };
}

describe("PaymentEditor", () => {
  beforeEach(() => page.viewport(1024, 800));

  it("proposes as it is typed, and says what can't be covered", async () => {
    const { screen, pay, paid } = await open([slice(1, 1_000_000n, 40), slice(2, 500_000n, 20)]);
    await pay(1, acme, "9000");
    await expect.element(paid).toHaveTextContent("CN¥9,000.00");
    await userEvent.click(screen.getByRole("button", { name: "Add a payee" }));
    await pay(2, beta, "7000");
    await expect.element(screen.getByText("CN¥1,000.00 can't be covered")).toBeVisible();
    await expect.element(paid).toHaveTextContent("CN¥15,000.00");
  });

  it("proposes anew when a slice is left out", async () => {
    const { screen, pay, shares } = await open([slice(1, 1_000_000n, 40), slice(2, 900_000n, 20)]);
    await pay(1, acme, "8000");
    await userEvent.click(screen.getByRole("button", { name: /^Leave out/ }));
    await expect.element(screen.getByRole("button", { name: /^Leave out: .*9,000\.00$/ })).toBeVisible();
    expect(shares.elements()).toHaveLength(1);
    await userEvent.click(screen.getByText("1 other free slice"));
    await userEvent.click(screen.getByRole("button", { name: /^Allow again/ }));
    await expect.element(screen.getByRole("button", { name: /^Leave out: .*10,000\.00$/ })).toBeVisible();
  });

  it("fits a phone", async () => {
    await page.viewport(390, 844);
    const { screen, pay } = await open([slice(1, 1_000_000n, 40), slice(2, 900_000n, 20)]);
    await pay(1, acme, "123.45");
    await userEvent.click(screen.getByRole("button", { name: "Add a payee" }));
    await pay(2, beta, "15000");
    await expect.element(screen.getByTestId("proposal-total")).toHaveTextContent("CN¥15,123.45");
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe("LateTable", () => {
  it("shows days, grace, the penalty to the cent and what can be done", async () => {
    const receipts = receiptsOf([slice(1, 20_000_000n, -31), slice(2, 1_000_000n, -2)], () => null, clock.timestamp);
    const screen = await render(<LateTable receipts={receipts} />);
    const texts = (id: string) =>
      screen
        .getByTestId(id)
        .elements()
        .map(({ textContent }) => textContent);
    expect(texts("days-late")).toEqual(["31 days late", "2 days late"]);
    expect(texts("late-penalty")).toEqual(["CN¥3,100.00", "CN¥0.00"]);
    expect(screen.getByRole("button", { name: "Report overdue…" }).elements()).toHaveLength(1);
  });
});
