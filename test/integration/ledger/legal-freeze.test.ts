import { expect } from "chai";
import { id as hashOf, ZeroHash } from "ethers";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId, startDay, termsFor } from "../../helpers/network.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { postOffer } from "../../helpers/standingOffer.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";
import { MARK, proposalWord, receivableWord, STATUS, sliceWord, tilingOf } from "../../helpers/words.ts";

const DOCUMENT = hashOf("an order of seizure");
const REASON = 2;
const FAR = 5_000_000_000;
const FACE = 10_000_000n;
const HELD = 0x40n;
const FROZEN = 2n;
const OFFER_FROZEN = 3;
const CONFIRMED = BigInt(STATUS.CONFIRMED) | MARK.REGISTRY;

/** The supplier's [0, 7m), and two companies' [7m, 9m) and [9m, 10m); `freeze` takes cents and, if need be, another slice and date. */
async function freezable(net: Network) {
  const holders = await threeHolders(net);
  const officer = net.ledger.connect(net.supervisor);
  const freeze = (from: bigint, to: bigint, covering = holders.head, until: number = FAR) =>
    officer.freeze(covering, from, to, REASON, DOCUMENT, until);
  const tiling = async () =>
    (await tilingOf(net, holders.id)).map(({ start, end, flags, sequence }) => [start, end, flags, sequence]);
  return { ...holders, officer, freeze, tiling };
}

describe("Legal orders: freeze, what it refuses", () => {
  const load = loaderOf(freezable);

  it("reverts for cents that are not the covering slice's, or none, or beyond the face", async () => {
    const { ledger, officer, id, head, middle, last } = await load();
    const outside = [
      [head, 7_000_000n, 8_000_000n],
      [middle, 6_999_999n, 8_000_000n],
      [head, 5n, 5n],
      [head, 5n, 4n],
      [last, 9_000_000n, FACE + 1n],
      [sliceId(id, 1n), 1n, 2n],
    ] as const;
    for (const [covering, from, to] of outside)
      await expect(officer.freeze(covering, from, to, REASON, DOCUMENT, FAR))
        .to.be.revertedWithCustomError(ledger, "Legal_CentsOutside")
        .withArgs(covering, from, to);
  });

  it("reverts without a document, and until a second that is not after now", async () => {
    const net = await load();
    const { ledger, officer, head, freeze } = net;
    await expect(officer.freeze(head, 0, 1, REASON, ZeroHash, FAR)).to.be.revertedWithCustomError(
      ledger,
      "Legal_DocumentMissing",
    );
    const now = await nextSecond(net);
    await expect(freeze(0n, 1n, head, now))
      .to.be.revertedWithCustomError(ledger, "Legal_UntilInvalid")
      .withArgs(now, now + 1);
    await net.networkHelpers.time.setNextBlockTimestamp(now + 1);
    await freeze(0n, 1n, head, now + 2);
  });

  it("reverts before confirmation and once all is paid out", async () => {
    const net = await load();
    const { ledger, settlementDesk, officer, supplier, obligor, id, slices, terms, freeze } = net;
    const next = await termsFor(net, { number: "registered only" });
    await ledger.connect(supplier).register(next);
    const registered = await idOf(net, next);
    await expect(officer.freeze(sliceId(registered, 0n), 0, 1, REASON, DOCUMENT, FAR))
      .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
      .withArgs(registered, proposalWord(next, 1n, STATUS.REGISTERED));
    await startDay(net, net.dueDay);
    await settlementDesk.connect(obligor).pay(id, slices);
    await expect(freeze(0n, 1n))
      .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
      .withArgs(id, receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY));
  });

  it("reverts over a slice that is paid out, and takes the rest on either side", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, id, middle, last, freeze, tiling } = net;
    await startDay(net, net.dueDay);
    await settlementDesk.connect(obligor).pay(id, [middle]);
    await expect(freeze(6_000_000n, 8_000_000n))
      .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
      .withArgs(middle);
    await expect(freeze(8_000_000n, 9_000_000n, middle)).to.be.revertedWithCustomError(ledger, "Legal_CentsOutside");
    await freeze(6_000_000n, 7_000_000n);
    await freeze(9_000_000n, FACE, last);
    expect(await tiling()).to.deep.equal([
      [0n, 6_000_000n, 0, 0],
      [6_000_000n, 7_000_000n, 2, 2],
    ]);
  });
});

