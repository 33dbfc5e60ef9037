import { expect } from "chai";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId, startDay, todayOf } from "../../helpers/network.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";
import { MARK, receivableWord, STATUS } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const PLENTY = 3_000_000_000_000n;
const EUR = 2;
const EUR_SCALE = 10_000n;
const GRACE_DAYS = 3;
/** 500 ppm a day of 100 000.00 for four days. */
const PENALTY = 20_000n;

async function fixture(net: Network) {
  return { ...(await threeHolders(net)), desk: net.settlementDesk.connect(net.obligor) };
}

describe("SettlementDesk", () => {
  const load = loaderOf(fixture);

  describe("pay", () => {
    it("reverts for everybody but the obligor, and for an unknown receivable", async () => {
      const net = await load();
      const { settlementDesk, supplier, obligor, desk, id, slices, dueDay } = net;
      await startDay(net, dueDay);
      await expect(settlementDesk.connect(supplier).pay(id, slices))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_NotObligor")
        .withArgs(id, supplier.address, obligor.address);
      await expect(desk.pay(id ^ 1n, []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_NotObligor")
        .withArgs(id ^ 1n, obligor.address, `0x${"00".repeat(20)}`);
    });

    it("reverts before the due day: 23:59:59 is too early, 00:00:00 in UTC+8 is not", async () => {
      const net = await load();
      const { ledger, desk, id, slices, dueDay } = net;
      const midnight = dueDay * 86_400 - 8 * 3600;
      await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
      await expect(desk.pay(id, slices))
        .to.be.revertedWithCustomError(ledger, "Slices_NotYetDue")
        .withArgs(id, dueDay, dueDay - 1);
      await net.networkHelpers.time.setNextBlockTimestamp(midnight);
      await desk.pay(id, slices);
    });

    it("reverts for another receivable's slice, an unknown one, and one named twice", async () => {
      const net = await load();
      const { ledger, desk, id, head, dueDay } = net;
      const other = await confirmedReceivable(net, { number: "INV-2" });
      await startDay(net, dueDay);
      await expect(desk.pay(id, [other.slice]))
        .to.be.revertedWithCustomError(ledger, "Slices_OtherReceivable")
        .withArgs(other.slice, id);
      for (const ids of [[head + 1n], [head, head]]) {
        await expect(desk.pay(id, ids))
          .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
          .withArgs(ids[ids.length - 1]);
      }
    });

    it("reverts when cash is missing or not approved, and says how much", async () => {
      const net = await load();
      const { cny, settlementDesk, obligor, operator, desk, id, slices, dueDay } = net;
      const token = await cny.getAddress();
      await startDay(net, dueDay);
      await cny.connect(obligor).approve(settlementDesk, FACE - 1n);
      await expect(desk.pay(id, slices))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_CashMissing")
        .withArgs(token, FACE, PLENTY, FACE - 1n);
      await cny.connect(obligor).approve(settlementDesk, PLENTY);
      await cny.connect(obligor).transfer(operator.address, PLENTY - FACE + 1n);
      await expect(desk.pay(id, []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_CashMissing")
        .withArgs(token, FACE, FACE - 1n, PLENTY);
    });

    it("reverts a second time, whether the first paid all slices or some", async () => {
      const net = await load();
      const { ledger, settlementDesk, desk, id, head, slices, terms, dueDay } = net;
      await startDay(net, dueDay);
      const snapshot = await net.networkHelpers.takeSnapshot();
      await desk.pay(id, slices);
      const settled = receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY);
      await expect(desk.pay(id, [])).to.be.revertedWithCustomError(ledger, "Slices_NotLive").withArgs(id, settled);
      await snapshot.restore();
      await desk.pay(id, [head]);
      await expect(desk.pay(id, []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_AlreadyPaid")
        .withArgs(id);
    });

    it("pays every holder straight from the obligor and settles", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, obligor, supplier, second, third, desk, id, slices, terms } = net;
      await startDay(net, net.dueDay);
      const tx = desk.pay(id, slices);
      await expect(tx)
        .to.emit(settlementDesk, "ObligorPaid")
        .withArgs(id, obligor.address, FACE, 0, 0, 0)
        .and.to.emit(settlementDesk, "SlicePaid")
        .withArgs(net.middle, second.address, 2_000_000n);
      await expect(tx).to.changeTokenBalances(
        ethers,
        cny,
        [obligor, supplier, second, third, settlementDesk],
        [-FACE, 7_000_000n, 2_000_000n, 1_000_000n, 0n],
      );
      expect(await ledger.receivableWordOf(id)).to.equal(receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY));
      expect(await settlementDesk.collectionOf(id)).to.deep.equal([0n, 0n, 0n, 0n, 0n, 0n]);
      expect(await settlementDesk.dueOf(id)).to.deep.equal([0n, 0n, 0n]);
    });

    it("pays a suspended holder too, and the payer of an open offer", async () => {
      const net = await load();
      const { ethers, ledger, cny, supplier, cautious, second, desk, id, head, slices, dueDay } = net;
      await ledger.connect(supplier).transfer(head, cautious.address, dueDay * 86_400);
      await ledger.suspend(second.address);
      await startDay(net, dueDay);
      await expect(desk.pay(id, slices)).to.changeTokenBalances(
        ethers,
        cny,
        [supplier, cautious, second],
        [7_000_000n, 0n, 2_000_000n],
      );
    });

    it("nets what the obligor holds itself", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, obligor, supplier, desk, id, head, slices, dueDay } = net;
      await ledger.connect(obligor).setStandingConsent(true);
      await ledger.connect(supplier).transfer(head, obligor.address, 0);
      await cny.connect(obligor).approve(settlementDesk, 3_000_000n);
      await startDay(net, dueDay);
      const tx = desk.pay(id, slices);
      await expect(tx).to.emit(settlementDesk, "SlicePaid").withArgs(head, obligor.address, 7_000_000n);
      await expect(tx).to.changeTokenBalances(ethers, cny, [obligor, supplier], [-3_000_000n, 0n]);
    });

    it("bears no penalty within grace", async () => {
      const net = await load();
      const { ethers, cny, settlementDesk, obligor, desk, id, slices, dueDay } = net;
      await startDay(net, dueDay + GRACE_DAYS);
      expect(await settlementDesk.dueOf(id)).to.deep.equal([FACE, 0n, BigInt(GRACE_DAYS)]);
      await expect(desk.pay(id, slices)).to.changeTokenBalance(ethers, cny, obligor, -FACE);
    });

    it("bears a penalty after grace from the day after due, telescoped to the cent", async () => {
      const net = await load();
      const { ethers, cny, settlementDesk, obligor, supplier, second, third, desk, id, slices, dueDay } = net;
      await startDay(net, dueDay + GRACE_DAYS + 1);
      expect(await settlementDesk.dueOf(id)).to.deep.equal([FACE, PENALTY, 4n]);
      const tx = desk.pay(id, slices);
      await expect(tx).to.emit(settlementDesk, "ObligorPaid").withArgs(id, obligor.address, FACE, PENALTY, 4, 0);
      await expect(tx).to.changeTokenBalances(
        ethers,
        cny,
        [obligor, supplier, second, third],
        [-FACE - PENALTY, 7_014_000n, 2_004_000n, 1_002_000n],
      );
    });

    it("rounds a penalty once, whatever the splits", async () => {
      const net = await load();
      const { ethers, cny, supplier, second, third, obligor, desk } = net;
      const { id } = await confirmedReceivable(net, { number: "odd", face: 1_001n });
      const parts = [
        { to: second.address, amount: 333n },
        { to: third.address, amount: 334n },
      ];
      await net.ledger.connect(supplier).splitAndTransfer(sliceId(id, 0n), parts, 0);
      await startDay(net, net.dueDay + 7);
      // 1 001 · 500 ppm · 7 = 3.5035, rounded to 4; cents [0,334) [334,667) [667,1001) get 1, 1 and 2 of them.
      const ids = [0n, 334n, 667n].map((start) => sliceId(id, start));
      await expect(desk.pay(id, ids)).to.changeTokenBalances(
        ethers,
        cny,
        [obligor, supplier, second, third],
        [-1_005n, 335n, 334n, 336n],
      );
    });

    it("pays cents in a token of six decimals", async () => {
      const net = await load();
      const { ethers, eur, obligor, supplier, desk } = net;
      const { id, slice } = await confirmedReceivable(net, { number: "EUR", currency: EUR, face: 12_345n });
      await startDay(net, net.dueDay);
      await expect(desk.pay(id, [slice])).to.changeTokenBalances(
        ethers,
        eur,
        [obligor, supplier],
        [-12_345n * EUR_SCALE, 12_345n * EUR_SCALE],
      );
    });
  });

  describe("payOut", () => {
    it("reverts before the obligor has paid, and after everything is paid", async () => {
      const net = await load();
      const { ledger, settlementDesk, stranger, desk, id, head, slices, dueDay } = net;
      const payOut = () => settlementDesk.connect(stranger).payOut(id, slices);
      await startDay(net, dueDay);
      await expect(payOut()).to.be.revertedWithCustomError(settlementDesk, "Settlement_NotPaid").withArgs(id);
      await desk.pay(id, []);
      await payOut();
      await expect(settlementDesk.connect(stranger).payOut(id, [head])).to.be.revertedWithCustomError(
        ledger,
        "Slices_NotLive",
      );
    });

    it("reverts for a slice that was paid already", async () => {
      const net = await load();
      const { ledger, desk, id, head, dueDay } = net;
      await startDay(net, dueDay);
      await desk.pay(id, [head]);
      await expect(desk.payOut(id, [head]))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(head);
    });

    it("lets a stranger pay out the rest in batches, with the penalty of the day it was paid", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, obligor, supplier, second, third, stranger, desk, id } = net;
      const { head, middle, last, terms, dueDay } = net;
      await startDay(net, dueDay + GRACE_DAYS + 1);
      const rest = 3_006_000n;
      const paid = desk.pay(id, [head]);
      await expect(paid).to.emit(settlementDesk, "ObligorPaid").withArgs(id, obligor.address, FACE, PENALTY, 4, rest);
      await expect(paid).to.changeTokenBalances(
        ethers,
        cny,
        [obligor, supplier, settlementDesk],
        [-FACE - PENALTY, 7_014_000n, rest],
      );
      expect(await settlementDesk.collectionOf(id)).to.deep.equal([FACE, PENALTY, rest, 0n, 0n, 0n]);
      await startDay(net, dueDay + 60);
      await expect(settlementDesk.connect(stranger).payOut(id, [last])).to.changeTokenBalance(
        ethers,
        cny,
        third,
        1_002_000n,
      );
      const lastBatch = settlementDesk.connect(stranger).payOut(id, [middle]);
      await expect(lastBatch).to.emit(settlementDesk, "SlicePaid").withArgs(middle, second.address, 2_004_000n);
      await expect(lastBatch).to.changeTokenBalances(ethers, cny, [second, stranger], [2_004_000n, 0n]);
      expect(await settlementDesk.collectionOf(id)).to.deep.equal([FACE, PENALTY, 0n, 0n, 0n, 0n]);
      expect(await cny.balanceOf(settlementDesk)).to.equal(0);
      expect(await ledger.receivableWordOf(id)).to.equal(
        receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY | MARK.PAID_INTO),
      );
    });

    it("returns to the obligor what it collected for the obligor's own slice", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, obligor, supplier, stranger, desk, id, head, dueDay } = net;
      await ledger.connect(obligor).setStandingConsent(true);
      await ledger.connect(supplier).transfer(head, obligor.address, 0);
      await startDay(net, dueDay);
      await desk.pay(id, []);
      await expect(settlementDesk.connect(stranger).payOut(id, [head])).to.changeTokenBalances(
        ethers,
        cny,
        [obligor, settlementDesk],
        [7_000_000n, -7_000_000n],
      );
    });
  });

  it("says nothing is late before the due day", async () => {
    const net = await load();
    expect(await net.settlementDesk.dueOf(net.id)).to.deep.equal([FACE, 0n, 0n]);
    expect(await todayOf(net)).to.be.lessThan(net.dueDay);
  });
});
