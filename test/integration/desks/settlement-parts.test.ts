import { expect } from "chai";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, sliceId, startDay } from "../../helpers/network.ts";
import { DOCUMENT, FACE, FREEZE_REASON, PART, PLENTY, partPayments, SHARES } from "../../helpers/partPayments.ts";
import { STATUS } from "../../helpers/words.ts";

const GRACE_DAYS = 3;

describe("SettlementDesk: part payments", () => {
  const load = loaderOf(partPayments);

  describe("payPart reverts", () => {
    it("for everybody but the obligor, and before the due day", async () => {
      const net = await load();
      const { ledger, settlementDesk, supplier, obligor, desk, id, dueDay } = net;
      await expect(desk.payPart(id, 1n, []))
        .to.be.revertedWithCustomError(ledger, "Slices_NotYetDue")
        .withArgs(id, dueDay, dueDay - 90);
      await startDay(net, dueDay);
      await expect(settlementDesk.connect(supplier).payPart(id, 1n, []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_NotObligor")
        .withArgs(id, supplier.address, obligor.address);
    });

    it("for nothing, and for a cent more than is owed: face on the due day, face and penalty when late", async () => {
      const net = await load();
      const { settlementDesk, desk, id, dueDay } = net;
      await startDay(net, dueDay);
      await expect(desk.payPart(id, 0n, []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_NothingPaid")
        .withArgs(id);
      await expect(desk.payPart(id, FACE + 1n, []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_Overpaid")
        .withArgs(id, FACE + 1n, FACE);
      await desk.payPart(id, 4_000_000n, []);
      await expect(desk.payPart(id, 6_000_001n, []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_Overpaid")
        .withArgs(id, 6_000_001n, 6_000_000n);
      await startDay(net, dueDay + GRACE_DAYS + 1);
      // 60 000.00 at 500 ppm a day for four days.
      await expect(desk.payPart(id, 6_012_001n, []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_Overpaid")
        .withArgs(id, 6_012_001n, 6_012_000n);
    });

    it("for slices named twice, out of order, unknown, crafted or of another receivable, and takes no cash", async () => {
      const net = await load();
      const { ledger, cny, obligor, desk, id, head, middle, last, dueDay } = net;
      const other = await confirmedReceivable(net, { number: "INV-2" });
      await startDay(net, dueDay);
      const refusals: [bigint[], string, unknown[]][] = [
        [[head, head], "Desk_NotAscending", [head]],
        [[last, last], "Desk_NotAscending", [last]],
        [[middle, head], "Desk_NotAscending", [head]],
        [[head, last, middle], "Desk_NotAscending", [middle]],
        [[head + 1n], "Slices_Unknown", [head + 1n]],
        [[head | (1n << 48n)], "Slices_Unknown", [head | (1n << 48n)]],
        [[other.slice], "Slices_OtherReceivable", [other.slice, id]],
      ];
      for (const [ids, name, args] of refusals) {
        await expect(desk.payPart(id, PART, ids))
          .to.be.revertedWithCustomError(ledger, name)
          .withArgs(...args);
      }
      expect(await cny.balanceOf(obligor)).to.equal(PLENTY);
    });

    it("when cash is missing or not approved, and says how much", async () => {
      const net = await load();
      const { cny, settlementDesk, obligor, desk, id, slices, dueDay } = net;
      await startDay(net, dueDay);
      await cny.connect(obligor).approve(settlementDesk, PART - 1n);
      await expect(desk.payPart(id, PART, slices))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_CashMissing")
        .withArgs(await cny.getAddress(), PART, PLENTY, PART - 1n);
    });

    it("once all is paid", async () => {
      const net = await load();
      const { ledger, settlementDesk, desk, id, head, middle, last, dueDay } = net;
      await startDay(net, dueDay);
      await desk.payPart(id, PART, []);
      await desk.pay(id, [head]);
      await expect(desk.payPart(id, 1n, []))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_AlreadyPaid")
        .withArgs(id);
      await desk.payOut(id, [last, middle]);
      expect((await ledger.receivableWordOf(id)) & 0xfn).to.equal(STATUS.SETTLED);
    });
  });

  describe("shares", () => {
    it("are exactly telescoped after a first payment in time, and add up to it", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, obligor, supplier, second, third, desk, id, slices, dueDay } = net;
      await startDay(net, dueDay);
      const tx = desk.payPart(id, PART, slices);
      await expect(tx)
        .to.emit(settlementDesk, "ObligorPaidPart")
        .withArgs(id, obligor.address, PART, 0, 0, FACE - PART, 0)
        .and.to.emit(settlementDesk, "SlicePaid")
        .withArgs(net.middle, second.address, SHARES[1]);
      await expect(tx).to.changeTokenBalances(
        ethers,
        cny,
        [obligor, supplier, second, third, settlementDesk],
        [-PART, ...SHARES, 0n],
      );
      expect(SHARES[0] + SHARES[1] + SHARES[2]).to.equal(PART);
      expect(await settlementDesk.collectionOf(id)).to.deep.equal([PART, 0n, 0n, 0n, 0n, 1n]);
      expect(await settlementDesk.dueOf(id)).to.deep.equal([FACE - PART, 0n, 0n]);
      expect(await ledger.ownerOf(net.middle)).to.equal(second.address);
    });

    it("are paid out by a stranger later, once, and of several payments at once", async () => {
      const net = await load();
      const { ethers, cny, settlementDesk, second, third, supplier, stranger, desk, id, head, middle, last } = net;
      await startDay(net, net.dueDay);
      await desk.payPart(id, 1_000_001n, [last]);
      await desk.payPart(id, PART - 1_000_001n, []);
      const out = settlementDesk.connect(stranger);
      await expect(out.payOut(id, [head, middle])).to.changeTokenBalances(
        ethers,
        cny,
        [supplier, second, third, stranger],
        [SHARES[0], SHARES[1], 0n, 0n],
      );
      // floor(1 000 001) − floor(900 000.9) were paid at once.
      await expect(out.payOut(id, [head, middle, last])).to.changeTokenBalances(
        ethers,
        cny,
        [supplier, second, third],
        [0n, 0n, SHARES[2] - 100_001n],
      );
      expect(await cny.balanceOf(settlementDesk)).to.equal(0);
    });

    it("come to the whole face with the last payment, whatever was named before", async () => {
      const net = await load();
      const { ethers, ledger, cny, settlementDesk, supplier, second, third, desk, id, slices, head, last } = net;
      await startDay(net, net.dueDay);
      await desk.payPart(id, PART, [last]);
      await desk.payPart(id, 1n, [head]);
      const before = [supplier, second, third].map(({ address }) => cny.balanceOf(address));
      const tx = desk.payPart(id, FACE - PART - 1n, slices);
      await expect(tx)
        .to.emit(settlementDesk, "ObligorPaid")
        .withArgs(id, net.obligor.address, FACE - PART - 1n, 0, 0, 0);
      await expect(tx).to.changeTokenBalance(ethers, cny, net.obligor, -(FACE - PART - 1n));
      const after = await Promise.all([supplier, second, third].map(({ address }) => cny.balanceOf(address)));
      // floor(3 333 334 · 0.7) had been paid for the head.
      const gained = await Promise.all(before.map(async (sum, i) => (after[i] ?? 0n) - (await sum)));
      expect(gained).to.deep.equal([7_000_000n - 2_333_333n, 2_000_000n, 1_000_000n - SHARES[2]]);
      expect((await ledger.receivableWordOf(id)) & 0xfn).to.equal(STATUS.SETTLED);
      expect(await cny.balanceOf(settlementDesk)).to.equal(0);
    });

    it("of single cents are never negative, and end at the face and the penalty whatever the order", async () => {
      const net = await load();
      const { ledger, supervisor, settlementDesk, cny, desk, dueDay } = net;
      const { id } = await confirmedReceivable(net, { number: "tiny", face: 100n });
      const at = (start: bigint) => sliceId(id, start);
      await ledger.connect(supervisor).freeze(at(0n), 0n, 100n, FREEZE_REASON, DOCUMENT, dueDay * 86_400 * 2);
      for (let cent = 1n; cent < 12n; ++cent)
        await ledger
          .connect(supervisor)
          .freeze(at(cent - 1n), cent, 100n, FREEZE_REASON, DOCUMENT, dueDay * 86_400 * 2);
      const ids = Array.from({ length: 12 }, (_, i) => at(BigInt(i)));
      await ledger.connect(supervisor).release(ids, DOCUMENT);
      // Of 34 the cent [2, 3) has 1, of 50 it would have 0; 200 days late the penalty is 10.
      const plan: [number, bigint, bigint[]][] = [
        [0, 34n, ids],
        [1, 16n, ids.slice(2, 9)],
        [2, 7n, ids.slice(0, 1)],
        [200, 3n, ids.slice(5)],
        [230, 9n, ids.slice(1, 4)],
        [231, 2n, ids],
      ];
      const received = new Map<bigint, bigint>(ids.map((slice) => [slice, 0n]));
      const note = async (tx: ReturnType<typeof desk.pay>) => {
        const receipt = await (await tx).wait();
        for (const log of receipt?.logs ?? []) {
          const parsed = settlementDesk.interface.parseLog(log);
          if (parsed?.name !== "SlicePaid") continue;
          received.set(parsed.args.id, (received.get(parsed.args.id) ?? 0n) + parsed.args.amount);
        }
      };
      for (const [day, amount, named] of plan) {
        await startDay(net, dueDay + day);
        await note(desk.payPart(id, amount, named));
        const total = [...received.values()].reduce((sum, paid) => sum + paid, 0n);
        const { paid, penalty, held } = await settlementDesk.collectionOf(id);
        expect(total + held).to.equal(paid + penalty);
      }
      await startDay(net, dueDay + 300);
      const { penalty: rest } = await settlementDesk.dueOf(id);
      const penalty = (await settlementDesk.collectionOf(id)).penalty + rest;
      await note(desk.pay(id, []));
      for (const slice of [...ids].reverse()) await note(settlementDesk.payOut(id, [slice]));
      const due = ids.map((_, i) => {
        const [from, to] = [BigInt(i), i === 11 ? 100n : BigInt(i) + 1n];
        return to - from + (penalty * to) / 100n - (penalty * from) / 100n;
      });
      expect([...received.values()]).to.deep.equal(due);
      expect(await cny.balanceOf(settlementDesk)).to.equal(0);
    });
  });

  describe("penalty", () => {
    it("is none on what is paid within the days of grace; the rest bears it from the day after the due day", async () => {
      const net = await load();
      const { settlementDesk, obligor, desk, id, dueDay } = net;
      await startDay(net, dueDay + GRACE_DAYS - 1);
      await desk.payPart(id, 4_000_000n, []);
      await startDay(net, dueDay + GRACE_DAYS);
      expect(await settlementDesk.dueOf(id)).to.deep.equal([6_000_000n, 0n, 3n]);
      await startDay(net, dueDay + GRACE_DAYS + 1);
      expect(await settlementDesk.dueOf(id)).to.deep.equal([6_000_000n, 12_000n, 4n]);
      await expect(desk.pay(id, []))
        .to.emit(settlementDesk, "ObligorPaid")
        .withArgs(id, obligor.address, 6_000_000n, 12_000n, 4, FACE + 12_000n);
    });

    it("is paid before the face, for each period in which what was unpaid stayed the same", async () => {
      const net = await load();
      const { settlementDesk, obligor, desk, id, dueDay } = net;
      const pay = async (amount: bigint, expected: bigint[]) => {
        await expect(desk.payPart(id, amount, []))
          .to.emit(settlementDesk, "ObligorPaidPart")
          .withArgs(id, obligor.address, ...expected);
      };
      const isDue = async (...due: bigint[]) => expect(await settlementDesk.dueOf(id)).to.deep.equal(due);
      // 4 days of 100 000.00: 200.00. Half of it and more is paid, nothing of the face: the period goes on.
      await startDay(net, dueDay + 4);
      await pay(15_000n, [0n, 15_000n, 4n, FACE, 15_000n]);
      await isDue(FACE, 5_000n, 4n);
      // 6 days: 300.00, of which 150.00 are left.
      await startDay(net, dueDay + 6);
      await pay(4_015_000n, [4_000_000n, 15_000n, 6n, 6_000_000n, 4_030_000n]);
      await isDue(6_000_000n, 0n, 6n);
      // 4 days of 60 000.00: 120.00.
      await startDay(net, dueDay + 10);
      await isDue(6_000_000n, 12_000n, 10n);
      await pay(5_000n, [0n, 5_000n, 10n, 6_000_000n, 4_035_000n]);
      // 5 days: 150.00 less 50.00.
      await startDay(net, dueDay + 11);
      await isDue(6_000_000n, 10_000n, 11n);
      await pay(10_001n, [1n, 10_000n, 11n, 5_999_999n, 4_045_001n]);
      // 59 999.99 for two days, rounded once: 59.999 99.
      await startDay(net, dueDay + 13);
      await isDue(5_999_999n, 6_000n, 13n);
      await expect(desk.payPart(id, 6_005_999n, net.slices))
        .to.emit(settlementDesk, "ObligorPaid")
        .withArgs(id, obligor.address, 5_999_999n, 6_000n, 13, 0);
    });

    it("reaches the holders telescoped, rounded down until the last payment", async () => {
      const net = await load();
      const { ethers, cny, settlementDesk, supplier, second, third, desk, id, slices, dueDay } = net;
      await startDay(net, dueDay + 4);
      const holders = [supplier, second, third];
      // All penalty: 70 %, 20 % and 10 % of 10.00; of a cent more nothing is anybody's for sure.
      await expect(desk.payPart(id, 1_000n, slices)).to.changeTokenBalances(ethers, cny, holders, [700n, 200n, 100n]);
      await expect(desk.payPart(id, 1n, slices)).to.changeTokenBalances(ethers, cny, holders, [0n, 0n, 0n]);
      expect((await settlementDesk.collectionOf(id)).held).to.equal(1n);
      // 200.00 in all: 14 000, 4 000 and 2 000 less what they have had.
      await expect(desk.pay(id, slices)).to.changeTokenBalances(ethers, cny, holders, [
        7_000_000n + 14_000n - 700n,
        2_000_000n + 4_000n - 200n,
        1_000_000n + 2_000n - 100n,
      ]);
      expect(await cny.balanceOf(settlementDesk)).to.equal(0);
    });
  });
});