describe("Legal orders: freeze, what it cuts", () => {
  const load = loaderOf(freezable);

  it("freezes exact cents in the middle of one slice, cut out on both sides", async () => {
    const { ledger, supervisor, supplier, id, head, officer, freeze } = await load();
    const [from, to] = [2_000_001n, 3_000_002n];
    const [part, rest] = [sliceId(id, from), sliceId(id, to)];
    expect(await officer.freeze.staticCall(head, from, to, REASON, DOCUMENT, FAR)).to.equal(to);
    const tx = freeze(from, to);
    const word = (end: bigint, sequence: bigint, flags = 0n) =>
      sliceWord({ holder: supplier.address, end, flags, sequence });
    const [kept, whole, after] = [word(from, 0n), word(7_000_000n, 1n), word(7_000_000n, 2n)];
    const frozen = word(to, 2n, FROZEN);
    await expect(tx).to.emit(ledger, "SliceCut").withArgs(head, supervisor.address, kept, whole);
    await expect(tx).to.emit(ledger, "SliceCut").withArgs(part, supervisor.address, word(to, 1n), after);
    await expect(tx).to.emit(ledger, "SliceFrozen").withArgs(part, supervisor.address, REASON, DOCUMENT, FAR, frozen);
    for (const slice of [part, rest])
      await expect(tx)
        .to.emit(ledger, "Transfer")
        .withArgs("0x0000000000000000000000000000000000000000", supplier.address, slice);
    expect([...(await ledger.sliceWordsOf([head, part, rest]))]).to.deep.equal([kept, frozen, after]);
    expect(await ledger.freezeOf(part)).to.deep.equal([supervisor.address, BigInt(FAR), BigInt(REASON)]);
    expect((await ledger.freezeOf(rest)).until).to.equal(0);
  });

  it("freezes a single cent, whatever the smallest slice is: the first, one within, and the last", async () => {
    const { freeze, last, id, tiling } = await load();
    await freeze(0n, 1n);
    await freeze(2n, 3n, sliceId(id, 1n));
    await freeze(FACE - 1n, FACE, last);
    const rows = (await tiling()).map(([start, end, flags]) => [start, end, flags]);
    expect(rows).to.deep.equal([
      [0n, 1n, 2],
      [1n, 2n, 0],
      [2n, 3n, 2],
      [3n, 7_000_000n, 0],
      [7_000_000n, 9_000_000n, 0],
      [9_000_000n, FACE - 1n, 0],
      [FACE - 1n, FACE, 2],
    ]);
  });

  it("cuts nothing at a slice's edges", async () => {
    const { ledger, second, middle, freeze, tiling } = await load();
    await expect(freeze(7_000_000n, 9_000_000n, middle)).not.to.emit(ledger, "SliceCut");
    const frozen = sliceWord({ holder: second.address, end: 9_000_000n, hops: 1n, flags: FROZEN, sequence: 2n });
    expect(await ledger.sliceWordOf(middle)).to.equal(frozen);
    expect((await tiling()).length).to.equal(3);
  });

  it("finds the cents across several slices and holders; each keeps its holder and hops", async () => {
    const net = await load();
    const { supplier, second, third, id, freeze } = net;
    await freeze(6_000_000n, 9_500_000n);
    const rows = (await tilingOf(net, id)).map(({ start, holder, hops, flags }) => [start, holder, hops, flags]);
    const address = (who: { address: string }) => who.address.toLowerCase();
    const expected = [
      [0n, supplier, 0, 0],
      [6_000_000n, supplier, 0, 2],
      [7_000_000n, second, 1, 2],
      [9_000_000n, third, 1, 2],
      [9_500_000n, third, 1, 0],
    ] as const;
    expect(rows.map(([start, holder, ...rest]) => [start, String(holder).toLowerCase(), ...rest])).to.deep.equal(
      expected.map(([start, who, ...rest]) => [start, address(who), ...rest]),
    );
  });

  it("ends the offers it meets, on cut parts and on whole slices", async () => {
    const { ledger, supervisor, supplier, second, cautious, id, head, middle, freeze } = await load();
    await ledger.connect(supplier).transfer(head, cautious.address, FAR);
    await ledger.connect(second).transfer(middle, cautious.address, FAR);
    const tx = freeze(6_000_000n, 9_000_000n);
    // Reserving took one sequence each; ending the offer takes the next.
    const free = sliceWord({ holder: supplier.address, end: 7_000_000n, sequence: 2n });
    const freeMiddle = sliceWord({ holder: second.address, end: 9_000_000n, hops: 1n, sequence: 3n });
    for (const [slice, word] of [
      [head, free],
      [middle, freeMiddle],
    ] as const) {
      await expect(tx).to.emit(ledger, "TransferOfferEnded").withArgs(slice, supervisor.address, OFFER_FROZEN, word);
      expect((await ledger.transferOfferOf(slice)).until).to.equal(0);
      await expect(ledger.connect(cautious).accept(slice))
        .to.be.revertedWithCustomError(ledger, "Slices_NoOffer")
        .withArgs(slice);
    }
    const cut = sliceWord({ holder: supplier.address, end: 7_000_000n, flags: FROZEN, sequence: 4n });
    expect(await ledger.sliceWordOf(sliceId(id, 6_000_000n))).to.equal(cut);
  });

  it("leaves cents frozen before until the later of both dates, and copies the order to what it cuts from them", async () => {
    const net = await load();
    const { ledger, supervisor, id, freeze } = net;
    const now = await net.networkHelpers.time.latest();
    const [soon, late, latest] = [now + 1_000, now + 2_000, now + 3_000].map(Number);
    if (!soon || !late || !latest) throw new Error("three dates expected");
    await freeze(2_000_000n, 3_000_000n, undefined, late);
    await freeze(2_500_000n, 4_000_000n, sliceId(id, 2_000_000n), soon);
    await freeze(3_500_000n, 4_000_000n, sliceId(id, 3_000_000n), latest);
    const untilOf = async (start: bigint) => ledger.freezeOf(sliceId(id, start));
    for (const [start, until] of [
      [2_000_000n, late],
      [2_500_000n, late],
      [3_000_000n, soon],
      [3_500_000n, latest],
    ] as const)
      expect(await untilOf(start)).to.deep.equal([supervisor.address, BigInt(until), BigInt(REASON)]);
    expect((await untilOf(4_000_000n)).until).to.equal(0);
  });

  it("freezes more than a hundred slices in two calls; only the complete freeze ends the hold", async () => {
    const net = await load();
    const { ledger, officer, supervisor, supplier } = net;
    const { id, slice, terms } = await confirmedReceivable(net, { number: "much divided" });
    await ledger.connect(supplier).split(slice, Array<bigint>(100).fill(20_000n));
    await officer.hold(id, DOCUMENT);
    const done = FACE - 20_000n;
    expect(await officer.freeze.staticCall(slice, 0, FACE, REASON, DOCUMENT, FAR)).to.equal(done);
    await expect(officer.freeze(slice, 0, FACE, REASON, DOCUMENT, FAR)).not.to.emit(ledger, "HoldEnded");
    expect(await ledger.receivableWordOf(id)).to.equal(receivableWord(terms, CONFIRMED | HELD));
    const tx = officer.freeze(sliceId(id, done), done, FACE, REASON, DOCUMENT, FAR);
    const word = receivableWord(terms, CONFIRMED);
    await expect(tx).to.emit(ledger, "HoldEnded").withArgs(id, supervisor.address, word);
    const tiling = await tilingOf(net, id);
    expect(tiling.length).to.equal(101);
    expect(tiling.every(({ flags }) => flags === 2)).to.equal(true);
    const mined = await (await tx).getBlock();
    expect(await ledger.heldUntil(id)).to.equal((mined?.timestamp ?? 0) - 1);
  });
});

