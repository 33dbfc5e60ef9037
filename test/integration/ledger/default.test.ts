import { expect } from "chai";
import { ZeroHash } from "ethers";
import { DOCUMENT, FAR } from "../../helpers/deskActs.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { identityOf, type Network, sliceId, startDay, termsFor, todayOf } from "../../helpers/network.ts";
import { addPolicy } from "../../helpers/policy.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";
import { proposalWord, receivableWord, STATUS } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const CNY = 1;
const GRACE_DAYS = 3;
const DEFAULT_DAYS = 30;
/** A participant's flag and a receivable's mark. */
const OWES_OVERDUE = 8n << 8n;
const [REGISTRY, PAID_INTO, HELD, OVERDUE] = [0x10n, 0x20n, 0x40n, 0x80n];
const CONFIRMED = 4n | REGISTRY;
const SETTLED = 5n | REGISTRY;
const WRITTEN_OFF = 6n | REGISTRY | OVERDUE;
const DEFAULTED = 7n | REGISTRY | OVERDUE;

/** Owed to three holders, and five millions more, due a hundred days later, so that nothing is subtracted from nothing. */
async function owing(net: Network) {
  const { ledger, supplier, obligor } = net;
  const held = await threeHolders(net);
  const more = await termsFor(net, { number: "more", face: 5_000_000n, dueDay: held.dueDay + 100 });
  await ledger.connect(supplier).register(more);
  await ledger.connect(obligor).confirm(supplier.address, more, 1);
  const identity = identityOf(obligor.address);
  return {
    ...held,
    identity,
    standing: await ledger.participantOf(obligor.address),
    owed: async () => (await ledger.outstandingOf(identity, CNY)).amount,
    statusIs: async (status: bigint) =>
      expect(await ledger.receivableWordOf(held.id)).to.equal(receivableWord(held.terms, status)),
  };
}

type Owing = Network & Awaited<ReturnType<typeof owing>>;

/** Reported overdue on the first day after grace, and the day from which default can be declared has begun. */
async function overdueFor(net: Owing, days = DEFAULT_DAYS + 1) {
  await startDay(net, net.dueDay + GRACE_DAYS + 1);
  await net.ledger.reportOverdue(net.id);
  if (days > GRACE_DAYS + 1) await startDay(net, net.dueDay + days);
}

async function inDefault(net: Network) {
  const own = { ...net, ...(await owing(net)) };
  await overdueFor(own);
  await own.ledger.declareDefault(own.id);
  return own;
}

async function writtenOff(net: Network) {
  const own = await inDefault(net);
  await own.ledger.connect(own.supervisor).writeOff(own.id, DOCUMENT);
  return own;
}

