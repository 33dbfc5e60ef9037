import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { CNY, exposureBook, FACE, KIND } from "../../helpers/exposureBook.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, identityOf, type Network, sliceId, startDay } from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";

const GRACE_DAYS = 3;
const DEFAULT_DAYS = 30;
const DOCUMENT = encodeBytes32String("court");

/** The bank has bought the whole receivable. */
async function bought(net: Network) {
  const made = await exposureBook(net);
  await made.desk.buy(made.slice, net.bank.address);
  const release = (...slices: bigint[]) => made.book.connect(net.cautious).release(made.who.bank, slices);
  const releasePaid = (...waiting: bigint[]) =>
    made.book.connect(net.cautious).releasePaid(made.who.bank, made.id, waiting);
  return { ...made, release, releasePaid, dueDay: Number(made.terms.dueDay) };
}

/** The bank lends against the whole receivable. */
async function pledged(net: Network) {
  const made = await exposureBook(net);
  await made.lender.lend(made.slice, net.bank.address);
  const release = (...slices: bigint[]) => made.book.connect(net.cautious).release(made.who.bank, slices);
  return { ...made, release, dueDay: Number(made.terms.dueDay) };
}

describe("ExposureBook: release of what a bank bought", () => {
  const load = loaderOf(bought);

  it("reverts while the bank holds it: whole, split, merged, offered, frozen, pledged, overdue", async () => {
    const net = await load();
    const { ledger, book, lender, bank, otherBank, cautious, slice, at, who, release, used, freeze, dueDay } = net;
    const refused = async (...slices: bigint[]) => {
      for (const named of slices) {
        await expect(release(named))
          .to.be.revertedWithCustomError(book, "Exposure_StillHeld")
          .withArgs(who.bank, named, bank.address);
      }
    };
    await refused(slice);
    await ledger.connect(bank).split(slice, [1_000_000n, 2_000_000n]);
    await refused(slice, at(7_000_000n), at(8_000_000n));
    await ledger.connect(bank).merge(at(7_000_000n), at(8_000_000n));
    await refused(at(7_000_000n));
    await ledger.connect(cautious).setStandingConsent(false);
    await ledger.connect(bank).transfer(slice, cautious.address, dueDay * 86_400);
    await refused(slice);
    await book.connect(otherBank).setLimit(KIND.SELLER, who.bank, CNY, FACE);
    await lender.lend(at(7_000_000n), otherBank.address);
    await refused(at(7_000_000n));
    await freeze(slice, 10n, 20n);
    await refused(slice, at(10n), at(20n));
    await startDay(net, dueDay + GRACE_DAYS + 1);
    await ledger.reportOverdue(net.id);
    await refused(slice, at(10n), at(20n), at(7_000_000n));
    expect(await used()).to.deep.equal([FACE, FACE]);
  });

  it("reverts for ids that name no slice: merged away, crafted, of another receivable", async () => {
    const { ledger, bank, id, slice, at, release } = await load();
    await ledger.connect(bank).split(slice, [1_000_000n]);
    await ledger.connect(bank).merge(slice, at(9_000_000n));
    const none = [at(9_000_000n), slice | (1n << 48n), slice | (1n << 63n), sliceId(id ^ 1n, 0n)];
    for (const named of none) {
      await expect(release(named)).to.be.revertedWithCustomError(ledger, "Slices_Unknown").withArgs(named);
    }
  });

  it("reverts while only the bank's account has changed: a replaced key is the same organisation", async () => {
    const net = await load();
    const { ledger, book, bank, operator, slice, who, release, used } = net;
    const [successor] = (await net.ethers.getSigners()).slice(-1);
    if (!successor) throw new Error("an account expected");
    await replaceKey(net, bank, successor);
    await expect(release(slice))
      .to.be.revertedWithCustomError(book, "Exposure_StillHeld")
      .withArgs(who.bank, slice, bank.address);
    await ledger.connect(operator).moveToSuccessor([slice]);
    await expect(release(slice))
      .to.be.revertedWithCustomError(book, "Exposure_StillHeld")
      .withArgs(who.bank, slice, successor.address);
    expect(await used()).to.deep.equal([FACE, FACE]);
    await book.connect(successor).setLimit(KIND.OBLIGOR, who.obligor, CNY, 1n);
    expect(await book.exposureOf(who.bank, KIND.OBLIGOR, who.obligor, CNY)).to.deep.equal([1n, FACE]);
  });

  it("reverts when there is nothing of this bank's, or nothing is named", async () => {
    const { ledger, book, bank, friend, slice, who, release } = await load();
    await ledger.connect(bank).transfer(slice, friend.address, 0);
    await expect(book.release(who.otherBank, [slice]))
      .to.be.revertedWithCustomError(book, "Exposure_NothingReleased")
      .withArgs(who.otherBank);
    await expect(release()).to.be.revertedWithCustomError(book, "Exposure_NothingReleased").withArgs(who.bank);
    await release(slice);
    await expect(release(slice)).to.be.revertedWithCustomError(book, "Exposure_NothingReleased").withArgs(who.bank);
  });

  it("reverts for more than 100 slices, and takes 100", async () => {
    const { ledger, book, bank, friend, slice, releasePaid, release } = await load();
    await ledger.connect(bank).transfer(slice, friend.address, 0);
    for (const call of [release(...Array(101).fill(slice)), releasePaid(...Array(101).fill(slice))])
      await expect(call).to.be.revertedWithCustomError(book, "Exposure_TooMany").withArgs(101, 100);
    await release(...Array(100).fill(slice));
  });

  it("frees what was sold on, whoever asks, and leaves what was not", async () => {
    const net = await load();
    const { ledger, book, bank, friend, cautious, slice, at, who, release, used, entries } = net;
    const parts = [1_000_000n, 500_000n].map((amount) => ({ to: friend.address, amount }));
    await ledger.connect(bank).splitAndTransfer(slice, parts, 0);
    await expect(release(at(8_500_000n)))
      .to.emit(book, "ExposureReleased")
      .withArgs(
        at(8_500_000n),
        who.bank,
        cautious.address,
        9_500_000n,
        who.obligor,
        who.supplier,
        9_000_000n,
        9_000_000n,
      );
    expect(await entries()).to.deep.equal([
      [0n, 8_500_000n],
      [9_500_000n, FACE],
    ]);
    await ledger.connect(friend).merge(at(8_500_000n), at(9_500_000n));
    await release(at(8_500_000n));
    expect(await entries()).to.deep.equal([[0n, 8_500_000n]]);
    expect(await used()).to.deep.equal([8_500_000n, 8_500_000n]);
  });

  it("frees the head and the middle of an entry, once each, and all entries under one slice", async () => {
    const net = await load();
    const { ledger, bank, friend, slice, at, release, used, entries } = net;
    await ledger.connect(bank).split(slice, [1_000_000n, 2_000_000n, 3_000_000n]);
    await ledger.connect(bank).transfer(slice, friend.address, 0);
    await ledger.connect(bank).transfer(at(5_000_000n), friend.address, 0);
    await release(at(5_000_000n), slice, at(5_000_000n));
    expect(await entries()).to.deep.equal([
      [4_000_000n, 5_000_000n],
      [7_000_000n, FACE],
    ]);
    expect(await used()).to.deep.equal([4_000_000n, 4_000_000n]);
    for (const start of [4_000_000n, 7_000_000n]) await ledger.connect(bank).transfer(at(start), friend.address, 0);
    for (const start of [4_000_000n, 5_000_000n, 7_000_000n]) await ledger.connect(friend).merge(slice, at(start));
    await release(slice);
    expect(await entries()).to.deep.equal([]);
    expect(await used()).to.deep.equal([0n, 0n]);
  });

  it("frees nothing but the bank's own cents of a slice that reaches beyond its entry", async () => {
    const net = await load();
    const { ledger, book, desk, bank, otherBank, supplier, friend, who, used, release } = net;
    const more = await confirmedReceivable(net, { number: "more" });
    await ledger.connect(supplier).split(more.slice, [3_000_000n, 3_000_000n]);
    const [second, third] = [sliceId(more.id, 4_000_000n), sliceId(more.id, 7_000_000n)];
    await desk.buy(second, bank.address);
    await desk.buy(third, otherBank.address);
    await ledger.connect(supplier).transfer(more.slice, friend.address, 0);
    await ledger.connect(bank).transfer(second, friend.address, 0);
    await ledger.connect(otherBank).transfer(third, friend.address, 0);
    await ledger.connect(friend).merge(more.slice, second);
    await ledger.connect(friend).merge(more.slice, third);
    await release(more.slice);
    expect(await used()).to.deep.equal([FACE, FACE]);
    expect(await used(who.otherBank)).to.deep.equal([3_000_000n, 3_000_000n]);
    await book.release(who.otherBank, [more.slice]);
    expect(await used(who.otherBank)).to.deep.equal([0n, 0n]);
  });

  it("stays recorded when the cents have come back before it was released, and is never counted twice", async () => {
    const net = await load();
    const { ledger, book, desk, bank, friend, slice, who, release, used } = net;
    await ledger.connect(bank).transfer(slice, friend.address, 0);
    const seller = identityOf(friend.address);
    await book.connect(bank).setLimit(KIND.SELLER, seller, CNY, FACE);
    await expect(desk.buy(slice, bank.address))
      .to.be.revertedWithCustomError(book, "Exposure_ReleaseFirst")
      .withArgs(who.bank, slice, FACE);
    await release(slice);
    await desk.buy(slice, bank.address);
    expect(await used()).to.deep.equal([FACE, 0n]);
    expect((await book.exposureOf(who.bank, KIND.SELLER, seller, CNY)).used).to.equal(FACE);
    await expect(release(slice)).to.be.revertedWithCustomError(book, "Exposure_StillHeld");
  });

  it("frees 100 entries a call, and goes on where it stopped", async () => {
    const net = await load();
    const { desk, bank, supplier, obligor, release, entries, used } = net;
    const more = await confirmedReceivable(net, { number: "more" });
    for (let cent = 0n; cent < 101n; ++cent) {
      const first = sliceId(more.id, cent);
      await desk.record(bank.address, first, cent + 1n, obligor.address, supplier.address, CNY);
    }
    await release(more.slice);
    expect(await used()).to.deep.equal([FACE + 1n, FACE + 1n]);
    await release(more.slice);
    expect(await used()).to.deep.equal([FACE, FACE]);
    expect(await entries()).to.deep.equal([[0n, FACE]]);
  });

  it("frees what the obligor paid early, also when the bank holds the rest", async () => {
    const net = await load();
    const { ledger, cny, settlementDesk, obligor, bank, id, slice, at, release, used } = net;
    await ledger.connect(bank).split(slice, [1_000_000n]);
    const word = await ledger.sliceWordOf(at(9_000_000n));
    await cny.connect(obligor).approve(settlementDesk, FACE);
    await settlementDesk.connect(obligor).payEarly(id, [at(9_000_000n)], [word]);
    await release(at(9_000_000n));
    expect(await used()).to.deep.equal([9_000_000n, 9_000_000n]);
  });

  it("frees what was written off, though the bank holds it", async () => {
    const net = await load();
    const { ledger, supervisor, bank, id, slice, at, release, used, dueDay } = net;
    await ledger.connect(bank).split(slice, [1_000_000n]);
    await startDay(net, dueDay + DEFAULT_DAYS + 1);
    await ledger.reportOverdue(id);
    await ledger.declareDefault(id);
    await expect(release(slice)).to.be.revertedWithCustomError(net.book, "Exposure_StillHeld");
    await ledger.connect(supervisor).writeOff(id, DOCUMENT);
    await release(slice);
    expect(await used()).to.deep.equal([1_000_000n, 1_000_000n]);
    await release(at(9_000_000n));
    expect(await used()).to.deep.equal([0n, 0n]);
  });

  describe("releasePaid", () => {
    it("frees all of a settled receivable, and only then without naming what waits", async () => {
      const net = await load();
      const { book, settlementDesk, obligor, id, slice, releasePaid, used, dueDay } = net;
      await expect(releasePaid()).to.be.revertedWithCustomError(book, "Exposure_NotAllNamed").withArgs(id, 0, 0, FACE);
      await startDay(net, dueDay);
      await settlementDesk.connect(obligor).pay(id, []);
      await expect(releasePaid()).to.be.revertedWithCustomError(book, "Exposure_NotAllNamed");
      await settlementDesk.payOut(id, [slice]);
      await releasePaid();
      expect(await used()).to.deep.equal([0n, 0n]);
      await expect(releasePaid()).to.be.revertedWithCustomError(book, "Exposure_NothingReleased");
    });

    it("frees nothing for a part payment: the slices are not burnt", async () => {
      const net = await load();
      const { book, settlementDesk, obligor, id, slice, who, releasePaid, dueDay } = net;
      await startDay(net, dueDay);
      await settlementDesk.connect(obligor).payPart(id, 5_000_000n, [slice]);
      await expect(releasePaid(slice))
        .to.be.revertedWithCustomError(book, "Exposure_NothingReleased")
        .withArgs(who.bank);
    });

    it("frees what was burnt around slices that still wait, when all of them are named, once and in order", async () => {
      const net = await load();
      const { ledger, book, settlementDesk, obligor, id, slice, at, freeze, releasePaid, used, entries, dueDay } = net;
      await freeze(slice, 1_000n, 2_000n);
      await freeze(at(2_000n), 5_000n, 6_000n);
      const [first, second] = [at(1_000n), at(5_000n)];
      await startDay(net, dueDay);
      await settlementDesk.connect(obligor).pay(id, [slice, at(2_000n)]);
      const burnt = 4_000n;
      await expect(releasePaid(first, second))
        .to.be.revertedWithCustomError(book, "Exposure_NotAllNamed")
        .withArgs(id, burnt, 2_000n, FACE);
      await expect(releasePaid(first, first, at(6_000n)))
        .to.be.revertedWithCustomError(ledger, "Desk_NotAscending")
        .withArgs(first);
      await expect(releasePaid(first, at(2_000n), at(6_000n)))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(at(2_000n));
      const other = sliceId(id + 1n, 5_000n);
      await expect(releasePaid(first, other))
        .to.be.revertedWithCustomError(ledger, "Slices_OtherReceivable")
        .withArgs(other, id);
      await releasePaid(first, second, at(6_000n));
      expect(await entries()).to.deep.equal([
        [1_000n, 2_000n],
        [5_000n, FACE],
      ]);
      expect(await used()).to.deep.equal([FACE - burnt, FACE - burnt]);
      await settlementDesk.payOut(id, [at(6_000n)]);
      await releasePaid(first, second);
      expect(await used()).to.deep.equal([2_000n, 2_000n]);
    });
  });
});