describe("Legal orders: frozen cents and the others", () => {
  const load = loaderOf(async (net) => {
    const base = await freezable(net);
    await base.freeze(2_000_000n, 3_000_000n);
    const [frozen, after] = [sliceId(base.id, 2_000_000n), sliceId(base.id, 3_000_000n)];
    const { offerId, terms } = await postOffer(net, { smallestFace: 100n }, { limit: FACE });
    const sell = (slice: bigint) => net.discountDesk.connect(net.supplier).take(slice, terms, offerId, 0);
    return { ...base, frozen, after, sell };
  });

  it("can't be split, paid with, merged, sold or approved away", async () => {
    const { ledger, supplier, stranger, head, frozen, after, sell } = await load();
    const by = ledger.connect(supplier);
    await by.approve(stranger.address, frozen);
    const attempts = [
      by.split(frozen, [100_000n]),
      by.splitAndTransfer(frozen, [{ to: stranger.address, amount: 100_000n }], 0),
      by.transfer(frozen, stranger.address, 0),
      by.transferFrom(supplier.address, stranger.address, frozen),
      ledger.connect(stranger).transferFrom(supplier.address, stranger.address, frozen),
      by["safeTransferFrom(address,address,uint256)"](supplier.address, stranger.address, frozen),
      by.merge(head, frozen),
      by.merge(frozen, after),
      sell(frozen),
    ];
    for (const attempt of attempts)
      await expect(attempt).to.be.revertedWithCustomError(ledger, "Slices_Busy").withArgs(frozen, FROZEN);
  });

  it("leave the rest free: head, tail and the other holders' slices move, split, merge and are sold", async () => {
    const { ledger, supplier, bank, second, stranger, id, head, middle, after, sell } = await load();
    const by = ledger.connect(supplier);
    await by.transfer(head, stranger.address, 0);
    await by.split(after, [1_000_000n]);
    await by.merge(after, sliceId(id, 6_000_000n));
    await sell(after);
    await ledger.connect(second).transfer(middle, stranger.address, 0);
    const owners = await Promise.all([head, after, middle].map((slice) => ledger.ownerOf(slice)));
    expect(owners).to.deep.equal([stranger.address, bank.address, stranger.address]);
  });

  it("wait with their money at settlement, and are paid once released", async () => {
    const net = await load();
    const { ethers, ledger, settlementDesk, cny, obligor, supplier, officer } = net;
    const { id, head, middle, last, frozen, after, terms } = net;
    await startDay(net, net.dueDay);
    const pay = (slices: bigint[]) => settlementDesk.connect(obligor).pay(id, slices);
    await expect(pay([head, frozen]))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(frozen, FROZEN);
    await expect(pay([head, after, middle, last])).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, settlementDesk, supplier],
      [-FACE, 1_000_000n, 6_000_000n],
    );
    expect((await settlementDesk.collectionOf(id)).held).to.equal(1_000_000n);
    await expect(settlementDesk.payOut(id, [frozen]))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(frozen, FROZEN);
    await officer.release([frozen], DOCUMENT);
    await expect(settlementDesk.payOut(id, [frozen])).to.changeTokenBalances(
      ethers,
      cny,
      [settlementDesk, supplier],
      [-1_000_000n, 1_000_000n],
    );
    const settled = receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY | MARK.PAID_INTO);
    expect(await ledger.receivableWordOf(id)).to.equal(settled);
  });

  it("can be frozen after the due day and after the obligor has paid, until they are paid out", async () => {
    const net = await load();
    const { ethers, ledger, settlementDesk, cny, obligor, third, id, last, freeze } = net;
    await startDay(net, net.dueDay + 1);
    await settlementDesk.connect(obligor).pay(id, []);
    await freeze(9_500_000n, FACE, last);
    const seized = sliceId(id, 9_500_000n);
    await expect(settlementDesk.payOut(id, [last, seized]))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(seized, FROZEN);
    await expect(settlementDesk.payOut(id, [last])).to.changeTokenBalances(ethers, cny, [third], [500_000n]);
  });
});