describe("Obligors: declareDefault", () => {
  const load = loaderOf(owing);

  it("reverts unless reported overdue: unknown, registered, confirmed, due for long", async () => {
    const net = await load();
    const { ledger, supplier, id, terms, dueDay } = net;
    const proposed = await termsFor(net, { number: "proposed" });
    await ledger.connect(supplier).register(proposed);
    const proposedId = await idOf(net, proposed);
    const expectNotReported = (of: bigint, word: bigint) =>
      expect(ledger.declareDefault(of))
        .to.be.revertedWithCustomError(ledger, "Obligors_NotReported")
        .withArgs(of, word);
    await expectNotReported(1n, 0n);
    await expectNotReported(proposedId, proposalWord(proposed, 1n, STATUS.REGISTERED));
    await startDay(net, dueDay + 100);
    await expectNotReported(id, receivableWord(terms, CONFIRMED));
  });

  it("reverts through the last second of the policy's days and works in the next, for anyone, in UTC+8", async () => {
    const net = await load();
    const { ledger, outsider, id, dueDay } = net;
    const lastDay = dueDay + DEFAULT_DAYS;
    await overdueFor(net, GRACE_DAYS + 1);
    const by = ledger.connect(outsider);
    await expect(by.declareDefault(id))
      .to.be.revertedWithCustomError(ledger, "Obligors_NotInDefault")
      .withArgs(id, lastDay, await todayOf(net));
    const midnight = (lastDay + 1) * 86_400 - 8 * 3600;
    await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
    await expect(by.declareDefault(id))
      .to.be.revertedWithCustomError(ledger, "Obligors_NotInDefault")
      .withArgs(id, lastDay, lastDay);
    await net.networkHelpers.time.setNextBlockTimestamp(midnight);
    await by.declareDefault(id);
  });

  it("says so, once, tells wallets that all slices changed, and leaves the obligor's standing and debt as they are", async () => {
    const net = await load();
    const { ledger, obligor, outsider, identity, id, terms, standing } = net;
    await overdueFor(net);
    const word = receivableWord(terms, DEFAULTED);
    await expect(ledger.connect(outsider).declareDefault(id))
      .to.emit(ledger, "ReceivableDefaulted")
      .withArgs(id, obligor.address, outsider.address, word)
      .and.to.emit(ledger, "BatchMetadataUpdate")
      .withArgs(sliceId(id, 0n), sliceId(id, FACE));
    await net.statusIs(DEFAULTED);
    expect(await ledger.participantOf(obligor.address)).to.equal(standing | OWES_OVERDUE);
    expect(await ledger.overdueOf(identity)).to.equal(1);
    expect(await net.owed()).to.equal(FACE + 5_000_000n);
    await expect(ledger.declareDefault(id))
      .to.be.revertedWithCustomError(ledger, "Obligors_NotReported")
      .withArgs(id, word);
    await expect(ledger.reportOverdue(id))
      .to.be.revertedWithCustomError(ledger, "Obligors_AlreadyReported")
      .withArgs(id);
  });

  it("follows the report at once where the policy has no more days than those of grace; each keeps its own version", async () => {
    const net = await load();
    const { ledger, supplier, obligor, id } = net;
    const strict = await addPolicy(net, { defaultDays: GRACE_DAYS });
    const terms = await termsFor(net, { number: "strict", dueDay: net.dueDay });
    const strictId = await idOf(net, terms);
    await ledger.connect(supplier).register(terms);
    await ledger.connect(obligor).confirm(supplier.address, terms, strict);
    await overdueFor(net, GRACE_DAYS + 1);
    await ledger.reportOverdue(strictId);
    await ledger.declareDefault(strictId);
    // The other keeps the version under which it was confirmed.
    await expect(ledger.declareDefault(id))
      .to.be.revertedWithCustomError(ledger, "Obligors_NotInDefault")
      .withArgs(id, net.dueDay + DEFAULT_DAYS, net.dueDay + GRACE_DAYS + 1);
  });

  it("does not need a report that was early: reported and declared on the same day", async () => {
    const net = await load();
    await startDay(net, net.dueDay + DEFAULT_DAYS + 1);
    await net.ledger.reportOverdue(net.id);
    await net.ledger.declareDefault(net.id);
    await net.statusIs(DEFAULTED);
  });

  it("comes also after payments in part, the whole face still being counted", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, id, slices, dueDay } = net;
    const by = settlementDesk.connect(obligor);
    await startDay(net, dueDay);
    await by.payPart(id, 4_000_000n, slices);
    await overdueFor(net, 20);
    await by.payPart(id, 5_900_000n, slices);
    await startDay(net, dueDay + DEFAULT_DAYS + 1);
    await ledger.declareDefault(id);
    await net.statusIs(DEFAULTED | PAID_INTO);
    expect(await net.owed()).to.equal(FACE + 5_000_000n);
  });

  it("never comes after a payment in full, nor where all was paid before the due day", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, id, terms, slices } = net;
    const snapshot = await net.networkHelpers.takeSnapshot();
    await overdueFor(net);
    await settlementDesk.connect(obligor).pay(id, []);
    await expect(ledger.declareDefault(id))
      .to.be.revertedWithCustomError(ledger, "Obligors_NotReported")
      .withArgs(id, receivableWord(terms, CONFIRMED | PAID_INTO));
    await expect(ledger.reportOverdue(id)).to.be.revertedWithCustomError(ledger, "Obligors_AlreadyPaid").withArgs(id);
    await snapshot.restore();
    const words = await Promise.all(slices.map((slice) => ledger.sliceWordOf(slice)));
    await settlementDesk.connect(obligor).payEarly(id, slices, words);
    await startDay(net, net.dueDay + DEFAULT_DAYS + 1);
    await expect(ledger.reportOverdue(id)).to.be.revertedWithCustomError(ledger, "Obligors_AlreadyPaid").withArgs(id);
  });

  it("names the account in force of an obligor that lost its key, and its mark is on that account", async () => {
    const net = await load();
    const { ledger, obligor, outsider, identity, id, terms } = net;
    await replaceKey(net, obligor, outsider);
    const standing = await ledger.participantOf(outsider.address);
    await overdueFor(net);
    await expect(ledger.declareDefault(id))
      .to.emit(ledger, "ReceivableDefaulted")
      .withArgs(id, outsider.address, net.operator.address, receivableWord(terms, DEFAULTED));
    expect(await ledger.participantOf(outsider.address)).to.equal(standing | OWES_OVERDUE);
    expect(await ledger.overdueOf(identity)).to.equal(1);
  });
});

