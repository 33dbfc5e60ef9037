import { expect } from "chai";
import { id as hashOf, ZeroHash } from "ethers";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import { sliceId, startDay, termsFor } from "../../helpers/network.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { signQuote } from "../../helpers/signQuote.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";
import { MARK, proposalWord, receivableWord, STATUS, sliceWord } from "../../helpers/words.ts";

const DOCUMENT = hashOf("an order");
const LIFTED = hashOf("an order that lifts another");
const FAR = 5_000_000_000;
const FACE = 10_000_000n;
const DAY = 86_400;
const HELD = 0x40n;
const FROZEN = 2n;
const CONFIRMED = BigInt(STATUS.CONFIRMED) | MARK.REGISTRY;

describe("Legal orders: hold", () => {
  const load = loaderOf((net) => threeHolders(net));

  it("reverts without a document, for an unknown and for an unconfirmed receivable", async () => {
    const net = await load();
    const { ledger, supervisor, supplier, id } = net;
    const officer = ledger.connect(supervisor);
    await expect(officer.hold(id, ZeroHash)).to.be.revertedWithCustomError(ledger, "Legal_DocumentMissing");
    await expect(officer.hold(id ^ 1n, DOCUMENT))
      .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
      .withArgs(id ^ 1n, 0);
    const terms = await termsFor(net, { number: "registered only" });
    await ledger.connect(supplier).register(terms);
    const registered = await idOf(net, terms);
    await expect(officer.hold(registered, DOCUMENT))
      .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
      .withArgs(registered, proposalWord(terms, 1n, STATUS.REGISTERED));
  });

  it("reverts for everybody but the supervisor, who can't hand it to the operator", async () => {
    const { ledger, operator, supplier, outsider, id } = await load();
    for (const who of [operator, supplier, outsider])
      for (const attempt of [ledger.connect(who).hold(id, DOCUMENT), ledger.connect(who).endHold(id)])
        await expect(attempt).to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized").withArgs(who.address);
  });

  it("lasts 24 hours, and says so", async () => {
    const net = await load();
    const { ledger, supervisor, id, terms } = net;
    expect(await ledger.heldUntil(id)).to.equal(0);
    const until = (await nextSecond(net)) + DAY;
    const word = receivableWord(terms, CONFIRMED | HELD);
    const tx = ledger.connect(supervisor).hold(id, DOCUMENT);
    await expect(tx).to.emit(ledger, "ReceivableHeld").withArgs(id, supervisor.address, until, DOCUMENT, word);
    await expect(tx).to.emit(ledger, "BatchMetadataUpdate").withArgs(sliceId(id, 0n), sliceId(id, FACE));
    expect([await ledger.receivableWordOf(id), await ledger.heldUntil(id)]).to.deep.equal([word, BigInt(until)]);
  });

  it("stops holders, payees and desks until its last second, and runs out by itself", async () => {
    const net = await load();
    const { ledger, discountDesk, supervisor, supplier, cautious, second, stranger, id, head, middle, last } = net;
    const time = net.networkHelpers.time;
    const by = ledger.connect(supplier);
    await by.splitAndTransfer(head, [{ to: cautious.address, amount: 1_000_000n }], FAR);
    const offered = sliceId(id, 6_000_000n);
    await ledger.connect(second).split(middle, [500_000n]);
    await ledger.connect(supervisor).hold(id, DOCUMENT);
    const until = Number(await ledger.heldUntil(id));
    await time.increaseTo(until - 30);
    const { quote, signature } = await signQuote(net, head, 5_900_000n);
    const attempts = [
      () => by.split(head, [100_000n]),
      () => by.splitAndTransfer(head, [{ to: stranger.address, amount: 100_000n }], 0),
      () => by.transfer(head, stranger.address, 0),
      () => by.transferFrom(supplier.address, stranger.address, head),
      () => ledger.connect(second).merge(middle, sliceId(id, 8_500_000n)),
      () => ledger.connect(cautious).accept(offered),
      () => discountDesk.connect(supplier).takeQuote(quote, signature),
    ];
    for (const attempt of attempts)
      await expect(attempt()).to.be.revertedWithCustomError(ledger, "Slices_Held").withArgs(id, until);
    await time.setNextBlockTimestamp(until);
    await expect(ledger.connect(net.third).transfer(last, stranger.address, 0))
      .to.be.revertedWithCustomError(ledger, "Slices_Held")
      .withArgs(id, until);
    await time.setNextBlockTimestamp(until + 1);
    await ledger.connect(net.third).transfer(last, stranger.address, 0);
    expect(await ledger.receivableWordOf(id)).to.equal(receivableWord(net.terms, CONFIRMED | HELD));
  });

  it("lets a payee refuse and the holder withdraw what was offered", async () => {
    const { ledger, supervisor, supplier, cautious, id, head } = await load();
    const parts = [1_000_000n, 1_000_000n].map((amount) => ({ to: cautious.address, amount }));
    await ledger.connect(supplier).splitAndTransfer(head, parts, FAR);
    await ledger.connect(supervisor).hold(id, DOCUMENT);
    await expect(ledger.connect(cautious).endOffer(sliceId(id, 5_000_000n))).to.emit(ledger, "TransferOfferEnded");
    await expect(ledger.connect(supplier).endOffer(sliceId(id, 6_000_000n))).to.emit(ledger, "TransferOfferEnded");
  });

  it("lets the obligor pay in, naming no slice, and makes the pay-outs wait", async () => {
    const net = await load();
    const { ethers, ledger, settlementDesk, cny, supervisor, obligor, supplier, id, head, dueDay } = net;
    const pay = (slices: bigint[]) => settlementDesk.connect(obligor).pay(id, slices);
    await startDay(net, dueDay);
    await ledger.connect(supervisor).hold(id, DOCUMENT);
    const until = await ledger.heldUntil(id);
    await expect(pay([head]))
      .to.be.revertedWithCustomError(ledger, "Slices_Held")
      .withArgs(id, until);
    await expect(pay([])).to.changeTokenBalances(ethers, cny, [obligor, settlementDesk], [-FACE, FACE]);
    await expect(settlementDesk.payOut(id, [head]))
      .to.be.revertedWithCustomError(ledger, "Slices_Held")
      .withArgs(id, until);
    await settlementDesk.payOut(id, []);
    await net.networkHelpers.time.increaseTo(until);
    await expect(settlementDesk.payOut(id, [head])).to.changeTokenBalances(
      ethers,
      cny,
      [settlementDesk, supplier],
      [-7_000_000n, 7_000_000n],
    );
  });

  it("reverts while it runs, and for seven days after it has run out", async () => {
    const net = await load();
    const { ledger, supervisor, id } = net;
    const time = net.networkHelpers.time;
    const hold = () => ledger.connect(supervisor).hold(id, DOCUMENT);
    await hold();
    const until = Number(await ledger.heldUntil(id));
    await time.setNextBlockTimestamp(until);
    await expect(hold()).to.be.revertedWithCustomError(ledger, "Legal_AlreadyHeld").withArgs(id, until);
    const earliest = until + 7 * DAY + 1;
    for (const second of [until + 1, earliest - 1]) {
      await time.setNextBlockTimestamp(second);
      await expect(hold()).to.be.revertedWithCustomError(ledger, "Legal_HeldRecently").withArgs(id, until, earliest);
    }
    await time.setNextBlockTimestamp(earliest);
    await hold();
    expect(await ledger.heldUntil(id)).to.equal(earliest + DAY);
  });

  it("holds after the due day too, until everything is paid out", async () => {
    const net = await load();
    const { ledger, settlementDesk, supervisor, obligor, id, slices, terms, dueDay } = net;
    await startDay(net, dueDay + 1);
    await expect(ledger.connect(supervisor).hold(id, DOCUMENT)).to.emit(ledger, "ReceivableHeld");
    await net.networkHelpers.time.increase(8 * DAY);
    await settlementDesk.connect(obligor).pay(id, slices);
    const settled = receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY | HELD);
    await expect(ledger.connect(supervisor).hold(id, DOCUMENT))
      .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
      .withArgs(id, settled);
  });
});

