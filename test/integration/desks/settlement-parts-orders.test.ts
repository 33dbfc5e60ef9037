import { expect } from "chai";
import { deployFundingDesks } from "../../helpers/exposureBook.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { startDay } from "../../helpers/network.ts";
import { DOCUMENT, FACE, PART, PLENTY, partPayments, SHARES } from "../../helpers/partPayments.ts";
import { STATUS } from "../../helpers/words.ts";

const FROZEN = 2;

describe("SettlementDesk: part payments of cents that are not simply paid", () => {
  const load = loaderOf(partPayments);

  describe("legal orders", () => {
    it("refuse frozen cents; their money waits and is paid after the release", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, supplier, second, third, desk, id, head, middle, last } = net;
      await net.freeze(middle, 7_000_000n, 9_000_000n);
      await startDay(net, net.dueDay);
      await expect(desk.payPart(id, PART, [head, middle]))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(middle, FROZEN);
      await expect(desk.payPart(id, PART, [head, last])).to.changeTokenBalances(
        ethers,
        cny,
        [supplier, second, third, settlementDesk],
        [SHARES[0], 0n, SHARES[2], SHARES[1]],
      );
      await expect(desk.payOut(id, [middle])).to.be.revertedWithCustomError(ledger, "Slices_Busy");
      await desk.pay(id, [head, last]);
      await expect(desk.payOut(id, [middle])).to.be.revertedWithCustomError(ledger, "Slices_Busy");
      await net.release(middle);
      await expect(settlementDesk.connect(net.stranger).payOut(id, [middle])).to.changeTokenBalances(
        ethers,
        cny,
        [second, settlementDesk],
        [2_000_000n, -2_000_000n],
      );
      expect((await ledger.receivableWordOf(id)) & 0xfn).to.equal(STATUS.SETTLED);
    });

    it("cut between two payments: both parts keep the mark, and get what the whole would have got", async () => {
      const net = await load();
      const { ethers, cny, settlementDesk, supplier, second, third, desk, id, slices, head, at } = net;
      await startDay(net, net.dueDay);
      await desk.payPart(id, PART, slices);
      await net.freeze(head, 3_000_001n, 3_000_002n);
      await net.release(at(3_000_001n));
      const cut = [head, at(3_000_001n), at(3_000_002n), ...slices.slice(1)];
      // 6 666 666 in all: floor of 70 % 4 666 666, of 90 % 5 999 999; each less what was had.
      await expect(desk.payPart(id, PART, cut)).to.changeTokenBalances(
        ethers,
        cny,
        [supplier, second, third],
        [2_333_333n, 666_667n, 333_333n],
      );
      expect((await settlementDesk.collectionOf(id)).held).to.equal(0n);
      await expect(desk.payOut(id, cut)).to.changeTokenBalance(ethers, cny, supplier, 0n);
      await desk.pay(id, cut);
      expect(await cny.balanceOf(settlementDesk)).to.equal(0);
      expect(await cny.balanceOf(supplier)).to.equal(PLENTY + 7_000_000n);
    });

    it("cut between two late payments to single cents: nobody is more than a cent off, and nothing is lost", async () => {
      const net = await load();
      const { cny, settlementDesk, supplier, second, third, desk, id, slices, head, at, dueDay } = net;
      await startDay(net, dueDay + 4);
      // Part of the penalty only: 99.99 of 200.00.
      await desk.payPart(id, 9_999n, slices);
      const cuts: [bigint, bigint][] = [
        [head, 1n],
        [at(2n), 2n],
        [at(3n), 3n],
        [at(4n), 700n],
        [at(701n), 701n],
      ];
      for (const [covering, cent] of cuts) {
        await net.freeze(covering, cent, cent + 1n);
        await net.release(at(cent));
      }
      const cut = [head, ...[1n, 2n, 3n, 4n, 700n, 701n, 702n].map(at), ...slices.slice(1)];
      await startDay(net, dueDay + 6);
      await desk.payPart(id, 25_000n, cut);
      await startDay(net, dueDay + 8);
      const { penalty: rest } = await settlementDesk.dueOf(id);
      const { penalty: paid } = await settlementDesk.collectionOf(id);
      const penalty = paid + rest;
      await desk.pay(id, []);
      for (const slice of [...cut].reverse()) await desk.payOut(id, [slice]);
      const off = async (who: { address: string }, from: bigint, to: bigint) => {
        const due = PLENTY + to - from + (penalty * to) / FACE - (penalty * from) / FACE;
        return (await cny.balanceOf(who.address)) - due;
      };
      expect(await off(supplier, 0n, 7_000_000n)).to.be.oneOf([-1n, 0n, 1n]);
      expect(await off(second, 7_000_000n, 9_000_000n)).to.be.oneOf([-1n, 0n, 1n]);
      expect(await off(third, 9_000_000n, FACE)).to.be.oneOf([-1n, 0n, 1n]);
      expect(await cny.balanceOf(settlementDesk)).to.equal(0);
    });

    it("hold: the obligor can pay in and names no slices; pay-outs wait for its end", async () => {
      const net = await load();
      const { ethers, ledger, cny, supervisor, supplier, desk, id, head, dueDay } = net;
      await startDay(net, dueDay);
      await desk.payPart(id, 10n, []);
      await ledger.connect(supervisor).hold(id, DOCUMENT);
      const until = await ledger.heldUntil(id);
      for (const call of [desk.payPart(id, PART, [head]), desk.payOut(id, [head]), desk.pay(id, [head])])
        await expect(call).to.be.revertedWithCustomError(ledger, "Slices_Held").withArgs(id, until);
      await desk.payPart(id, PART - 10n, []);
      await net.networkHelpers.time.increaseTo(until + 1n);
      await expect(desk.payOut(id, [head])).to.changeTokenBalance(ethers, cny, supplier, SHARES[0]);
    });
  });

  describe("the obligor's own cents", () => {
    it("are netted in parts and in full", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, obligor, supplier, second, third, desk, id, head, slices } = net;
      await ledger.connect(obligor).setStandingConsent(true);
      await ledger.connect(supplier).transfer(head, obligor.address, 0);
      await startDay(net, net.dueDay);
      const all = [obligor, second, third, settlementDesk];
      const part = desk.payPart(id, PART, slices);
      await expect(part).to.emit(settlementDesk, "SlicePaid").withArgs(head, obligor.address, SHARES[0]);
      await expect(part).to.changeTokenBalances(ethers, cny, all, [SHARES[0] - PART, SHARES[1], SHARES[2], 0n]);
      await expect(desk.pay(id, slices)).to.changeTokenBalances(ethers, cny, all, [
        -(3_000_000n - SHARES[1] - SHARES[2]),
        2_000_000n - SHARES[1],
        1_000_000n - SHARES[2],
        0n,
      ]);
    });

    it("move nothing when all that is paid is theirs", async () => {
      const net = await load();
      const { ledger, cny, settlementDesk, obligor, supplier, second, third, desk, id, slices, head, middle, last } =
        net;
      await ledger.connect(obligor).setStandingConsent(true);
      for (const [holder, slice] of [
        [supplier, head],
        [second, middle],
        [third, last],
      ] as const)
        await ledger.connect(holder).transfer(slice, obligor.address, 0);
      await startDay(net, net.dueDay);
      const part = desk.payPart(id, PART, slices);
      await expect(part).to.emit(settlementDesk, "SlicePaid").withArgs(head, obligor.address, SHARES[0]);
      await expect(part).not.to.emit(cny, "Transfer");
    });

    it("give back what was collected for them before, when it is more than is paid now", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, obligor, supplier, desk, id, head } = net;
      await ledger.connect(obligor).setStandingConsent(true);
      await ledger.connect(supplier).transfer(head, obligor.address, 0);
      await startDay(net, net.dueDay);
      await desk.payPart(id, 5_000_000n, []);
      // 70 % of 50 010.00 are 35 007.00, and 10.00 are to be paid.
      await expect(desk.payPart(id, 1_000n, [head])).to.changeTokenBalances(
        ethers,
        cny,
        [obligor, settlementDesk],
        [3_499_700n, -3_499_700n],
      );
      expect(await cny.balanceOf(settlementDesk)).to.equal(1_500_300n);
      expect((await settlementDesk.collectionOf(id)).held).to.equal(1_500_300n);
    });
  });

  describe("a slice that secures a loan", () => {
    async function locked() {
      const net = await load();
      const { ledger, second, middle, ethers, networkHelpers } = net;
      const made = await deployFundingDesks(net);
      const lender = await ethers.getImpersonatedSigner(await made.lender.getAddress());
      await networkHelpers.setBalance(lender.address, 10n ** 20n);
      await ledger.connect(second).setDeskEnabled(lender.address, true);
      await ledger.connect(lender).lockByDesk(middle, await ledger.sliceWordOf(middle));
      const { index } = await ledger.deskOf(lender);
      return { ...net, lender, index, otherDesk: made.desk };
    }

    it("has its money wait for the desk that locked it, paid in parts and in full", async () => {
      const net = await locked();
      const { ethers, cny, settlementDesk, second, supplier, third, lender, index, desk, id, slices, middle } = net;
      await startDay(net, net.dueDay);
      const tx = desk.payPart(id, PART, slices);
      await expect(tx).to.emit(settlementDesk, "SetAsideForLock").withArgs(middle, index, second.address, SHARES[1]);
      await expect(tx).to.changeTokenBalances(
        ethers,
        cny,
        [supplier, second, third, settlementDesk],
        [SHARES[0], 0n, SHARES[2], SHARES[1]],
      );
      await desk.pay(id, slices);
      expect(await settlementDesk.lockedMoneyOf(middle)).to.equal(2_000_000n);
      for (const caller of [second, net.bank, net.operator]) {
        await expect(settlementDesk.connect(caller).claimLocked(middle))
          .to.be.revertedWithCustomError(settlementDesk, "Settlement_NothingLocked")
          .withArgs(middle, caller.address);
      }
      const stranger = await ethers.getImpersonatedSigner(await net.otherDesk.getAddress());
      await net.networkHelpers.setBalance(stranger.address, 10n ** 20n);
      const own = settlementDesk.connect(lender);
      await expect(settlementDesk.connect(stranger).claimLocked(middle))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_NothingLocked")
        .withArgs(middle, stranger.address);
      const claimed = own.claimLocked(middle);
      await expect(claimed).to.emit(settlementDesk, "LockClaimed").withArgs(middle, lender.address, 2_000_000n);
      await expect(claimed).to.changeTokenBalances(ethers, cny, [lender, settlementDesk], [2_000_000n, -2_000_000n]);
      await expect(own.claimLocked(middle))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_NothingLocked")
        .withArgs(middle, lender.address);
    });

    it("has its money drawn to the settlement desk when the obligor pays directly", async () => {
      const net = await locked();
      const { ethers, cny, settlementDesk, obligor, second, desk, id, slices, middle } = net;
      await startDay(net, net.dueDay);
      await expect(desk.pay(id, slices)).to.changeTokenBalances(
        ethers,
        cny,
        [obligor, second, settlementDesk],
        [-FACE, 0n, 2_000_000n],
      );
      expect(await settlementDesk.lockedMoneyOf(middle)).to.equal(2_000_000n);
      expect(await settlementDesk.setAsideOf(second.address, 1)).to.equal(0);
    });

    it("is not netted when the obligor itself is the borrower", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, networkHelpers, supplier, obligor, desk, id, slices, head } = net;
      const made = await deployFundingDesks(net);
      const lender = await ethers.getImpersonatedSigner(await made.lender.getAddress());
      await networkHelpers.setBalance(lender.address, 10n ** 20n);
      await ledger.connect(obligor).setStandingConsent(true);
      await ledger.connect(obligor).setDeskEnabled(lender.address, true);
      await ledger.connect(supplier).transfer(head, obligor.address, 0);
      await ledger.connect(lender).lockByDesk(head, await ledger.sliceWordOf(head));
      await startDay(net, net.dueDay);
      await expect(desk.payPart(id, PART, slices)).to.changeTokenBalance(ethers, cny, obligor, -PART);
      expect(await settlementDesk.lockedMoneyOf(head)).to.equal(SHARES[0]);
      await expect(desk.pay(id, slices)).to.changeTokenBalance(ethers, cny, obligor, -(FACE - PART));
      expect(await settlementDesk.lockedMoneyOf(head)).to.equal(7_000_000n);
    });
  });
});
