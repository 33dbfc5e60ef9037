import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import type { StandingOfferRow } from "../../frontend/src/app/data/queries/offers.ts";
import { type BankMeans, byWorth, fitOffer } from "../../frontend/src/app/financing/offer-fit.ts";
import type { Lot } from "../../frontend/src/domain/standing-offer.ts";
import type { TakeableOffer } from "../../frontend/src/features/finance/Offers.tsx";
import { useOfferColumns } from "../../frontend/src/features/finance/useOfferColumns.tsx";
import { Table } from "../../frontend/src/ui/Table.tsx";
import { renderInApp } from "./inApp.tsx";

const TODAY = 20_778;
const at = { timestamp: 1_795_226_400n, today: TODAY };
const means: BankMeans = { mayAct: true, balance: null, allowance: null, exposureLeft: null };
/** The domain's second vector: 30 000 at 5.40 % for 170/360 pays 29 235.00. */
const lot: Lot = { face: 3_000_000n, dueDay: TODAY + 170, obligors: ["0xab"], currency: 1, need: null };

function offerAt(id: bigint, ratePpm: number, withRecourse: boolean): StandingOfferRow {
  return {
    ...{
      id,
      bank: `0x${String(id).repeat(40)}`,
      currency: 1,
      dayCount: "ACT",
      dayBase: 360,
      withRecourse,
      limited: false,
    },
    ...{ startsAt: 0n, expiresAt: at.timestamp, smallestFace: 1n, largestFace: lot.face, sellerLimit: 0n },
    ...{ tiers: [{ longestDays: 365, ratePpm }], obligors: ["0xab"], limit: lot.face, used: 0n },
    ...{ paused: false, withdrawn: false, postedAt: 0n, txHash: `0x${"00".repeat(32)}` },
  };
}

const offers = [offerAt(1n, 54_000, false), offerAt(2n, 38_500, true), offerAt(3n, 120_000, false)];

function takeable(need: Lot["need"]): TakeableOffer[] {
  const currency = { minorDigits: 2, tokenDecimals: 6 };
  const fits = offers.map((offer) => ({ offer, ...fitOffer({ ...lot, need }, offer, 0n, means, at, currency) }));
  return byWorth(fits).flatMap(({ offer, price }) => (price ? [{ offer, price }] : []));
}

function Comparison({ need, onTake }: { need: Lot["need"]; onTake: (offer: TakeableOffer) => void }) {
  const columns = useOfferColumns(1, need !== null, onTake);
  return (
    <Table
      exportAs={null}
      caption="Offers"
      columns={columns}
      rows={takeable(need)}
      rowKey={({ offer }) => String(offer.id)}
    />
  );
}

describe("offers side by side", () => {
  it("names net, discount, yearly cost and recourse of each, the most cash first", async () => {
    const screen = await renderInApp(<Comparison need={null} onTake={() => undefined} />);
    const rows = screen.getByRole("row").elements().slice(1);
    const texts = rows.map((row) => [...row.children].slice(1, -1).map((cell) => cell.textContent));
    expect(texts).toEqual([
      ["With recourse", "3.85%", "170", "CN¥545.42", "CN¥29,454.58", "3.9213%"],
      ["Without recourse", "5.40%", "170", "CN¥765.00", "CN¥29,235.00", "5.5413%"],
      ["Without recourse", "12.00%", "170", "CN¥1,700.00", "CN¥28,300.00", "12.7208%"],
    ]);
  });

  it("shows the face each would need where only cash is asked for, the fewest cents first", async () => {
    const need = { cash: 1_000_000n, smallest: 100n };
    const screen = await renderInApp(<Comparison need={need} onTake={() => undefined} />);
    const faces = screen
      .getByTestId("offer-face")
      .elements()
      .map(({ textContent }) => textContent);
    const nets = screen
      .getByTestId("offer-net")
      .elements()
      .map(({ textContent }) => textContent);
    expect(faces).toEqual(["CN¥10,185.17", "CN¥10,261.67", "CN¥10,600.71"]);
    expect(nets).toEqual(["CN¥10,000.00", "CN¥10,000.00", "CN¥10,000.00"]);
  });

  it("is taken by keyboard", async () => {
    const taken: bigint[] = [];
    const screen = await renderInApp(<Comparison need={null} onTake={({ offer }) => taken.push(offer.id)} />);
    const [, second] = screen.getByRole("button").elements();
    if (!(second instanceof HTMLElement)) throw new Error("a button for each offer expected");
    second.focus();
    await userEvent.keyboard("{Enter}");
    expect(taken).toEqual([1n]);
  });
});