describe("Legal orders: endHold", () => {
  const load = loaderOf((net) => threeHolders(net));

  it("reverts where no hold is on", async () => {
    const { ledger, supervisor, id } = await load();
    const officer = ledger.connect(supervisor);
    await expect(officer.endHold(id)).to.be.revertedWithCustomError(ledger, "Legal_NotHeld").withArgs(id);
    await officer.hold(id, DOCUMENT);
    await officer.endHold(id);
    await expect(officer.endHold(id)).to.be.revertedWithCustomError(ledger, "Legal_NotHeld").withArgs(id);
  });

  it("ends it at once; the seven days count from there", async () => {
    const net = await load();
    const { ledger, supervisor, supplier, stranger, id, head, terms } = net;
    const officer = ledger.connect(supervisor);
    await officer.hold(id, DOCUMENT);
    const now = await nextSecond(net);
    const word = receivableWord(terms, CONFIRMED);
    const tx = officer.endHold(id);
    await expect(tx).to.emit(ledger, "HoldEnded").withArgs(id, supervisor.address, word);
    await expect(tx).to.emit(ledger, "BatchMetadataUpdate").withArgs(sliceId(id, 0n), sliceId(id, FACE));
    expect([await ledger.receivableWordOf(id), await ledger.heldUntil(id)]).to.deep.equal([word, BigInt(now - 1)]);
    await ledger.connect(supplier).transfer(head, stranger.address, 0);
    const earliest = now + 7 * DAY;
    await net.networkHelpers.time.setNextBlockTimestamp(earliest - 1);
    await expect(officer.hold(id, DOCUMENT))
      .to.be.revertedWithCustomError(ledger, "Legal_HeldRecently")
      .withArgs(id, now - 1, earliest);
    await net.networkHelpers.time.setNextBlockTimestamp(earliest);
    await officer.hold(id, DOCUMENT);
  });

  it("clears the mark of one that has run out, whose end stays what it was", async () => {
    const { ledger, supervisor, id, terms, networkHelpers } = await load();
    await ledger.connect(supervisor).hold(id, DOCUMENT);
    const until = await ledger.heldUntil(id);
    await networkHelpers.time.increaseTo(until + 1n);
    await ledger.connect(supervisor).endHold(id);
    expect(await ledger.heldUntil(id)).to.equal(until);
    expect(await ledger.receivableWordOf(id)).to.equal(receivableWord(terms, CONFIRMED));
  });
});

