import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ALL_POWERS, DOCUMENT, FAR, ownDesks, POWER } from "../../helpers/deskActs.ts";
import { admitDesk, DECISION } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId, startDay, todayOf } from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { MARK, receivableWord, STATUS, sliceWord } from "../../helpers/words.ts";

const HEAD = 7_000_000n;
const FROZEN = 2n;
const CONFIRMED = BigInt(STATUS.CONFIRMED) | MARK.REGISTRY;
const NO_MARK = [0n, 0n];

const mark = (face: bigint, penalty: bigint) => ({ face, penalty });

async function due(net: Network) {
  const desks = await ownDesks(net);
  await startDay(net, desks.dueDay);
  const marksOf = async (slices: bigint[]) => (await net.ledger.payeesOf(slices))[1];
  return { ...desks, marksOf };
}

describe("Desk acts: markPaid and payeesOf", () => {
  const load = loaderOf(due);

  it("records what slices have been paid for, burns none, and says it as the chain has it", async () => {
    const { ledger, settling, settler, id, head, middle, last, headWord, marksOf, wordOf } = await load();
    await expect(settling.markPaid(id, [head, last], [mark(5n, 1n), mark(7n, 0n)]))
      .to.emit(ledger, "SlicesPaidInPart")
      .withArgs(
        id,
        settler.address,
        [head, last],
        [
          [5n, 1n],
          [7n, 0n],
        ],
      );
    expect(await marksOf([head, middle, last])).to.deep.equal([[5n, 1n], NO_MARK, [7n, 0n]]);
    expect(await wordOf(head)).to.equal(headWord);
    await settling.markPaid(id, [head], [mark(5n, 1n)]);
    await settling.markPaid(id, [head], [mark(2n ** 48n - 1n, 2n ** 64n - 1n)]);
    expect(await marksOf([head])).to.deep.equal([[2n ** 48n - 1n, 2n ** 64n - 1n]]);
  });

  it("reverts where a mark falls, of the face or of the penalty", async () => {
    const { ledger, settling, id, head } = await load();
    await settling.markPaid(id, [head], [mark(5n, 4n)]);
    for (const [face, penalty] of [
      [4n, 4n],
      [5n, 3n],
      [9n, 3n],
    ] as const)
      await expect(settling.markPaid(id, [head], [mark(face, penalty)]))
        .to.be.revertedWithCustomError(ledger, "Desk_MarkFalls")
        .withArgs(head, [5n, 4n], [face, penalty]);
  });

  it("reverts where slices and marks are not as many, and where they do not ascend or one is named twice", async () => {
    const { ledger, settling, id, head, middle } = await load();
    const marks = [mark(1n, 0n), mark(1n, 0n)];
    for (const [ids, given] of [
      [[head], marks],
      [[head, middle], marks.slice(1)],
      [[], marks.slice(1)],
    ] as const)
      await expect(settling.markPaid(id, [...ids], given))
        .to.be.revertedWithCustomError(ledger, "Desk_MarksMissing")
        .withArgs(ids.length, given.length);
    for (const ids of [
      [middle, head],
      [head, head],
    ])
      await expect(settling.markPaid(id, ids, marks))
        .to.be.revertedWithCustomError(ledger, "Desk_NotAscending")
        .withArgs(head);
  });

  it("reverts for another receivable's slice, an unknown one and a frozen one, and during a hold", async () => {
    const { ledger, settling, officer, id, head, middle, last } = await load();
    const marks = [mark(1n, 0n)];
    const others = sliceId(id ^ 1n, 0n);
    await expect(settling.markPaid(id, [others], marks))
      .to.be.revertedWithCustomError(ledger, "Slices_OtherReceivable")
      .withArgs(others, id);
    await expect(settling.markPaid(id, [head + 1n], marks))
      .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
      .withArgs(head + 1n);
    await officer.freeze(middle, HEAD, 9_000_000n, 1, DOCUMENT, FAR);
    await expect(settling.markPaid(id, [middle], marks))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(middle, FROZEN);
    await settling.markPaid(id, [last], marks);
    await officer.hold(id, DOCUMENT);
    await expect(settling.markPaid(id, [last], marks))
      .to.be.revertedWithCustomError(ledger, "Slices_Held")
      .withArgs(id, await ledger.heldUntil(id));
  });

  it("reverts before the due day, for a receivable that is not confirmed, and once all is paid or settled", async () => {
    const net = await load();
    const { ledger, settling, id, head, middle, last, terms, dueDay } = net;
    await expect(settling.markPaid(id ^ 1n, [], []))
      .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
      .withArgs(id ^ 1n, 0);
    await settling.redeem(id, [last]);
    await expect(settling.markPaid(id, [head], [mark(1n, 0n)]))
      .to.be.revertedWithCustomError(ledger, "Desk_PaidInFull")
      .withArgs(id);
    await settling.redeem(id, [head, middle]);
    await expect(settling.markPaid(id, [], []))
      .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
      .withArgs(id, receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY | MARK.PAID_INTO));
    expect(await todayOf(net)).to.equal(dueDay);
  });

  it("reverts for another desk than the one that began", async () => {
    const net = await load();
    const { ledger, settling, settler, other, id, head } = net;
    await admitDesk(net, other.address, POWER.SETTLE);
    await settling.bindSettlement(id);
    await expect(ledger.connect(other).markPaid(id, [head], [mark(1n, 0n)]))
      .to.be.revertedWithCustomError(ledger, "Slices_OtherDesk")
      .withArgs(id, settler.address);
  });

  it("a legal cut copies the mark to the part", async () => {
    const { settling, officer, supplier, id, head, marksOf, wordOf } = await load();
    await settling.markPaid(id, [head], [mark(5n, 1n)]);
    await officer.freeze(head, 1_000_000n, 2_000_000n, 1, DOCUMENT, FAR);
    const parts = [head, sliceId(id, 1_000_000n), sliceId(id, 2_000_000n)];
    expect(await marksOf(parts)).to.deep.equal([
      [5n, 1n],
      [5n, 1n],
      [5n, 1n],
    ]);
    expect(await wordOf(sliceId(id, 2_000_000n))).to.equal(
      sliceWord({ holder: supplier.address, end: HEAD, sequence: 2n }),
    );
    await settling.markPaid(id, [head], [mark(6n, 1n)]);
    expect(await marksOf(parts)).to.deep.equal([
      [6n, 1n],
      [5n, 1n],
      [5n, 1n],
    ]);
  });

  it("names the account to be paid: a replaced account's successor; nothing where there is no slice", async () => {
    const net = await load();
    const { ledger, outsider, second, head, middle, headWord } = net;
    await replaceKey(net, second, outsider);
    const paid = sliceWord({ holder: outsider.address, end: 9_000_000n, hops: 1n, sequence: 1n });
    const [words, marks] = await ledger.payeesOf([middle, head + 1n, head]);
    expect(words).to.deep.equal([paid, 0n, headWord]);
    expect(marks).to.deep.equal([NO_MARK, NO_MARK, NO_MARK]);
    expect(await ledger.payeesOf([])).to.deep.equal([[], []]);
  });
});

