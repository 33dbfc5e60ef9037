import { expect } from "chai";
import { loaderOf } from "../../helpers/loader.ts";
import { identityOf, type Network, ROLE, sliceId, startDay, termsFor, todayOf } from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { idOf, signConfirmation } from "../../helpers/signConfirmation.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";
import { FLAG, MARK, receivableWord, STATUS, sliceWord, tilingOf } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const CNY = 1;
const OVERDUE = 8n << 8n;
const FROZEN = 2n;
const FAR = 5_000_000_000;
const DOCUMENT = `0x${"d0".repeat(32)}`;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;

/** `head` is the supplier's, `middle` the second company's, `last` the third's; two accounts can succeed. */
async function heldByThree(net: Network) {
  const spare = (await net.ethers.getSigners()).at(-1);
  if (!spare) throw new Error("a spare account expected");
  return { ...(await threeHolders(net)), successor: net.outsider, spare };
}

describe("A successor's rights and duties", () => {
  const load = loaderOf(heldByThree);

  describe("moveToSuccessor", () => {
    it("moves slices in one batch, by anyone, without a hop", async () => {
      const net = await load();
      const { ledger, stranger, second, third, middle, last, id, successor, spare } = net;
      await replaceKey(net, second, successor);
      await replaceKey(net, third, spare);
      const words = [
        sliceWord({ holder: successor.address, end: 9_000_000n, hops: 1n, sequence: 2n }),
        sliceWord({ holder: spare.address, end: FACE, hops: 1n, sequence: 2n }),
      ];
      await expect(ledger.connect(stranger).moveToSuccessor([middle, last]))
        .to.emit(ledger, "SliceMovedToSuccessor")
        .withArgs(middle, second.address, words[0])
        .and.to.emit(ledger, "SliceMovedToSuccessor")
        .withArgs(last, third.address, words[1])
        .and.to.emit(ledger, "Transfer")
        .withArgs(second.address, successor.address, middle);
      expect(await ledger.sliceWordsOf([middle, last])).to.deep.equal(words);
      expect((await tilingOf(net, id)).map(({ start }) => start)).to.deep.equal([0n, 7_000_000n, 9_000_000n]);
      await ledger.connect(successor).transfer(middle, stranger.address, 0);
    });

    it("reverts for a slice of an account in force, one that is not there, and moves none of that batch", async () => {
      const net = await load();
      const { ledger, supplier, second, head, middle, id, successor } = net;
      await replaceKey(net, second, successor);
      await expect(ledger.moveToSuccessor([middle, head]))
        .to.be.revertedWithCustomError(ledger, "Replacement_NotReplaced")
        .withArgs(head, supplier.address);
      await expect(ledger.moveToSuccessor([middle, sliceId(id, 1n)]))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(sliceId(id, 1n));
      await expect(ledger.moveToSuccessor([middle, middle]))
        .to.be.revertedWithCustomError(ledger, "Replacement_NotReplaced")
        .withArgs(middle, successor.address);
      expect(await ledger.ownerOf(middle)).to.equal(second.address);
    });

    it("takes 100 at once and refuses 101", async () => {
      const net = await load();
      const { ledger, supplier, head, id, successor } = net;
      const smallest = FACE / 500n;
      await ledger.connect(supplier).split(head, Array<bigint>(99).fill(smallest));
      await replaceKey(net, supplier, successor);
      const ids = (await tilingOf(net, id)).map(({ start }) => sliceId(id, start)).slice(0, 100);
      await expect(ledger.moveToSuccessor([...ids, ids[0] ?? 0n]))
        .to.be.revertedWithCustomError(ledger, "Replacement_TooMany")
        .withArgs(101, 100);
      await ledger.moveToSuccessor(ids);
      for (const { holder } of (await tilingOf(net, id)).slice(0, 100)) {
        expect(holder.toLowerCase()).to.equal(successor.address.toLowerCase());
      }
    });

    it("moves reserved and frozen slices with their flags; the offer stays and is the successor's to withdraw", async () => {
      const net = await load();
      const { ledger, supervisor, cautious, second, middle, third, last, successor, spare } = net;
      await ledger.connect(second).transfer(middle, cautious.address, FAR);
      await ledger.connect(supervisor).freeze(last, 9_000_000n, FACE, 1, DOCUMENT, FAR);
      const frozen = await ledger.freezeOf(last);
      await replaceKey(net, second, successor);
      await replaceKey(net, third, spare);
      await ledger.moveToSuccessor([middle, last]);
      const reserved = { holder: successor.address, end: 9_000_000n, hops: 1n, flags: BigInt(FLAG.RESERVED) };
      expect(await ledger.sliceWordOf(middle)).to.equal(sliceWord({ ...reserved, sequence: 3n }));
      expect(await ledger.sliceWordOf(last)).to.equal(
        sliceWord({ holder: spare.address, end: FACE, hops: 1n, flags: FROZEN, sequence: 3n }),
      );
      expect(await ledger.freezeOf(last)).to.deep.equal(frozen);
      expect(await ledger.transferOfferOf(middle)).to.deep.equal([cautious.address, BigInt(FAR)]);
      await expect(ledger.connect(second).endOffer(middle))
        .to.be.revertedWithCustomError(ledger, "Slices_NotPartyToOffer")
        .withArgs(middle, second.address);
      await expect(ledger.connect(cautious).accept(middle))
        .to.emit(ledger, "TransferAccepted")
        .withArgs(
          middle,
          successor.address,
          sliceWord({ holder: cautious.address, end: 9_000_000n, hops: 2n, sequence: 4n }),
        );
    });
  });

  describe("a holder's successor", () => {
    it("acts only on what was moved; the lost key acts on nothing, receives nothing", async () => {
      const net = await load();
      const { ledger, supplier, stranger, second, head, middle, successor } = net;
      await replaceKey(net, second, successor);
      const mayNot = [second.address, HOLDING_ROLES, await ledger.participantOf(second.address), await todayOf(net)];
      await expect(ledger.connect(second).transfer(middle, stranger.address, 0))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(...mayNot);
      await expect(ledger.connect(supplier).transfer(head, second.address, 0))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(...mayNot);
      await expect(ledger.connect(successor).transfer(middle, stranger.address, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(middle, successor.address, second.address);
      // It gave no consent: what it gets, it accepts.
      await expect(ledger.connect(supplier).transfer(head, successor.address, FAR)).to.emit(ledger, "TransferOffered");
      await ledger.connect(successor).accept(head);
    });

    it("is paid at settlement through two replacements, although nothing was moved", async () => {
      const net = await load();
      const { settlementDesk, cny, obligor, second, head, middle, last, id, dueDay, successor, spare } = net;
      await replaceKey(net, second, successor);
      await replaceKey(net, successor, spare);
      await startDay(net, dueDay);
      const before = await cny.balanceOf(second.address);
      await expect(settlementDesk.connect(obligor).pay(id, [head, middle]))
        .to.emit(settlementDesk, "SlicePaid")
        .withArgs(middle, spare.address, 2_000_000n);
      expect(await cny.balanceOf(spare.address)).to.equal(2_000_000n);
      expect(await cny.balanceOf(second.address)).to.equal(before);
      await settlementDesk.payOut(id, [last]);
    });

    it("is paid when the replacement falls between collection and pay-out", async () => {
      const net = await load();
      const { settlementDesk, cny, obligor, second, middle, id, dueDay, successor } = net;
      await startDay(net, dueDay);
      await settlementDesk.connect(obligor).pay(id, []);
      await replaceKey(net, second, successor);
      await net.ledger.moveToSuccessor([middle]);
      await settlementDesk.payOut(id, [middle]);
      expect(await cny.balanceOf(successor.address)).to.equal(2_000_000n);
    });
  });

  describe("an obligor's successor", () => {
    it("confirms what was registered for the lost key, and the lost key does not", async () => {
      const net = await load();
      const { ledger, supplier, obligor, successor } = net;
      const terms = await termsFor(net, { number: "INV-2" });
      await ledger.connect(supplier).register(terms);
      const id = await idOf(net, terms);
      await replaceKey(net, obligor, successor);
      const mayNot = [obligor.address, ROLE.OBLIGOR, await ledger.participantOf(obligor.address), await todayOf(net)];
      await expect(ledger.connect(obligor).confirm(supplier.address, terms, 1))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(...mayNot);
      const theirs = { ...terms, obligor: successor.address };
      await expect(ledger.connect(successor).confirm(supplier.address, theirs, 1))
        .to.emit(ledger, "ReceivableConfirmed")
        .withArgs(
          id,
          successor.address,
          supplier.address,
          terms.documentRoot,
          receivableWord(theirs, STATUS.CONFIRMED),
        );
    });

    it("goes on owing under the identity, within the same limit", async () => {
      const net = await load();
      const { ledger, supplier, obligor, successor } = net;
      const identity = identityOf(obligor.address);
      await ledger.setOutstandingLimit(identity, CNY, FACE);
      await replaceKey(net, obligor, successor);
      expect(await ledger.outstandingOf(identity, CNY)).to.deep.equal([FACE, FACE]);
      const terms = await termsFor(net, { obligor: successor.address, number: "INV-2" });
      await ledger.connect(supplier).register(terms);
      await expect(ledger.connect(successor).confirm(supplier.address, terms, 1))
        .to.be.revertedWithCustomError(ledger, "Obligors_LimitExceeded")
        .withArgs(successor.address, CNY, FACE, FACE, FACE);
    });

    it("pays what the lost key promised, as the lost key still may", async () => {
      const net = await load();
      const { ledger, settlementDesk, cny, obligor, stranger, slices, id, dueDay, successor, terms } = net;
      await replaceKey(net, obligor, successor);
      await cny.mint(successor.address, FACE);
      for (const who of [successor, obligor]) await cny.connect(who).approve(settlementDesk, FACE);
      await startDay(net, dueDay);
      await expect(settlementDesk.connect(stranger).pay(id, slices))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_NotObligor")
        .withArgs(id, stranger.address, obligor.address);
      for (const who of [obligor, successor]) {
        const snapshot = await net.networkHelpers.takeSnapshot();
        await expect(settlementDesk.connect(who).pay(id, slices))
          .to.emit(settlementDesk, "ObligorPaid")
          .withArgs(id, who.address, FACE, 0, 0, 0);
        const settled = BigInt(STATUS.SETTLED) | MARK.REGISTRY;
        expect(await ledger.receivableWordOf(id)).to.equal(receivableWord(terms, settled));
        expect((await ledger.outstandingOf(identityOf(obligor.address), CNY)).amount).to.equal(0);
        await snapshot.restore();
      }
    });

    it("takes over the overdue flag, and is the one flagged and cured when it is reported later", async () => {
      const net = await load();
      const { ledger, settlementDesk, cny, obligor, slices, id, dueDay, terms, successor, spare } = net;
      await startDay(net, dueDay + 4);
      await ledger.reportOverdue(id);
      await replaceKey(net, obligor, successor);
      expect((await ledger.participantOf(successor.address)) & OVERDUE).to.equal(OVERDUE);
      await replaceKey(net, successor, spare);
      const flagged = await ledger.participantOf(spare.address);
      expect(flagged & OVERDUE).to.equal(OVERDUE);
      await cny.mint(spare.address, 2n * FACE);
      await cny.connect(spare).approve(settlementDesk, 2n * FACE);
      const cured = receivableWord(terms, BigInt(STATUS.CONFIRMED) | MARK.REGISTRY);
      await expect(settlementDesk.connect(spare).pay(id, slices))
        .to.emit(ledger, "ReceivableCured")
        .withArgs(id, spare.address, 0, cured, flagged & ~OVERDUE);
      expect(await ledger.participantOf(spare.address)).to.equal(flagged & ~OVERDUE);
    });

    it("is reported overdue for what the lost key promised", async () => {
      const net = await load();
      const { ledger, operator, obligor, id, dueDay, terms, successor } = net;
      await replaceKey(net, obligor, successor);
      await startDay(net, dueDay + 4);
      const standing = (await ledger.participantOf(successor.address)) | OVERDUE;
      const word = receivableWord(terms, BigInt(STATUS.CONFIRMED) | MARK.REGISTRY | 0x80n);
      await expect(ledger.reportOverdue(id))
        .to.emit(ledger, "ReceivableOverdue")
        .withArgs(id, successor.address, operator.address, 1, word, standing);
      expect(await ledger.participantOf(successor.address)).to.equal(standing);
    });
  });

  it("what was offered to the lost key, or signed by it, is not the successor's", async () => {
    const net = await load();
    const { ledger, supplier, obligor, cautious, head, successor, spare } = net;
    await ledger.connect(supplier).transfer(head, cautious.address, FAR);
    const terms = await termsFor(net, { number: "INV-2" });
    await ledger.connect(supplier).register(terms);
    const { deadline, signature } = await signConfirmation(net, terms, 1, { deadline: FAR });
    await replaceKey(net, cautious, successor);
    await replaceKey(net, obligor, spare);
    await expect(ledger.connect(successor).accept(head))
      .to.be.revertedWithCustomError(ledger, "Slices_NotPartyToOffer")
      .withArgs(head, successor.address);
    await expect(ledger.connect(cautious).accept(head))
      .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
      .withArgs(cautious.address, HOLDING_ROLES, await ledger.participantOf(cautious.address), await todayOf(net));
    const submit = (owing: string) =>
      ledger.confirmBySignature(supplier.address, { ...terms, obligor: owing }, 1, deadline, signature);
    await expect(submit(obligor.address))
      .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
      .withArgs(obligor.address, ROLE.OBLIGOR, await ledger.participantOf(obligor.address), await todayOf(net));
    await expect(submit(spare.address))
      .to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid")
      .withArgs(spare.address, await ledger.confirmationDigest(supplier.address, terms, 1, 1, deadline));
  });

  it("a creditor's successor corrects, cancels and is given what is confirmed", async () => {
    const net = await load();
    const { ledger, supplier, obligor, successor } = net;
    const terms = await termsFor(net, { number: "INV-2" });
    await ledger.connect(supplier).register(terms);
    await replaceKey(net, supplier, successor);
    const corrected = { ...terms, face: 5_000_000n };
    await ledger.connect(successor).correct(terms, corrected);
    await ledger.connect(obligor).confirm(successor.address, corrected, 1);
    expect(await ledger.ownerOf(sliceId(await idOf(net, terms, successor.address), 0n))).to.equal(successor.address);
  });
});
