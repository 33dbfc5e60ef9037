import { expect } from "chai";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, startDay } from "../../helpers/network.ts";
import { PART, PLENTY, partPayments, SHARES } from "../../helpers/partPayments.ts";
import { STATUS } from "../../helpers/words.ts";

const RESERVED = 1;
const FROZEN = 2;
const RETIRED = 4;

describe("SettlementDesk: before the due day", () => {
  const load = loaderOf(partPayments);

  describe("payEarly", () => {
    it("refuses no slices, and as many words as it has not", async () => {
      const { settlementDesk, desk, id, head, supplier, obligor } = await load();
      await expect(desk.payEarly(id, [], []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_NothingPaid")
        .withArgs(id);
      await expect(desk.payEarly(id, [head], []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_WordsMissing")
        .withArgs(1, 0);
      await expect(settlementDesk.connect(supplier).payEarly(id, [head], [1n]))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_NotObligor")
        .withArgs(id, supplier.address, obligor.address);
    });

    it("refuses a slice that was split or moved first, and pays nothing", async () => {
      const { ledger, cny, desk, supplier, second, third, obligor, id, head, middle } = await load();
      const [headWord = 0n, middleWord = 0n] = await ledger.sliceWordsOf([head, middle]);
      await ledger.connect(supplier).split(head, [1_000_000n]);
      await ledger.connect(second).transfer(middle, third.address, 0);
      for (const [slice, expected] of [
        [head, headWord],
        [middle, middleWord],
      ] as const) {
        await expect(desk.payEarly(id, [slice], [expected]))
          .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
          .withArgs(slice, expected, await ledger.sliceWordOf(slice));
      }
      await expect(desk.payEarly(id, [head], [0n]))
        .to.be.revertedWithCustomError(ledger, "Desk_WordMissing")
        .withArgs(head);
      expect(await cny.balanceOf(obligor)).to.equal(PLENTY);
    });

    it("refuses what is reserved, frozen, paid early before, the obligor's, or of another receivable", async () => {
      const net = await load();
      const { ledger, settlementDesk, desk, supplier, second, cautious, obligor, id, head, middle, last } = net;
      const other = await confirmedReceivable(net, { number: "INV-2" });
      await ledger.connect(supplier).transfer(head, cautious.address, net.dueDay * 86_400);
      await net.freeze(middle, 7_000_000n, 9_000_000n);
      await desk.payEarly(id, [last], [await ledger.sliceWordOf(last)]);
      for (const [slice, flags] of [
        [head, RESERVED],
        [middle, FROZEN],
        [last, RETIRED],
      ] as const) {
        await expect(desk.payEarly(id, [slice], [await ledger.sliceWordOf(slice)]))
          .to.be.revertedWithCustomError(ledger, "Slices_Busy")
          .withArgs(slice, flags);
      }
      await expect(desk.payEarly(id, [other.slice], [await ledger.sliceWordOf(other.slice)]))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_OtherReceivable")
        .withArgs(other.slice, id);
      await net.release(middle);
      await ledger.connect(obligor).setStandingConsent(true);
      await ledger.connect(second).transfer(middle, obligor.address, 0);
      await expect(desk.payEarly(id, [middle], [await ledger.sliceWordOf(middle)]))
        .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
        .withArgs(middle, obligor.address);
    });

    it("refuses from the due day on", async () => {
      const net = await load();
      const { ledger, desk, id, head, dueDay } = net;
      await startDay(net, dueDay);
      await expect(desk.payEarly(id, [head], [await ledger.sliceWordOf(head)]))
        .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
        .withArgs(id, dueDay, dueDay);
    });

    it("pays the face at once, and what it paid is netted in parts and in the end", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, obligor, supplier, second, third, desk, id, slices, middle } = net;
      const early = desk.payEarly(id, [middle], [await ledger.sliceWordOf(middle)]);
      await expect(early)
        .to.emit(settlementDesk, "ObligorPaidEarly")
        .withArgs(id, obligor.address, 2_000_000n)
        .and.to.emit(settlementDesk, "SlicePaid")
        .withArgs(middle, second.address, 2_000_000n);
      await expect(early).to.changeTokenBalances(ethers, cny, [obligor, second], [-2_000_000n, 2_000_000n]);
      expect(await ledger.retiredOf(id)).to.equal(2_000_000n);
      await startDay(net, net.dueDay);
      const all = [obligor, supplier, second, third];
      await expect(desk.payPart(id, PART, slices)).to.changeTokenBalances(ethers, cny, all, [
        SHARES[1] - PART,
        SHARES[0],
        0n,
        SHARES[2],
      ]);
      await expect(desk.pay(id, slices)).to.changeTokenBalances(ethers, cny, all, [
        -(8_000_000n - SHARES[0] - SHARES[2]),
        7_000_000n - SHARES[0],
        0n,
        1_000_000n - SHARES[2],
      ]);
      expect((await ledger.receivableWordOf(id)) & 0xfn).to.equal(STATUS.SETTLED);
      expect(await cny.balanceOf(settlementDesk)).to.equal(0);
    });
  });
});