describe("Desk acts: markPaid before the due day", () => {
  const load = loaderOf(ownDesks);

  it("reverts", async () => {
    const { ledger, settling, id, dueDay, today } = await load();
    await expect(settling.markPaid(id, [], []))
      .to.be.revertedWithCustomError(ledger, "Slices_NotYetDue")
      .withArgs(id, dueDay, today);
  });
});

describe("Desk acts: settlingOf", () => {
  const load = loaderOf(due);

  it("says which desk settles, how much is burnt, and whether all is paid; nothing before and after", async () => {
    const { ledger, settling, settler, id, head, middle, last } = await load();
    const nothing = [ZeroAddress, 0n, false];
    expect(await ledger.settlingOf(id)).to.deep.equal(nothing);
    await settling.bindSettlement(id);
    expect(await ledger.settlingOf(id)).to.deep.equal([settler.address, 0n, false]);
    await settling.redeem(id, [last]);
    expect(await ledger.settlingOf(id)).to.deep.equal([settler.address, 1_000_000n, true]);
    await settling.bindSettlement(id);
    expect(await ledger.settlingOf(id)).to.deep.equal([settler.address, 1_000_000n, true]);
    await settling.redeem(id, [head, middle]);
    expect(await ledger.settlingOf(id)).to.deep.equal(nothing);
  });

  it("a payment in part cures nothing: what is reported overdue stays so until all is paid", async () => {
    const net = await load();
    const { ledger, settling, id, last, terms } = net;
    await net.declareDefault();
    const statusIs = async (status: bigint) =>
      expect(await ledger.receivableWordOf(id)).to.equal(receivableWord(terms, status));
    const DEFAULTED = 7n | MARK.REGISTRY | 0x80n;
    await settling.bindSettlement(id);
    await statusIs(DEFAULTED | MARK.PAID_INTO);
    await settling.redeem(id, [last]);
    await statusIs(CONFIRMED | MARK.PAID_INTO);
  });
});