describe("Obligors: a receivable in default", () => {
  const load = loaderOf(inDefault);

  it("can't be passed on, and its obligor confirms nothing", async () => {
    const net = await load();
    const { ledger, supplier, obligor, second, id, head, dueDay, standing } = net;
    await expect(ledger.connect(supplier).transfer(head, second.address, 0))
      .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
      .withArgs(id, dueDay, dueDay + DEFAULT_DAYS + 1);
    const terms = await termsFor(net, { number: "INV-2" });
    await ledger.connect(supplier).register(terms);
    await expect(ledger.connect(obligor).confirm(supplier.address, terms, 1))
      .to.be.revertedWithCustomError(ledger, "Obligors_IssuanceStopped")
      .withArgs(obligor.address, standing | OWES_OVERDUE);
  });

  it("can still be held and frozen by order", async () => {
    const net = await load();
    const by = net.ledger.connect(net.supervisor);
    await by.hold(net.id, DOCUMENT);
    await net.statusIs(DEFAULTED | HELD);
    await expect(by.freeze(net.head, 0, 7_000_000n, 1, DOCUMENT, FAR)).to.emit(net.ledger, "SliceFrozen");
    await net.statusIs(DEFAULTED);
  });

  it("stays so when it is paid in part, to the last cent but one", async () => {
    const net = await load();
    const { ethers, cny, settlementDesk, obligor, supplier, id, head, slices } = net;
    const by = settlementDesk.connect(obligor);
    // Of the 1 550.00 of penalty the slice has 1 085.00; 40 000.00 of the face follow, of which it has 70 %.
    await expect(by.payPart(id, 4_155_000n, [head])).to.changeTokenBalance(ethers, cny, supplier, 2_908_500n);
    await by.payPart(id, 5_999_999n, slices);
    await net.statusIs(DEFAULTED | PAID_INTO);
    expect((await settlementDesk.dueOf(id)).face).to.equal(1n);
    expect(await net.owed()).to.equal(FACE + 5_000_000n);
  });

  it("is settled and cured by payment in full, with its penalty", async () => {
    const net = await load();
    const { ethers, ledger, cny, settlementDesk, obligor, supplier, second, third, identity } = net;
    const { id, slices, terms, standing } = net;
    const tx = settlementDesk.connect(obligor).pay(id, slices);
    await expect(tx)
      .to.emit(ledger, "ReceivableCured")
      .withArgs(id, obligor.address, 0, receivableWord(terms, CONFIRMED), standing);
    await expect(tx).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, supplier, second, third],
      [-10_155_000n, 7_108_500n, 2_031_000n, 1_015_500n],
    );
    await net.statusIs(SETTLED);
    expect(await ledger.participantOf(obligor.address)).to.equal(standing);
    expect(await ledger.overdueOf(identity)).to.equal(0);
    expect(await net.owed()).to.equal(5_000_000n);
  });

  it("is cured as soon as all is paid, whatever is still to be paid out, also in two payments", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, id, terms, standing, slices } = net;
    const by = settlementDesk.connect(obligor);
    await by.payPart(id, 5_155_000n, []);
    const cured = receivableWord(terms, CONFIRMED | PAID_INTO);
    await expect(by.payPart(id, 5_000_000n, []))
      .to.emit(ledger, "ReceivableCured")
      .withArgs(id, obligor.address, 0, cured, standing);
    await net.statusIs(CONFIRMED | PAID_INTO);
    expect(await net.owed()).to.equal(FACE + 5_000_000n);
    await expect(ledger.connect(net.supervisor).writeOff(id, DOCUMENT))
      .to.be.revertedWithCustomError(ledger, "Obligors_NotDefaulted")
      .withArgs(id, cured);
    await settlementDesk.payOut(id, slices);
    await net.statusIs(SETTLED | PAID_INTO);
    expect(await net.owed()).to.equal(5_000_000n);
  });
});

