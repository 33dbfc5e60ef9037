import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import {
  confirmedReceivable,
  identityOf,
  type Network,
  ROLE,
  sliceId,
  startDay,
  todayOf,
} from "../../helpers/network.ts";
import { FLAG, MARK, receivableWord, STATUS, sliceWord, tilingOf } from "../../helpers/words.ts";

const FACE = 10_000_000n;
/** ceil(face / 500), above the policy's 100. */
const SMALLEST = 20_000n;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
const RESERVED = BigInt(FLAG.RESERVED);

async function oneSlice(net: Network) {
  const [payee, payee2] = net.suppliers;
  if (!payee || !payee2) throw new Error("two payees expected");
  return { ...(await confirmedReceivable(net)), payee, payee2, today: await todayOf(net) };
}

describe("Splitting", () => {
  const load = loaderOf(oneSlice);

  describe("split", () => {
    it("reverts for a slice that does not exist, stray bits in its id included", async () => {
      const { ledger, supplier, id, slice } = await load();
      for (const unknown of [sliceId(id, 1n), slice | (1n << 48n), slice ^ (1n << 64n)]) {
        await expect(ledger.connect(supplier).split(unknown, [SMALLEST]))
          .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
          .withArgs(unknown);
      }
    });

    it("reverts for everybody but the holder", async () => {
      const { ledger, supplier, obligor, slice } = await load();
      await expect(ledger.connect(obligor).split(slice, [SMALLEST]))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(slice, obligor.address, supplier.address);
    });

    it("reverts for a holder that is suspended, or whose checks expired", async () => {
      const net = await load();
      const { ledger, supplier, outsider, slice, today } = net;
      await ledger.suspend(supplier.address);
      await expect(ledger.connect(supplier).split(slice, [SMALLEST]))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(supplier.address, HOLDING_ROLES, await ledger.participantOf(supplier.address), today);
      await ledger.restore(supplier.address);
      await ledger.admit(outsider.address, identityOf("short-lived"), ROLE.SUPPLIER, today);
      await ledger.connect(outsider).setStandingConsent(true);
      await ledger.connect(supplier).transfer(slice, outsider.address, 0);
      await startDay(net, today + 1);
      await expect(ledger.connect(outsider).split(slice, [SMALLEST]))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(outsider.address, HOLDING_ROLES, await ledger.participantOf(outsider.address), today + 1);
    });

    it("reverts without parts, and with more than a hundred", async () => {
      const { ledger, supplier, slice } = await load();
      await expect(ledger.connect(supplier).split(slice, []))
        .to.be.revertedWithCustomError(ledger, "Slices_NoParts")
        .withArgs(slice);
      await expect(ledger.connect(supplier).split(slice, Array(101).fill(SMALLEST)))
        .to.be.revertedWithCustomError(ledger, "Slices_TooManyParts")
        .withArgs(101, 100);
    });

    it("reverts for the whole slice and for more", async () => {
      const { ledger, supplier, slice } = await load();
      for (const amounts of [[FACE], [FACE + 1n], [FACE - SMALLEST, SMALLEST]]) {
        await expect(ledger.connect(supplier).split(slice, amounts))
          .to.be.revertedWithCustomError(ledger, "Slices_ExceedsSlice")
          .withArgs(
            slice,
            amounts.reduce((a, b) => a + b),
            FACE,
          );
      }
      const largest = 2n ** 48n - 1n;
      await expect(ledger.connect(supplier).split(slice, [largest, largest]))
        .to.be.revertedWithCustomError(ledger, "Slices_ExceedsSlice")
        .withArgs(slice, 2n * largest, FACE);
    });

    it("reverts for a part or a rest below the smallest slice, zero included", async () => {
      const { ledger, supplier, slice } = await load();
      const cases: [bigint[], bigint][] = [
        [[0n], 0n],
        [[SMALLEST - 1n], SMALLEST - 1n],
        [[SMALLEST, SMALLEST - 1n], SMALLEST - 1n],
        [[FACE - SMALLEST + 1n], SMALLEST - 1n],
      ];
      for (const [amounts, small] of cases) {
        await expect(ledger.connect(supplier).split(slice, amounts))
          .to.be.revertedWithCustomError(ledger, "Slices_PartTooSmall")
          .withArgs(small, SMALLEST);
      }
      await ledger.connect(supplier).split(slice, [FACE - SMALLEST]);
    });

    it("reverts on the due day: 23:59:59 the day before works, 00:00:00 in UTC+8 does not", async () => {
      const net = await load();
      const { ledger, supplier, id, slice, terms } = net;
      const midnight = Number(terms.dueDay) * 86_400 - 8 * 3600;
      await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
      await ledger.connect(supplier).split(slice, [SMALLEST]);
      await net.networkHelpers.time.setNextBlockTimestamp(midnight);
      await expect(ledger.connect(supplier).split(slice, [SMALLEST]))
        .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
        .withArgs(id, terms.dueDay, terms.dueDay);
    });

    it("cuts parts off the tail in ascending order; they stay with the holder", async () => {
      const net = await load();
      const { ledger, supplier, id, slice } = net;
      const first = FACE - 100_000n;
      const own = (end: bigint, sequence: bigint) => sliceWord({ holder: supplier.address, end, sequence });
      const parts = [own(first + 30_000n, 1n), own(FACE, 1n)];
      await expect(ledger.connect(supplier).split(slice, [30_000n, 70_000n]))
        .to.emit(ledger, "SliceSplit")
        .withArgs(slice, own(first, 0n), parts)
        .and.to.emit(ledger, "Transfer")
        .withArgs(ZeroAddress, supplier.address, sliceId(id, first))
        .and.to.emit(ledger, "Transfer")
        .withArgs(ZeroAddress, supplier.address, sliceId(id, first + 30_000n));
      const tiling = await tilingOf(net, id);
      expect(tiling.map(({ start, end, hops }) => [start, end, hops])).to.deep.equal([
        [0n, first, 0],
        [first, first + 30_000n, 0],
        [first + 30_000n, FACE, 0],
      ]);
    });
  });

  describe("splitAndTransfer", () => {
    it("reverts for a payee that is not admitted, suspended, or holds no role that may hold", async () => {
      const { ledger, supplier, outsider, payee, operator, slice, today } = await load();
      await ledger.suspend(payee.address);
      await ledger.admit(operator.address, identityOf("supervisor"), ROLE.SUPERVISOR, 40_000);
      for (const to of [outsider.address, payee.address, operator.address, ZeroAddress]) {
        await expect(ledger.connect(supplier).splitAndTransfer(slice, [{ to, amount: SMALLEST }], 0))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(to, HOLDING_ROLES, await ledger.participantOf(to), today);
      }
    });

    it("reverts for a payee whose checks expired", async () => {
      const net = await load();
      const { ledger, supplier, outsider, slice, today } = net;
      await ledger.admit(outsider.address, identityOf("expired"), ROLE.SUPPLIER, today - 1);
      const word = await ledger.participantOf(outsider.address);
      const parts = [{ to: outsider.address, amount: SMALLEST }];
      await expect(ledger.connect(supplier).splitAndTransfer(slice, parts, 0))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(outsider.address, HOLDING_ROLES, word, today);
    });

    it("reverts for a part to oneself", async () => {
      const { ledger, supplier, slice } = await load();
      await expect(ledger.connect(supplier).splitAndTransfer(slice, [{ to: supplier.address, amount: SMALLEST }], 0))
        .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
        .withArgs(slice, supplier.address);
    });

    it("reverts for an offer that would end in the past", async () => {
      const net = await load();
      const { ledger, supplier, cautious, slice } = net;
      const now = await nextSecond(net);
      await expect(ledger.connect(supplier).splitAndTransfer(slice, [{ to: cautious.address, amount: SMALLEST }], now))
        .to.be.revertedWithCustomError(ledger, "Slices_OfferUntilInPast")
        .withArgs(now, now);
    });

    it("reverts as a whole when one part fails", async () => {
      const net = await load();
      const { ledger, supplier, payee, outsider, id, slice } = net;
      const parts = [
        { to: payee.address, amount: SMALLEST },
        { to: outsider.address, amount: SMALLEST },
      ];
      await expect(ledger.connect(supplier).splitAndTransfer(slice, parts, 0)).to.be.revertedWithCustomError(
        ledger,
        "Participants_MayNotAct",
      );
      expect(await tilingOf(net, id)).to.have.length(1);
      expect(await ledger.balanceOf(payee.address)).to.equal(0);
    });

    it("reverts for more than the slice, no parts, and one past the most", async () => {
      const { ledger, supplier, payee, slice } = await load();
      const pay = (amounts: bigint[]) =>
        ledger.connect(supplier).splitAndTransfer(
          slice,
          amounts.map((amount) => ({ to: payee.address, amount })),
          0,
        );
      await expect(pay([FACE + 1n]))
        .to.be.revertedWithCustomError(ledger, "Slices_ExceedsSlice")
        .withArgs(slice, FACE + 1n, FACE);
      await expect(pay([])).to.be.revertedWithCustomError(ledger, "Slices_NoParts").withArgs(slice);
      await expect(pay(Array(101).fill(SMALLEST)))
        .to.be.revertedWithCustomError(ledger, "Slices_TooManyParts")
        .withArgs(101, 100);
      await expect(pay([SMALLEST - 1n]))
        .to.be.revertedWithCustomError(ledger, "Slices_PartTooSmall")
        .withArgs(SMALLEST - 1n, SMALLEST);
    });

    it("pays consenting payees at once, one hop further", async () => {
      const { ledger, supplier, payee, payee2, slice } = await load();
      const cut = FACE - 50_000n;
      const parts = [
        { to: payee.address, amount: 20_000n },
        { to: payee2.address, amount: 30_000n },
      ];
      const words = [
        sliceWord({ holder: payee.address, end: cut + 20_000n, hops: 1n, sequence: 1n }),
        sliceWord({ holder: payee2.address, end: FACE, hops: 1n, sequence: 1n }),
      ];
      const tx = ledger.connect(supplier).splitAndTransfer(slice, parts, 0);
      await expect(tx)
        .to.emit(ledger, "SliceSplit")
        .withArgs(slice, sliceWord({ holder: supplier.address, end: cut }), words);
      await expect(tx).not.to.emit(ledger, "TransferOffered");
      expect(await ledger.balanceOf(payee2.address)).to.equal(1);
    });

    it("offers to a cautious payee in the same call in which it pays the others", async () => {
      const net = await load();
      const { ledger, supplier, payee, cautious, id, slice } = net;
      const until = (await nextSecond(net)) + 1;
      const cut = FACE - 50_000n;
      const part = sliceId(id, cut);
      const parts = [
        { to: cautious.address, amount: 20_000n },
        { to: payee.address, amount: 30_000n },
      ];
      const word = sliceWord({
        holder: supplier.address,
        end: cut + 20_000n,
        flags: RESERVED,
        sequence: 1n,
      });
      await expect(ledger.connect(supplier).splitAndTransfer(slice, parts, until))
        .to.emit(ledger, "TransferOffered")
        .withArgs(part, supplier.address, cautious.address, until, word);
      expect(await ledger.transferOfferOf(part)).to.deep.equal([cautious.address, BigInt(until)]);
      expect(await ledger.ownerOf(part)).to.equal(supplier.address);
      expect(await ledger.ownerOf(sliceId(id, cut + 20_000n))).to.equal(payee.address);
      await expect(ledger.connect(supplier).split(part, [1n]))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(part, FLAG.RESERVED);
    });

    it("stops after the policy's ten hops", async () => {
      const net = await load();
      const { ledger, supplier, suppliers, slice } = net;
      let holder = supplier;
      for (const next of suppliers.slice(0, 10)) {
        await ledger.connect(holder).transfer(slice, next.address, 0);
        holder = next;
      }
      const [payee] = suppliers;
      await expect(ledger.connect(holder).splitAndTransfer(slice, [{ to: payee?.address ?? "", amount: SMALLEST }], 0))
        .to.be.revertedWithCustomError(ledger, "Slices_TooManyHops")
        .withArgs(slice, 10, 10);
      await expect(ledger.connect(holder).transfer(slice, payee?.address ?? "", 0))
        .to.be.revertedWithCustomError(ledger, "Slices_TooManyHops")
        .withArgs(slice, 10, 10);
      await ledger.connect(holder).split(slice, [SMALLEST]);
    });

    it("fills the tiling to the last of its 500 slices and not further", async () => {
      const net = await load();
      const { ledger, supplier, id } = net;
      for (let i = 0; i < 5; i++) {
        const count = i === 4 ? 99 : 100;
        await ledger.connect(supplier).split(sliceId(id, 0n), Array(count).fill(SMALLEST));
      }
      const tiling = await tilingOf(net, id);
      expect(tiling).to.have.length(500);
      expect(tiling.every(({ start, end }) => end - start === SMALLEST)).to.equal(true);
      await expect(ledger.connect(supplier).split(sliceId(id, 0n), [1n]))
        .to.be.revertedWithCustomError(ledger, "Slices_PartTooSmall")
        .withArgs(SMALLEST - 1n, SMALLEST);
    });
  });

  describe("slicesOf", () => {
    it("pages through the tiling", async () => {
      const { ledger, supplier, id, slice } = await load();
      await ledger.connect(supplier).split(slice, [SMALLEST, SMALLEST, SMALLEST]);
      const [firstIds, , next] = await ledger.slicesOf(id, 0, 3);
      expect([...firstIds]).to.have.length(3);
      expect(next).to.equal(FACE - SMALLEST);
      const [lastIds, , end] = await ledger.slicesOf(id, next, 3);
      expect([...lastIds]).to.deep.equal([sliceId(id, FACE - SMALLEST)]);
      expect(end).to.equal(FACE);
      expect((await ledger.slicesOf(id, end, 3))[0]).to.have.length(0);
    });
  });

  describe("recordRegistryEntry", () => {
    const ENTRY = `0x${"12".repeat(32)}`;

    it("reverts for a stranger, without a hash, and for a day in the future", async () => {
      const { ledger, supplier, obligor, id, slice, today } = await load();
      await expect(ledger.connect(obligor).recordRegistryEntry(slice, ENTRY, today))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(slice, obligor.address, supplier.address);
      const none = `0x${"00".repeat(32)}`;
      await expect(ledger.connect(supplier).recordRegistryEntry(slice, none, today))
        .to.be.revertedWithCustomError(ledger, "Evidence_MissingHash")
        .withArgs(id);
      await expect(ledger.connect(supplier).recordRegistryEntry(slice, ENTRY, today + 1))
        .to.be.revertedWithCustomError(ledger, "Evidence_DayInFuture")
        .withArgs(today + 1, today);
    });

    it("marks the receivable and says which entry", async () => {
      const { ledger, supplier, id, slice, terms, today } = await load();
      await expect(ledger.connect(supplier).recordRegistryEntry(slice, ENTRY, today))
        .to.emit(ledger, "RegistryEntryRecorded")
        .withArgs(id, supplier.address, ENTRY, today, receivableWord(terms, BigInt(STATUS.CONFIRMED) | MARK.REGISTRY));
    });
  });
});