describe("Rulebook: a removed desk comes back to settle only", () => {
  const load = loaderOf(due);

  it("under its old index, and pays out what it had begun", async () => {
    const net = await load();
    const { ledger, settling, settler, operator, id, head, middle, last } = net;
    const { index } = await ledger.deskOf(settler.address);
    await settling.redeem(id, [last]);
    await ledger.removeDesk(settler.address, DECISION);
    await expect(settling.redeem(id, [head]))
      .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
      .withArgs(settler.address, 0, POWER.SETTLE);
    await expect(admitDesk(net, settler.address, POWER.SETTLE | POWER.LOCK))
      .to.be.revertedWithCustomError(ledger, "Rulebook_DeskKnown")
      .withArgs(settler.address);
    await admitDesk(net, settler.address, POWER.SETTLE);
    const [, again] = await ledger.queryFilter(ledger.filters.DeskAdmitted(index, settler.address));
    expect(again?.args).to.deep.equal([index, settler.address, operator.address, DECISION, BigInt(POWER.SETTLE)]);
    await settling.redeem(id, [head, middle]);
    expect(Number((await ledger.receivableWordOf(id)) & 0xfn)).to.equal(STATUS.SETTLED);
  });

  it("a desk that locked comes back with no power over its locks but to free them", async () => {
    const net = await load();
    const { ledger, desk, outsider, supplier, bank, dueDay, locked, index } = net;
    const { slice } = await confirmedReceivable(net, { number: "locked", dueDay: dueDay + 90 });
    await desk.lockByDesk(slice, await ledger.sliceWordOf(slice));
    await ledger.removeDesk(outsider.address, DECISION);
    await admitDesk(net, outsider.address, POWER.SETTLE);
    expect(await ledger.deskOf(outsider.address)).to.deep.equal([index, BigInt(POWER.SETTLE)]);
    await expect(desk.seizeByDesk(slice, bank))
      .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
      .withArgs(outsider.address, POWER.SETTLE, POWER.LOCK);
    expect(((await ledger.sliceWordOf(slice)) >> 216n) & 0xffn).to.equal(locked);
    await desk.unlockByDesk(slice);
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
  });

  it("a desk in force is not admitted again, and none with powers that do not exist", async () => {
    const net = await load();
    const { ledger, settler, other } = net;
    await expect(admitDesk(net, settler.address, POWER.SETTLE))
      .to.be.revertedWithCustomError(ledger, "Rulebook_DeskKnown")
      .withArgs(settler.address);
    for (const powers of [0, ALL_POWERS + 1])
      await expect(admitDesk(net, other.address, powers))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskInvalid")
        .withArgs(other.address, powers);
  });
});
