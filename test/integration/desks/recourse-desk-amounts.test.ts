import { expect } from "chai";
import { DOCUMENT, FAR } from "../../helpers/deskActs.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, sliceId, startDay } from "../../helpers/network.ts";
import { boughtWithRecourse, LINK } from "../../helpers/recourse.ts";

/** Face 100 000.00, penalty 500 ppm a day, days of grace 3; the bank holds [0, 7m). Default on the 31st day after the due day. */
const HEAD = 7_000_000n;
const LINK_ID = 1n;
const EUR = 2;
/** Token units in one cent of the EUR test token, which has six decimals. */
const EUR_SCALE = 10_000n;

describe("RecourseDesk: what is claimed", () => {
  const load = loaderOf(async (net: Network) => boughtWithRecourse(net));

  async function payInPart(net: Network & { id: bigint; dueDay: number }, day: number, amount: bigint, ids: bigint[]) {
    await startDay(net, net.dueDay + day);
    await net.settlementDesk.connect(net.obligor).payPart(net.id, amount, ids);
  }

  it("grows with the penalty, day by day", async () => {
    const net = await load();
    const { recourse, head, dueDay } = net;
    await net.declareDefault();
    // 100 000.00 · 500 ppm · 41 = 2 050.00, of which 70 %.
    await startDay(net, dueDay + 41);
    expect(await recourse.claimOf(LINK_ID, head)).to.deep.equal([HEAD, 0n, 143_500n, 7_143_500n, 0n]);
  });

  it("is less by what a payment within grace has brought, which bore no penalty", async () => {
    const net = await load();
    await payInPart(net, 2, 1_000_000n, [net.head]);
    await net.declareDefault();
    // 70 % of 10 000.00 recovered; 90 000.00 · 500 ppm · 31 = 1 395.00, of which 70 %.
    expect(await net.recourse.claimOf(LINK_ID, net.head)).to.deep.equal([HEAD, 700_000n, 97_650n, 6_397_650n, 0n]);
  });

  it("is less by what a late part payment has brought, of the face and of the penalty", async () => {
    const net = await load();
    // 20 500.00 on day 10: 500.00 is the penalty, 20 000.00 goes to the face. The slice gets 350.00 and 14 000.00.
    await payInPart(net, 10, 2_050_000n, [net.head]);
    await net.declareDefault();
    // 80 000.00 · 500 ppm · 21 more days = 840.00; accrued in all 1 340.00, of which the slice's 938.00, less 350.00.
    expect(await net.recourse.claimOf(LINK_ID, net.head)).to.deep.equal([HEAD, 1_400_000n, 58_800n, 5_658_800n, 0n]);
  });

  it("is what the obligor's payment in full would bring the slice, to the cent, after odd payments", async () => {
    const net = await load();
    const { ethers, cny, recourse, settlementDesk, obligor, supplier, bank, id, head } = net;
    await payInPart(net, 5, 333_337n, [head]);
    await payInPart(net, 17, 1_234_567n, [head]);
    await net.declareDefault(37);
    const { amount } = await recourse.claimOf(LINK_ID, head);
    const snapshot = await net.networkHelpers.takeSnapshot();
    await expect(settlementDesk.connect(obligor).pay(id, [head])).to.changeTokenBalance(ethers, cny, bank, amount);
    await snapshot.restore();
    await expect(net.payFor(LINK_ID, head)).to.changeTokenBalance(ethers, cny, supplier, -amount);
  });

  it("waits until what was collected for the slice is paid out, by anyone", async () => {
    const net = await load();
    const { recourse, settlementDesk, outsider, bank, id, head } = net;
    await payInPart(net, 10, 2_050_000n, []);
    await net.declareDefault();
    // Nothing had: 938.00 of penalty to get; 14 350.00 lie ready.
    expect(await recourse.claimOf(LINK_ID, head)).to.deep.equal([HEAD, 0n, 93_800n, 7_093_800n, 1_435_000n]);
    for (const attempt of [() => recourse.connect(bank).demand(LINK_ID, head), () => net.payFor(LINK_ID, head)])
      await expect(attempt())
        .to.be.revertedWithCustomError(recourse, "Recourse_PayOutFirst")
        .withArgs(head, 1_435_000n);
    await settlementDesk.connect(outsider).payOut(id, [head]);
    expect(await recourse.claimOf(LINK_ID, head)).to.deep.equal([HEAD, 1_400_000n, 58_800n, 5_658_800n, 0n]);
    await net.payFor(LINK_ID, head);
  });

  it("leaves to the seller what the obligor pays after the return, in part and then in full", async () => {
    const net = await load();
    const { ethers, cny, settlementDesk, obligor, supplier, bank, id, head } = net;
    await net.declareDefault();
    await net.payFor(LINK_ID, head);
    // 11 550.00 on the same day: 1 550.00 penalty and 10 000.00 of the face.
    const part = settlementDesk.connect(obligor).payPart(id, 1_155_000n, [head]);
    await expect(part).to.changeTokenBalances(ethers, cny, [supplier, bank], [808_500n, 0n]);
    await expect(settlementDesk.connect(obligor).pay(id, [head])).to.changeTokenBalances(
      ethers,
      cny,
      [supplier, bank],
      [6_300_000n, 0n],
    );
  });

  it("of the parts of a legal cut is, together, that of the whole", async () => {
    const net = await load();
    const { ledger, recourse, supervisor, supplier, id, head } = net;
    const part = sliceId(id, 3_333_333n);
    await net.declareDefault();
    const by = ledger.connect(supervisor);
    await by.freeze(head, 3_333_333n, HEAD, 1, DOCUMENT, FAR);
    await by.release([part], DOCUMENT);
    // 1 550.00 · 3 333 333 / 10 000 000 = 516.66 and some, rounded down; the rest of 1 085.00 is the other part's.
    expect(await recourse.claimOf(LINK_ID, head)).to.deep.equal([3_333_333n, 0n, 51_666n, 3_384_999n, 0n]);
    expect(await recourse.claimOf(LINK_ID, part)).to.deep.equal([3_666_667n, 0n, 56_834n, 3_723_501n, 0n]);
    await net.payFor(LINK_ID, part);
    // The link was narrowed to the part; the cents before it go on under link 2.
    expect(await recourse.linkOf(LINK_ID)).to.deep.equal([
      part,
      supplier.address,
      HEAD,
      0n,
      LINK.RETURNED,
      net.bank.address,
    ]);
    expect(await recourse.claimOf(2, head)).to.deep.equal([3_333_333n, 0n, 51_666n, 3_384_999n, 0n]);
    await net.payFor(2n, head);
    expect(await ledger.ownerOf(head)).to.equal(supplier.address);
  });

  it("asks for no penalty where a legal cut left a cent that has had more than its share", async () => {
    const net = await load();
    const { ledger, recourse, supervisor, id, head } = net;
    // Part of the penalty only: 99.99 of 500.00, of which 99.98 are sure to be due to [0, 7m) whatever comes.
    await payInPart(net, 10, 9_999n, [head]);
    await net.declareDefault();
    const cent = sliceId(id, 1_000n);
    const by = ledger.connect(supervisor);
    await by.freeze(head, 1_000n, 1_001n, 1, DOCUMENT, FAR);
    await by.release([cent], DOCUMENT);
    // Had: floor(9 998 · 1 001 / 10^7) − floor(9 998 · 1 000 / 10^7) = 1. Of 1 550.00 it would be floor(15.5155) − floor(15.5) = 0.
    expect(await recourse.claimOf(LINK_ID, cent)).to.deep.equal([1n, 0n, 0n, 1n, 0n]);
  });

  it("counts as undrawn no more than the desk still holds, when cuts have rounded others up", async () => {
    const net = await load();
    const { ethers, cny, ledger, recourse, settlementDesk, obligor, outsider, supervisor, bank } = net;
    const { id, head, middle, last } = net;
    await payInPart(net, 140, 327_315n, [head]);
    await net.declareDefault(228);
    const by = ledger.connect(supervisor);
    const cents = [1_551_354n, 3_246_637n, 5_914_717n].map((from) => ({ from, cent: sliceId(id, from) }));
    let covering = head;
    for (const { from, cent } of cents) {
      await by.freeze(covering, from, from + 1n, 1, DOCUMENT, FAR);
      await by.release([cent], DOCUMENT);
      covering = sliceId(id, from + 1n);
    }
    // 11 400.00 is the penalty on 228 days, of which 3 273.15 were paid; 41 544.06 of the face. Everybody draws, but for [0, 1 551 354).
    const others = [...cents.flatMap(({ from, cent }) => [cent, sliceId(id, from + 1n)]), middle, last];
    await settlementDesk.connect(obligor).payPart(id, 1_140_000n - 327_315n + 4_154_406n, others);
    expect((await settlementDesk.collectionOf(id)).held).to.equal(770_570n);
    // 6 444.95 of the face; of the penalty 1 260.76 would be due, and the desk can be sure of 1 260.74.
    expect((await recourse.claimOf(LINK_ID, head)).undrawn).to.equal(770_569n);
    await expect(settlementDesk.connect(outsider).payOut(id, [head])).to.changeTokenBalance(
      ethers,
      cny,
      bank,
      770_569n,
    );
  });

  it("is not changed by cents that were paid before the due day", async () => {
    const net = await load();
    const { ledger, settlementDesk, recourse, obligor, id, head, last } = net;
    await settlementDesk.connect(obligor).payEarly(id, [last], [await ledger.sliceWordOf(last)]);
    await net.declareDefault();
    expect((await recourse.claimOf(LINK_ID, head)).amount).to.equal(7_108_500n);
  });

  it("of a cent that is paid, when no penalty falls on it, is nothing", async () => {
    const net = await load();
    const { ledger, recourse, settlementDesk, obligor, supervisor, bank, id, head } = net;
    const by = ledger.connect(supervisor);
    const cent = sliceId(id, HEAD - 1n);
    await by.freeze(head, HEAD - 1n, HEAD, 1, DOCUMENT, FAR);
    await by.release([cent], DOCUMENT);
    await startDay(net, net.dueDay);
    // 99 999.99 of 100 000.00: floor(6 999 999.3) − floor(6 999 998.3) = 1 cent of the face.
    await settlementDesk.connect(obligor).payPart(id, 9_999_999n, [cent]);
    await net.declareDefault();
    expect(await recourse.claimOf(LINK_ID, cent)).to.deep.equal([1n, 1n, 0n, 0n, 0n]);
    for (const attempt of [() => recourse.connect(bank).demand(LINK_ID, cent), () => net.payFor(LINK_ID, cent)])
      await expect(attempt()).to.be.revertedWithCustomError(recourse, "Recourse_NothingToClaim").withArgs(cent);
  });

  describe("in a token of six decimals", () => {
    const loadEuro = loaderOf(async (net: Network) => boughtWithRecourse(net, { currency: EUR }));

    it("is paid in cents all the same", async () => {
      const net = await loadEuro();
      const { ethers, eur, supplier, bank, head } = net;
      await net.declareDefault();
      const units = 7_108_500n * EUR_SCALE;
      await expect(net.payFor(LINK_ID, head)).to.changeTokenBalances(ethers, eur, [supplier, bank], [-units, units]);
    });
  });
});