describe("Obligors: writeOff", () => {
  const load = loaderOf(owing);
  const loadDefaulted = loaderOf(inDefault);

  it("reverts for everybody but the supervisor", async () => {
    const { ledger, operator, obligor, supplier, outsider, id } = await loadDefaulted();
    for (const who of [operator, obligor, supplier, outsider])
      await expect(ledger.connect(who).writeOff(id, DOCUMENT))
        .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
        .withArgs(who.address);
  });

  it("reverts before the default, without a document, and a second time", async () => {
    const net = await load();
    const { ledger, supervisor, id, terms } = net;
    const by = ledger.connect(supervisor);
    const expectNotDefaulted = (status: bigint) =>
      expect(by.writeOff(id, DOCUMENT))
        .to.be.revertedWithCustomError(ledger, "Obligors_NotDefaulted")
        .withArgs(id, receivableWord(terms, status));
    await expectNotDefaulted(CONFIRMED);
    await overdueFor(net);
    await expectNotDefaulted(CONFIRMED | OVERDUE);
    await ledger.declareDefault(id);
    await expect(by.writeOff(id, ZeroHash))
      .to.be.revertedWithCustomError(ledger, "Obligors_DocumentMissing")
      .withArgs();
    await by.writeOff(id, DOCUMENT);
    await expectNotDefaulted(WRITTEN_OFF);
  });

  it("takes the face from what the obligor owes, and leaves its mark and the slices", async () => {
    const net = await loadDefaulted();
    const { ledger, supervisor, obligor, supplier, identity, id, head, terms, standing } = net;
    const word = await ledger.sliceWordOf(head);
    await expect(ledger.connect(supervisor).writeOff(id, DOCUMENT))
      .to.emit(ledger, "ReceivableWrittenOff")
      .withArgs(id, obligor.address, supervisor.address, DOCUMENT, receivableWord(terms, WRITTEN_OFF))
      .and.to.emit(ledger, "BatchMetadataUpdate")
      .withArgs(sliceId(id, 0n), sliceId(id, FACE));
    await net.statusIs(WRITTEN_OFF);
    expect(await net.owed()).to.equal(5_000_000n);
    expect(await ledger.overdueOf(identity)).to.equal(1);
    expect(await ledger.participantOf(obligor.address)).to.equal(standing | OWES_OVERDUE);
    expect(await ledger.sliceWordOf(head)).to.equal(word);
    expect(await ledger.ownerOf(head)).to.equal(supplier.address);
  });

  it("takes only what was not paid before the due day", async () => {
    const net = await load();
    const { ledger, supervisor, settlementDesk, obligor, id, last } = net;
    await settlementDesk.connect(obligor).payEarly(id, [last], [await ledger.sliceWordOf(last)]);
    expect(await net.owed()).to.equal(14_000_000n);
    await overdueFor(net);
    await ledger.declareDefault(id);
    await ledger.connect(supervisor).writeOff(id, DOCUMENT);
    expect(await net.owed()).to.equal(5_000_000n);
  });

  it("takes the whole face after payments in part, too", async () => {
    const net = await loadDefaulted();
    const { ledger, supervisor, settlementDesk, obligor, id, slices } = net;
    await settlementDesk.connect(obligor).payPart(id, 4_155_000n, slices);
    await ledger.connect(supervisor).writeOff(id, DOCUMENT);
    await net.statusIs(WRITTEN_OFF | PAID_INTO);
    expect(await net.owed()).to.equal(5_000_000n);
  });

  it("makes room under the limit, where the policy lets an overdue obligor confirm", async () => {
    const net = await loadDefaulted();
    const { ledger, supervisor, supplier, obligor, identity, id } = net;
    const lenient = await addPolicy(net, { stopIssuance: false });
    await ledger.setOutstandingLimit(identity, CNY, FACE + 5_000_000n);
    const terms = await termsFor(net, { number: "INV-2" });
    await ledger.connect(supplier).register(terms);
    const confirm = () => ledger.connect(obligor).confirm(supplier.address, terms, lenient);
    await expect(confirm())
      .to.be.revertedWithCustomError(ledger, "Obligors_LimitExceeded")
      .withArgs(obligor.address, CNY, FACE + 5_000_000n, FACE, FACE + 5_000_000n);
    await ledger.connect(supervisor).writeOff(id, DOCUMENT);
    await confirm();
    expect(await net.owed()).to.equal(FACE + 5_000_000n);
  });
});