describe("ExposureBook: release of what a bank has lent against", () => {
  const load = loaderOf(pledged);

  it("reverts while the lending desk has it locked, also after a legal cut", async () => {
    const { book, slice, at, who, release, used, freeze } = await load();
    await freeze(slice, 10n, 20n);
    for (const named of [slice, at(10n), at(20n)]) {
      await expect(release(named)).to.be.revertedWithCustomError(book, "Exposure_NothingReleased").withArgs(who.bank);
    }
    expect(await used()).to.deep.equal([FACE, FACE]);
  });

  it("frees it once the desk has unlocked it", async () => {
    const { lender, slice, release, used } = await load();
    await lender.unlock(slice);
    await release(slice);
    expect(await used()).to.deep.equal([0n, 0n]);
  });

  it("reverts when the bank has seized it, until it is gone", async () => {
    const net = await load();
    const { ledger, book, lender, bank, friend, slice, who, release, used } = net;
    await lender.seize(slice, bank.address);
    await expect(release(slice))
      .to.be.revertedWithCustomError(book, "Exposure_StillHeld")
      .withArgs(who.bank, slice, bank.address);
    await ledger.connect(bank).transfer(slice, friend.address, 0);
    await release(slice);
    expect(await used()).to.deep.equal([0n, 0n]);
  });

  it("keeps it after a write-off while it is locked: the borrower still owes the loan", async () => {
    const net = await load();
    const { ledger, book, lender, supervisor, id, slice, who, release, used, dueDay } = net;
    await startDay(net, dueDay + DEFAULT_DAYS + 1);
    await ledger.reportOverdue(id);
    await ledger.declareDefault(id);
    await ledger.connect(supervisor).writeOff(id, DOCUMENT);
    await expect(release(slice)).to.be.revertedWithCustomError(book, "Exposure_NothingReleased").withArgs(who.bank);
    await lender.unlock(slice);
    await release(slice);
    expect(await used()).to.deep.equal([0n, 0n]);
  });

  it("frees it when the receivable is settled", async () => {
    const net = await load();
    const { book, settlementDesk, obligor, id, slice, who, used, dueDay } = net;
    await startDay(net, dueDay);
    await settlementDesk.connect(obligor).pay(id, [slice]);
    await book.releasePaid(who.bank, id, []);
    expect(await used()).to.deep.equal([0n, 0n]);
  });
});
