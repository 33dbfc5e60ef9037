import { expect } from "chai";
import { ALL_POWERS, DOCUMENT, FAR, ownDesks, POWER } from "../../helpers/deskActs.ts";
import { admitDesk, DECISION } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { ROLE, sliceId, startDay } from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { FLAG, sliceWord } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const HEAD = 7_000_000n;
const SMALLEST = 20_000n;
const FROZEN = 2n;
const RETIRED = 4n;

describe("Desk locks", () => {
  const load = loaderOf(ownDesks);

  /** The supplier's head is locked. */
  const loadLocked = loaderOf(async (net) => {
    const desks = await ownDesks(net);
    await desks.desk.lockByDesk(desks.head, desks.headWord);
    const holder = net.supplier.address;
    const lockedWord = sliceWord({ holder, end: HEAD, flags: desks.locked, sequence: 1n });
    return { ...desks, lockedWord };
  });

  describe("lockByDesk", () => {
    it("leaves the slice with its holder, under the desk's index, and the word is the chain's", async () => {
      const { ledger, desk, outsider, supplier, id, head, headWord, locked, wordOf, today } = await load();
      expect(await desk.lockByDesk.staticCall(head, headWord)).to.deep.equal([
        await ledger.receivableWordOf(id),
        BigInt(today),
      ]);
      const word = sliceWord({ holder: supplier.address, end: HEAD, flags: locked, sequence: 1n });
      await expect(desk.lockByDesk(head, headWord))
        .to.emit(ledger, "SliceLocked")
        .withArgs(head, outsider.address, word)
        .and.to.emit(ledger, "MetadataUpdate")
        .withArgs(head);
      expect(await wordOf(head)).to.equal(word);
    });

    it("reverts without the word, for another one, and for an unknown slice", async () => {
      const { ledger, desk, supplier, head, headWord, wordOf } = await load();
      await expect(desk.lockByDesk(head, 0)).to.be.revertedWithCustomError(ledger, "Desk_WordMissing").withArgs(head);
      await expect(desk.lockByDesk(head + 1n, headWord))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(head + 1n);
      await ledger.connect(supplier).split(head, [SMALLEST]);
      await expect(desk.lockByDesk(head, headWord))
        .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
        .withArgs(head, headWord, await wordOf(head));
    });

    it("reverts for a slice that is offered, frozen, retired or locked, by itself or another desk", async () => {
      const net = await load();
      const { ledger, desk, officer, supplier, other, cautious, head, middle, last, locked, wordOf } = net;
      const expectBusy = async (slice: bigint, flags: bigint | number, by = desk) =>
        expect(by.lockByDesk(slice, await wordOf(slice)))
          .to.be.revertedWithCustomError(ledger, "Slices_Busy")
          .withArgs(slice, flags);
      await admitDesk(net, other.address, POWER.LOCK);
      await ledger.connect(supplier).setDeskEnabled(other.address, true);
      await ledger.connect(supplier).transfer(head, cautious.address, FAR);
      await expectBusy(head, FLAG.RESERVED);
      await ledger.connect(supplier).endOffer(head);
      await desk.lockByDesk(head, await wordOf(head));
      await expectBusy(head, locked);
      await expectBusy(head, locked, ledger.connect(other));
      await desk.retireByDesk(middle, await wordOf(middle));
      await expectBusy(middle, RETIRED);
      await officer.freeze(last, 9_000_000n, FACE, 1, DOCUMENT, FAR);
      await expectBusy(last, FROZEN);
    });
  });

  describe("a locked slice", () => {
    it("is not split, paid with, merged, sold, cut, paid early or locked again, whoever tries", async () => {
      const { ledger, desk, settling, supplier, second, bank, head, locked, lockedWord } = await loadLocked();
      const by = ledger.connect(supplier);
      await by.approve(second.address, head);
      const attempts = [
        () => by.split(head, [SMALLEST]),
        () => by.splitAndTransfer(head, [{ to: second.address, amount: SMALLEST }], 0),
        () => by.transfer(head, second.address, 0),
        () => by.transferFrom(supplier.address, second.address, head),
        () => ledger.connect(second).transferFrom(supplier.address, second.address, head),
        () => by["safeTransferFrom(address,address,uint256)"](supplier.address, second.address, head),
        () => desk.moveByDesk(head, lockedWord, bank),
        () => desk.moveTailByDesk(head, lockedWord, SMALLEST, bank),
        () => desk.retireByDesk(head, lockedWord),
        () => settling.retireByDesk(head, lockedWord),
        () => desk.lockByDesk(head, lockedWord),
      ];
      for (const attempt of attempts)
        await expect(attempt()).to.be.revertedWithCustomError(ledger, "Slices_Busy").withArgs(head, locked);
    });

    it("is not joined from either side", async () => {
      const { ledger, desk, supplier, id, head, locked, wordOf } = await load();
      const by = ledger.connect(supplier);
      const [left, right] = [sliceId(id, 5_000_000n), sliceId(id, 6_000_000n)];
      await by.split(head, [1_000_000n, 1_000_000n]);
      await desk.lockByDesk(left, await wordOf(left));
      for (const attempt of [() => by.merge(head, left), () => by.merge(left, right)])
        await expect(attempt()).to.be.revertedWithCustomError(ledger, "Slices_Busy").withArgs(left, locked);
    });

    it("keeps its lock through a legal cut, on each part, and each is freed or seized by itself", async () => {
      const net = await loadLocked();
      const { ledger, desk, officer, supplier, bank, id, head, locked, wordOf } = net;
      const [cut, after] = [sliceId(id, 1_000_000n), sliceId(id, 2_000_000n)];
      await officer.freeze(head, 1_000_000n, 2_000_000n, 1, DOCUMENT, FAR);
      const holder = supplier.address;
      const parts = [
        [head, sliceWord({ holder, end: 1_000_000n, flags: locked, sequence: 1n })],
        [cut, sliceWord({ holder, end: 2_000_000n, flags: locked | FROZEN, sequence: 3n })],
        [after, sliceWord({ holder, end: HEAD, flags: locked, sequence: 3n })],
      ] as const;
      for (const [slice, word] of parts) expect(await wordOf(slice), String(BigInt.asUintN(64, slice))).to.equal(word);
      await expect(desk.seizeByDesk(cut, bank))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(cut, locked | FROZEN);
      await desk.unlockByDesk(head);
      await desk.seizeByDesk(after, bank);
      await desk.unlockByDesk(cut);
      const flags = parts.map(async ([slice]) => ((await wordOf(slice)) >> 216n) & 0xffn);
      expect(await Promise.all(flags)).to.deep.equal([0n, FROZEN, 0n]);
    });

    it("keeps its lock through a transfer by order and a replaced key", async () => {
      const net = await loadLocked();
      const { ledger, desk, officer, stranger, ethers, head, locked, wordOf } = net;
      await officer.freeze(head, 0, HEAD, 1, DOCUMENT, FAR);
      const frozen = await wordOf(head);
      await officer.orderTransfer(head, frozen, stranger.address, DOCUMENT);
      await ledger.carryOutTransfer(head, frozen, stranger.address, DOCUMENT);
      expect(await wordOf(head)).to.equal(
        sliceWord({ holder: stranger.address, end: HEAD, flags: locked, sequence: 3n }),
      );
      const [successor] = (await ethers.getSigners()).slice(19);
      if (!successor) throw new Error("one more signer expected");
      await replaceKey(net, stranger, successor);
      await ledger.moveToSuccessor([head]);
      const moved = sliceWord({ holder: successor.address, end: HEAD, flags: locked, sequence: 4n });
      expect(await wordOf(head)).to.equal(moved);
      await desk.unlockByDesk(head);
    });

    it("is burnt when it is paid", async () => {
      const net = await loadLocked();
      const { settling, id, head, dueDay, lockedWord, wordOf } = net;
      await startDay(net, dueDay);
      expect(await settling.redeem.staticCall(id, [head])).to.deep.equal([lockedWord]);
      await settling.redeem(id, [head]);
      expect(await wordOf(head)).to.equal(0);
    });
  });

  describe("unlockByDesk", () => {
    it("reverts for whoever has not locked it, and for a slice that is not locked", async () => {
      const net = await loadLocked();
      const { ledger, desk, other, supplier, head, middle, locked, index } = net;
      await admitDesk(net, other.address, ALL_POWERS);
      const { index: others } = await ledger.deskOf(other.address);
      for (const [by, slice, flags, known] of [
        [ledger.connect(supplier), head, locked, 0n],
        [ledger.connect(other), head, locked, others],
        [desk, middle, 0n, index],
        [ledger.connect(supplier), middle, 0n, 0n],
        [desk, head + 1n, 0n, index],
      ] as const)
        await expect(by.unlockByDesk(slice))
          .to.be.revertedWithCustomError(ledger, "Desk_OtherLock")
          .withArgs(slice, flags, known);
    });

    it("frees it, also during a hold, after the due day, and when the desk was removed", async () => {
      const net = await loadLocked();
      const { ledger, desk, officer, outsider, supplier, id, head, dueDay, wordOf } = net;
      await officer.hold(id, DOCUMENT);
      const word = sliceWord({ holder: supplier.address, end: HEAD, sequence: 2n });
      const free = () => desk.unlockByDesk(head);
      const snapshot = await net.networkHelpers.takeSnapshot();
      await expect(free())
        .to.emit(ledger, "SliceUnlocked")
        .withArgs(head, outsider.address, word)
        .and.to.emit(ledger, "MetadataUpdate")
        .withArgs(head);
      expect(await wordOf(head)).to.equal(word);
      await snapshot.restore();
      await ledger.removeDesk(outsider.address, DECISION);
      await startDay(net, dueDay);
      await free();
      expect(await wordOf(head)).to.equal(word);
    });

    it("leaves a freeze", async () => {
      const { ledger, desk, officer, outsider, supplier, head, wordOf } = await loadLocked();
      await officer.freeze(head, 0, HEAD, 1, DOCUMENT, FAR);
      const word = sliceWord({ holder: supplier.address, end: HEAD, flags: FROZEN, sequence: 3n });
      await expect(desk.unlockByDesk(head)).to.emit(ledger, "SliceUnlocked").withArgs(head, outsider.address, word);
      expect(await wordOf(head)).to.equal(word);
    });
  });

  describe("seizeByDesk", () => {
    it("reverts for a desk that has not locked it, a receiver that is no bank, and the holder", async () => {
      const net = await loadLocked();
      const { ledger, desk, other, second, bank, head, middle, locked, index, today } = net;
      await admitDesk(net, other.address, POWER.LOCK);
      const { index: others } = await ledger.deskOf(other.address);
      await expect(ledger.connect(other).seizeByDesk(head, bank))
        .to.be.revertedWithCustomError(ledger, "Desk_OtherLock")
        .withArgs(head, locked, others);
      await expect(desk.seizeByDesk(middle, bank))
        .to.be.revertedWithCustomError(ledger, "Desk_OtherLock")
        .withArgs(middle, 0, index);
      await expect(desk.seizeByDesk(head, net.supplier))
        .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
        .withArgs(head, net.supplier.address);
      await ledger.suspend(bank.address);
      for (const to of [second.address, bank.address])
        await expect(desk.seizeByDesk(head, to))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(to, ROLE.BANK, await ledger.participantOf(to), today + 1);
    });

    it("reverts while it is frozen or held, and for a desk that was removed", async () => {
      const { ledger, desk, officer, outsider, bank, id, head, locked } = await loadLocked();
      await officer.freeze(head, 0, HEAD, 1, DOCUMENT, FAR);
      await expect(desk.seizeByDesk(head, bank))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(head, locked | FROZEN);
      await officer.release([head], DOCUMENT);
      await officer.hold(id, DOCUMENT);
      await expect(desk.seizeByDesk(head, bank))
        .to.be.revertedWithCustomError(ledger, "Slices_Held")
        .withArgs(id, await ledger.heldUntil(id));
      await officer.endHold(id);
      await ledger.removeDesk(outsider.address, DECISION);
      await expect(desk.seizeByDesk(head, bank))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
        .withArgs(outsider.address, 0, POWER.LOCK);
    });

    it("reverts once the obligor has paid in full, not before", async () => {
      const net = await loadLocked();
      const { ledger, desk, settling, bank, id, head, last, dueDay } = net;
      await startDay(net, dueDay);
      await settling.bindSettlement(id);
      await desk.seizeByDesk.staticCall(head, bank);
      await settling.redeem(id, [last]);
      await expect(desk.seizeByDesk(head, bank)).to.be.revertedWithCustomError(ledger, "Desk_PaidInFull").withArgs(id);
    });

    it("gives it to a bank and ends the lock, whatever became of its holder; no hop", async () => {
      const net = await loadLocked();
      const { ledger, desk, outsider, supplier, bank, head, wordOf } = net;
      await ledger.suspend(supplier.address);
      await ledger.connect(supplier).setDeskEnabled(outsider.address, false);
      const word = sliceWord({ holder: bank.address, end: HEAD, sequence: 2n });
      await net.declareDefault();
      await expect(desk.seizeByDesk(head, bank))
        .to.emit(ledger, "SliceSeized")
        .withArgs(head, outsider.address, supplier.address, word)
        .and.to.emit(ledger, "Transfer")
        .withArgs(supplier.address, bank.address, head);
      expect(await wordOf(head)).to.equal(word);
    });
  });
});