describe("Obligors: a receivable written off", () => {
  const load = loaderOf(writtenOff);

  it("can be neither reported nor declared in default again", async () => {
    const { ledger, id, terms } = await load();
    const word = receivableWord(terms, WRITTEN_OFF);
    await expect(ledger.reportOverdue(id)).to.be.revertedWithCustomError(ledger, "Slices_NotLive").withArgs(id, word);
    await expect(ledger.declareDefault(id))
      .to.be.revertedWithCustomError(ledger, "Obligors_NotReported")
      .withArgs(id, word);
  });

  it("pays its holders what is still paid in part, and stays written off", async () => {
    const net = await load();
    const { ethers, cny, settlementDesk, obligor, supplier, second, id, head, middle } = net;
    const tx = settlementDesk.connect(obligor).payPart(id, 1_155_000n, [head, middle]);
    await expect(tx).to.changeTokenBalances(ethers, cny, [supplier, second], [808_500n, 231_000n]);
    await net.statusIs(WRITTEN_OFF | PAID_INTO);
    expect(await net.owed()).to.equal(5_000_000n);
  });

  it("is settled and cured by payment in full, and nothing is taken from the obligor's debt a second time", async () => {
    const net = await load();
    const { ethers, ledger, cny, settlementDesk, obligor, supplier, second, third, identity } = net;
    const { id, slices, terms, standing } = net;
    const tx = settlementDesk.connect(obligor).pay(id, slices);
    await expect(tx)
      .to.emit(ledger, "ReceivableCured")
      .withArgs(id, obligor.address, 0, receivableWord(terms, WRITTEN_OFF & ~OVERDUE), standing)
      .and.to.emit(ledger, "SlicesRedeemed")
      .withArgs(id, await settlementDesk.getAddress(), FACE, 0, FACE, receivableWord(terms, SETTLED));
    await expect(tx).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, supplier, second, third],
      [-10_155_000n, 7_108_500n, 2_031_000n, 1_015_500n],
    );
    await net.statusIs(SETTLED);
    expect(await ledger.participantOf(obligor.address)).to.equal(standing);
    expect(await ledger.overdueOf(identity)).to.equal(0);
    expect(await net.owed()).to.equal(5_000_000n);
  });

  it("is cured at once and settled with the last slice, when it is paid out bit by bit", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, identity, id, head, middle, last } = net;
    await settlementDesk.connect(obligor).pay(id, [middle]);
    await net.statusIs((WRITTEN_OFF & ~OVERDUE) | PAID_INTO);
    expect(await ledger.overdueOf(identity)).to.equal(0);
    await settlementDesk.payOut(id, [head]);
    await net.statusIs((WRITTEN_OFF & ~OVERDUE) | PAID_INTO);
    await settlementDesk.payOut(id, [last]);
    await net.statusIs(SETTLED | PAID_INTO);
    expect(await net.owed()).to.equal(5_000_000n);
  });

  it("with another overdue: the obligor stays marked until that one is paid as well", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, identity, id, dueDay, standing } = net;
    const more = await idOf(net, await termsFor(net, { number: "more" }));
    await startDay(net, dueDay + 100 + GRACE_DAYS + 1);
    await ledger.reportOverdue(more);
    expect(await ledger.overdueOf(identity)).to.equal(2);
    const by = settlementDesk.connect(obligor);
    await by.pay(id, []);
    expect(await ledger.participantOf(obligor.address)).to.equal(standing | OWES_OVERDUE);
    await by.pay(more, []);
    expect(await ledger.participantOf(obligor.address)).to.equal(standing);
  });
});