describe("Legal orders: release", () => {
  const load = loaderOf(async (net) => {
    const holders = await threeHolders(net);
    const until = (await net.networkHelpers.time.latest()) + 30 * DAY;
    await net.ledger.connect(net.supervisor).freeze(holders.head, 0n, FACE, 4, DOCUMENT, until);
    return { ...holders, until, officer: net.ledger.connect(net.supervisor) };
  });

  it("reverts without a document and above a hundred slices, whoever asks", async () => {
    const { ledger, officer, outsider, head } = await load();
    await expect(officer.release([head], ZeroHash)).to.be.revertedWithCustomError(ledger, "Legal_DocumentMissing");
    const tooMany = Array<bigint>(101).fill(head);
    for (const attempt of [officer.release(tooMany, LIFTED), ledger.connect(outsider).releaseExpired(tooMany)])
      await expect(attempt).to.be.revertedWithCustomError(ledger, "Legal_TooMany").withArgs(101, 100);
  });

  it("reverts as a whole when one slice is not frozen, is named twice or is not there", async () => {
    const { ledger, officer, supervisor, id, head, middle, last } = await load();
    await officer.release([last], LIFTED);
    for (const wrong of [last, middle, sliceId(id, 1n)])
      await expect(officer.release([middle, head, wrong], LIFTED))
        .to.be.revertedWithCustomError(ledger, "Legal_NotFrozen")
        .withArgs(wrong);
    expect((await ledger.freezeOf(head)).by).to.equal(supervisor.address);
  });

  it("frees slices before their time: words, record, events, and they move again", async () => {
    const { ledger, officer, supervisor, supplier, second, third, stranger, head, middle, last } = await load();
    const tx = officer.release([head, middle], LIFTED);
    const freed = [
      [head, sliceWord({ holder: supplier.address, end: 7_000_000n, sequence: 2n })],
      [middle, sliceWord({ holder: second.address, end: 9_000_000n, hops: 1n, sequence: 3n })],
    ] as const;
    for (const [slice, word] of freed) {
      await expect(tx).to.emit(ledger, "SliceReleased").withArgs(slice, supervisor.address, LIFTED, word);
      await expect(tx).to.emit(ledger, "MetadataUpdate").withArgs(slice);
      expect(await ledger.sliceWordOf(slice)).to.equal(word);
      expect((await ledger.freezeOf(slice)).until).to.equal(0);
    }
    await ledger.connect(second).transfer(middle, stranger.address, 0);
    await expect(ledger.connect(third).transfer(last, second.address, 0))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(last, FROZEN);
    expect((await ledger.freezeOf(last)).by).to.equal(supervisor.address);
  });

  it("is anyone's once the freeze has run out, and nobody's a second before", async () => {
    const net = await load();
    const { ledger, outsider, third, last, until } = net;
    const by = ledger.connect(outsider);
    await net.networkHelpers.time.setNextBlockTimestamp(until);
    await expect(by.releaseExpired([last]))
      .to.be.revertedWithCustomError(ledger, "Legal_FrozenUntil")
      .withArgs(last, until, until);
    await net.networkHelpers.time.setNextBlockTimestamp(until + 1);
    const word = sliceWord({ holder: third.address, end: FACE, hops: 1n, sequence: 3n });
    await expect(by.releaseExpired([last]))
      .to.emit(ledger, "SliceReleased")
      .withArgs(last, outsider.address, ZeroHash, word);
    await expect(by.releaseExpired([last]))
      .to.be.revertedWithCustomError(ledger, "Legal_NotFrozen")
      .withArgs(last);
  });

  it("a freeze that has run out holds on until somebody releases it", async () => {
    const net = await load();
    const { ledger, third, stranger, last, until } = net;
    await net.networkHelpers.time.increaseTo(until + 1);
    await expect(ledger.connect(third).transfer(last, stranger.address, 0))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(last, FROZEN);
    await ledger.connect(third).releaseExpired([last]);
    await ledger.connect(third).transfer(last, stranger.address, 0);
  });
});
