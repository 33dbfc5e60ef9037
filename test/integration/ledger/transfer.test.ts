import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, ROLE, sliceId, startDay, todayOf } from "../../helpers/network.ts";
import { FLAG, sliceWord, tilingOf } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
const RESERVED = BigInt(FLAG.RESERVED);
const END = { REFUSED: 0, WITHDRAWN: 1, EXPIRED: 2 } as const;

/** One whole slice offered to the cautious supplier for a day. */
async function offered(net: Network) {
  const { id, slice, terms } = await confirmedReceivable(net);
  const free = await confirmedReceivable(net, { number: "INV-2" });
  const until = (await net.networkHelpers.time.latest()) + 86_400;
  await net.ledger.connect(net.supplier).transfer(slice, net.cautious.address, until);
  const [payee, payee2] = net.suppliers;
  if (!payee || !payee2) throw new Error("two payees expected");
  return { id, slice, terms, free: free.slice, freeId: free.id, until, payee, payee2, today: await todayOf(net) };
}

describe("Transfer and acceptance", () => {
  const load = loaderOf(offered);

  describe("transfer", () => {
    it("reverts to oneself", async () => {
      const { ledger, supplier, free } = await load();
      await expect(ledger.connect(supplier).transfer(free, supplier.address, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
        .withArgs(free, supplier.address);
    });

    it("reverts to someone not admitted", async () => {
      const { ledger, supplier, outsider, free, today } = await load();
      await expect(ledger.connect(supplier).transfer(free, outsider.address, 0))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(outsider.address, HOLDING_ROLES, 0, today);
    });

    it("reverts for everybody but the holder", async () => {
      const { ledger, supplier, payee, free } = await load();
      await expect(ledger.connect(payee).transfer(free, payee.address, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(free, payee.address, supplier.address);
    });

    it("reverts for a slice that is offered already", async () => {
      const { ledger, supplier, payee, slice } = await load();
      await expect(ledger.connect(supplier).transfer(slice, payee.address, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(slice, FLAG.RESERVED);
    });

    it("reverts for an offer that would end in the past", async () => {
      const net = await load();
      const now = await nextSecond(net);
      await expect(net.ledger.connect(net.supplier).transfer(net.free, net.cautious.address, now - 1))
        .to.be.revertedWithCustomError(net.ledger, "Slices_OfferUntilInPast")
        .withArgs(now - 1, now);
    });

    it("reverts on the due day: 23:59:59 the day before works, 00:00:00 in UTC+8 does not", async () => {
      const net = await load();
      const { ledger, supplier, payee, payee2, free, freeId, terms } = net;
      const midnight = Number(terms.dueDay) * 86_400 - 8 * 3600;
      await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
      await ledger.connect(supplier).transfer(free, payee.address, 0);
      await net.networkHelpers.time.setNextBlockTimestamp(midnight);
      await expect(ledger.connect(payee).transfer(free, payee2.address, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
        .withArgs(freeId, terms.dueDay, terms.dueDay);
    });

    it("moves the whole slice to a consenting payee at once", async () => {
      const { ledger, supplier, payee, free } = await load();
      const word = sliceWord({ holder: payee.address, end: FACE, hops: 1n, sequence: 1n });
      await expect(ledger.connect(supplier).transfer(free, payee.address, 0))
        .to.emit(ledger, "SliceTransferred")
        .withArgs(free, supplier.address, word)
        .and.to.emit(ledger, "Transfer")
        .withArgs(supplier.address, payee.address, free);
      expect(await ledger.sliceWordOf(free)).to.equal(word);
    });

    it("reserves the slice for a cautious payee; it stays with the payer", async () => {
      const net = await load();
      const { ledger, supplier, cautious, free, until } = net;
      const word = sliceWord({ holder: supplier.address, end: FACE, flags: RESERVED, sequence: 1n });
      await expect(ledger.connect(supplier).transfer(free, cautious.address, until))
        .to.emit(ledger, "TransferOffered")
        .withArgs(free, supplier.address, cautious.address, until, word);
      expect(await ledger.transferOfferOf(free)).to.deep.equal([cautious.address, BigInt(until)]);
    });
  });

  describe("accept", () => {
    it("reverts where nothing is offered, and for everybody but the payee", async () => {
      const { ledger, supplier, cautious, payee, free, slice } = await load();
      await expect(ledger.connect(cautious).accept(free))
        .to.be.revertedWithCustomError(ledger, "Slices_NoOffer")
        .withArgs(free);
      for (const who of [supplier, payee]) {
        await expect(ledger.connect(who).accept(slice))
          .to.be.revertedWithCustomError(ledger, "Slices_NotPartyToOffer")
          .withArgs(slice, who.address);
      }
    });

    it("reverts after the offer's last second, and works in it", async () => {
      const net = await load();
      const { ledger, cautious, slice, until } = net;
      const snapshot = await net.networkHelpers.takeSnapshot();
      await net.networkHelpers.time.setNextBlockTimestamp(until + 1);
      await expect(ledger.connect(cautious).accept(slice))
        .to.be.revertedWithCustomError(ledger, "Slices_OfferExpired")
        .withArgs(slice, until, until + 1);
      await snapshot.restore();
      await net.networkHelpers.time.setNextBlockTimestamp(until);
      await ledger.connect(cautious).accept(slice);
    });

    it("reverts from the due day on, even within the offer's time", async () => {
      const net = await load();
      const { ledger, supplier, cautious, free, freeId, terms } = net;
      await ledger.connect(supplier).transfer(free, cautious.address, Number(terms.dueDay) * 86_400);
      await startDay(net, Number(terms.dueDay));
      await expect(ledger.connect(cautious).accept(free))
        .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
        .withArgs(freeId, terms.dueDay, terms.dueDay);
    });

    it("reverts while either party is suspended", async () => {
      const { ledger, supplier, cautious, slice, today } = await load();
      for (const who of [supplier, cautious]) {
        await ledger.suspend(who.address);
        await expect(ledger.connect(cautious).accept(slice))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(who.address, HOLDING_ROLES, await ledger.participantOf(who.address), today);
        await ledger.restore(who.address);
      }
    });

    it("moves the slice one hop further and ends the offer", async () => {
      const { ledger, supplier, cautious, slice } = await load();
      const word = sliceWord({ holder: cautious.address, end: FACE, hops: 1n, sequence: 2n });
      await expect(ledger.connect(cautious).accept(slice))
        .to.emit(ledger, "TransferAccepted")
        .withArgs(slice, supplier.address, word)
        .and.to.emit(ledger, "Transfer")
        .withArgs(supplier.address, cautious.address, slice);
      expect(await ledger.transferOfferOf(slice)).to.deep.equal([ZeroAddress, 0n]);
      await expect(ledger.connect(cautious).accept(slice)).to.be.revertedWithCustomError(ledger, "Slices_NoOffer");
    });
  });

  describe("endOffer", () => {
    it("reverts where nothing is offered", async () => {
      const { ledger, supplier, free } = await load();
      await expect(ledger.connect(supplier).endOffer(free))
        .to.be.revertedWithCustomError(ledger, "Slices_NoOffer")
        .withArgs(free);
    });

    it("reverts for a stranger until the offer has expired", async () => {
      const net = await load();
      const { ledger, outsider, slice, until } = net;
      await net.networkHelpers.time.setNextBlockTimestamp(until);
      await expect(ledger.connect(outsider).endOffer(slice))
        .to.be.revertedWithCustomError(ledger, "Slices_NotPartyToOffer")
        .withArgs(slice, outsider.address);
    });

    it("says who ended it: refused by the payee, withdrawn by the payer, expired by anyone", async () => {
      const net = await load();
      const { ledger, supplier, cautious, outsider, slice, until } = net;
      const back = sliceWord({ holder: supplier.address, end: FACE, sequence: 2n });
      const cases = [
        [cautious, END.REFUSED],
        [supplier, END.WITHDRAWN],
        [outsider, END.EXPIRED],
      ] as const;
      for (const [who, reason] of cases) {
        const snapshot = await net.networkHelpers.takeSnapshot();
        if (reason === END.EXPIRED) await net.networkHelpers.time.setNextBlockTimestamp(until + 1);
        await expect(ledger.connect(who).endOffer(slice))
          .to.emit(ledger, "TransferOfferEnded")
          .withArgs(slice, who.address, reason, back);
        expect(await ledger.sliceWordOf(slice)).to.equal(back);
        await snapshot.restore();
      }
    });

    it("frees the slice for other use", async () => {
      const { ledger, supplier, cautious, payee, slice } = await load();
      await ledger.connect(cautious).endOffer(slice);
      await ledger.connect(supplier).transfer(slice, payee.address, 0);
    });

    it("leaves nothing to end once the slice is paid", async () => {
      const net = await load();
      const { ledger, settlementDesk, obligor, cautious, id, slice, terms } = net;
      await startDay(net, Number(terms.dueDay));
      await settlementDesk.connect(obligor).pay(id, [slice]);
      await expect(ledger.connect(cautious).endOffer(slice))
        .to.be.revertedWithCustomError(ledger, "Slices_NoOffer")
        .withArgs(slice);
      expect(await ledger.sliceWordOf(slice)).to.equal(0);
    });
  });

  describe("merge", () => {
    const PART = 1_000_000n;

    it("reverts for slices that do not touch, in either order, or of two receivables", async () => {
      const { ledger, supplier, free, freeId, slice } = await load();
      await ledger.connect(supplier).split(free, [PART, PART]);
      const [middle, last] = [sliceId(freeId, FACE - 2n * PART), sliceId(freeId, FACE - PART)];
      const pairs: [bigint, bigint][] = [
        [free, last],
        [middle, free],
        [free, free],
        [last, slice],
      ];
      for (const [left, right] of pairs) {
        await expect(ledger.connect(supplier).merge(left, right))
          .to.be.revertedWithCustomError(ledger, "Slices_NotAdjacent")
          .withArgs(left, right);
      }
    });

    it("reverts when the other slice is another's, or is offered", async () => {
      const { ledger, supplier, payee, cautious, free, freeId, until } = await load();
      await ledger.connect(supplier).splitAndTransfer(free, [{ to: payee.address, amount: PART }], 0);
      const right = sliceId(freeId, FACE - PART);
      await expect(ledger.connect(supplier).merge(free, right))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(right, supplier.address, payee.address);
      await expect(ledger.connect(payee).merge(free, right))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(free, payee.address, supplier.address);
      await ledger.connect(supplier).splitAndTransfer(free, [{ to: cautious.address, amount: PART }], until);
      const reserved = sliceId(freeId, FACE - 2n * PART);
      await expect(ledger.connect(supplier).merge(free, reserved))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(reserved, FLAG.RESERVED);
    });

    it("joins them: the left id, the right end, the larger hops, a sequence never seen", async () => {
      const net = await load();
      const { ledger, supplier, payee, free, freeId } = net;
      await ledger.connect(supplier).splitAndTransfer(free, [{ to: payee.address, amount: PART }], 0);
      await ledger.connect(supplier).transfer(free, payee.address, 0);
      const right = sliceId(freeId, FACE - PART);
      const word = sliceWord({ holder: payee.address, end: FACE, hops: 1n, sequence: 2n });
      await expect(ledger.connect(payee).merge(free, right))
        .to.emit(ledger, "SlicesMerged")
        .withArgs(free, right, word)
        .and.to.emit(ledger, "Transfer")
        .withArgs(payee.address, ZeroAddress, right);
      expect(await ledger.sliceWordOf(free)).to.equal(word);
      expect(await ledger.sliceWordOf(right)).to.equal(0);
      expect(await tilingOf(net, freeId)).to.have.length(1);
      await ledger.connect(payee).split(free, [PART]);
      expect((await tilingOf(net, freeId))[1]?.sequence).to.equal(3);
    });
  });
});
