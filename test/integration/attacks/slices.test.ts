import { expect } from "chai";
import { type AddressLike, ZeroAddress } from "ethers";
import { Reentrant__factory } from "../../../types/contracts/index.js";
import { DECISION } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, identityOf, type Network, ROLE, sliceId, startDay } from "../../helpers/network.ts";
import { signQuote } from "../../helpers/signQuote.ts";
import { FLAG, tilingOf } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const SMALLEST = FACE / 500n;
const DOCUMENT = `0x${"d0".repeat(32)}`;
const FAR = 5_000_000_000;
const FROZEN = 2;

async function oneSlice(net: Network) {
  const [payee, second] = net.suppliers;
  if (!payee || !second) throw new Error("two payees expected");
  return { ...(await confirmedReceivable(net)), payee, second };
}

describe("Attacks on slices", () => {
  const load = loaderOf(oneSlice);

  it("reentrancy through onERC721Received: the receiver finds everything done, and can only do what it may do anyway", async () => {
    const net = await load();
    const { ledger, operator, supplier, payee, slice } = net;
    const contract = await new Reentrant__factory(operator).deploy();
    const to = await contract.getAddress();
    await ledger.admit(to, identityOf("a re-entering payee"), ROLE.SUPPLIER, 40_000);
    await contract.act(ledger, ledger.interface.encodeFunctionData("setStandingConsent", [true]));
    const receive = (from: typeof supplier) =>
      ledger.connect(from)["safeTransferFrom(address,address,uint256)"](from.address, to, slice);
    // Back to itself, or on from the old holder: both refused from within.
    await contract.prepare(
      ledger.interface.encodeFunctionData("transferFrom", [supplier.address, payee.address, slice]),
    );
    await receive(supplier);
    expect(await contract.succeeded()).to.equal(false);
    expect(ledger.interface.parseError(await contract.answer())?.name).to.equal("Slices_NotHolder");
    expect(await ledger.ownerOf(slice)).to.equal(to);
    // Passing on what it has just received is its right, counts as a hop of its own, and keeps the tiling.
    await contract.act(ledger, ledger.interface.encodeFunctionData("transfer", [slice, payee.address, 0]));
    await contract.prepare(ledger.interface.encodeFunctionData("split", [slice, [SMALLEST]]));
    await receive(payee);
    expect(await contract.succeeded()).to.equal(true);
    const tiling = await tilingOf(net, net.id);
    expect(tiling.map(({ end }) => end)).to.deep.equal([FACE - SMALLEST, FACE]);
    expect(tiling.every(({ hops }) => hops === 3)).to.equal(true);
  });

  it("split before an acceptance: what is offered can't be cut, moved or merged until the payee has spoken", async () => {
    const { ledger, supplier, cautious, payee, id, slice } = await load();
    const by = ledger.connect(supplier);
    await by.splitAndTransfer(slice, [{ to: cautious.address, amount: 2n * SMALLEST }], FAR);
    const offered = sliceId(id, FACE - 2n * SMALLEST);
    const attempts = [
      by.split(offered, [SMALLEST]),
      by.transfer(offered, payee.address, 0),
      by.transferFrom(supplier.address, payee.address, offered),
    ];
    for (const attempt of attempts)
      await expect(attempt).to.be.revertedWithCustomError(ledger, "Slices_Busy").withArgs(offered, FLAG.RESERVED);
    await expect(by.merge(slice, offered))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(offered, FLAG.RESERVED);
    await ledger.connect(cautious).accept(offered);
    expect(await ledger.ownerOf(offered)).to.equal(cautious.address);
  });

  it("split before a quote is taken: the quote is for the slice as it was", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, slice } = net;
    const { quote, signature } = await signQuote(net, slice, 9_900_000n);
    await ledger.connect(supplier).split(slice, [FACE / 2n]);
    await expect(discountDesk.connect(supplier).takeQuote(quote, signature))
      .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
      .withArgs(slice, quote.word, await ledger.sliceWordOf(slice));
  });

  it("a word that recurs: cut and merged, or gone and come back, a slice is not what it was", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, payee, id, slice } = net;
    const { quote, signature } = await signQuote(net, slice, 9_900_000n);
    const taken = () => discountDesk.connect(supplier).takeQuote(quote, signature);
    const words = new Set([await ledger.sliceWordOf(slice)]);
    await ledger.connect(supplier).split(slice, [SMALLEST]);
    await ledger.connect(supplier).merge(slice, sliceId(id, FACE - SMALLEST));
    words.add(await ledger.sliceWordOf(slice));
    await expect(taken()).to.be.revertedWithCustomError(ledger, "Slices_WordChanged");
    await ledger.connect(supplier).setStandingConsent(true);
    await ledger.connect(supplier).transfer(slice, payee.address, 0);
    await ledger.connect(payee).transfer(slice, supplier.address, 0);
    words.add(await ledger.sliceWordOf(slice));
    await expect(taken()).to.be.revertedWithCustomError(ledger, "Slices_WordChanged");
    expect(words.size).to.equal(3);
  });

  it("a holder outrunning a freeze: during the hold nothing moves, and the freeze names cents, wherever they went before", async () => {
    const { ledger, supervisor, supplier, payee, second, id, slice } = await load();
    // Before the hold the holder has split and paid: the disputed cents lie across three slices of two holders.
    const parts = [
      { to: payee.address, amount: FACE / 4n },
      { to: second.address, amount: FACE / 4n },
    ];
    await ledger.connect(supplier).splitAndTransfer(slice, parts, 0);
    await ledger.connect(supervisor).hold(id, DOCUMENT);
    const until = await ledger.heldUntil(id);
    const payees = sliceId(id, FACE / 2n);
    const runs = [
      ledger.connect(supplier).split(slice, [SMALLEST]),
      ledger.connect(supplier).transfer(slice, second.address, 0),
      ledger.connect(payee).transfer(payees, second.address, 0),
    ];
    for (const run of runs) await expect(run).to.be.revertedWithCustomError(ledger, "Slices_Held").withArgs(id, until);
    const [from, to] = [FACE / 2n - 7n, (FACE / 4n) * 3n + 5n];
    await ledger.connect(supervisor).freeze(slice, from, to, 1, DOCUMENT, FAR);
    const frozen = [sliceId(id, from), payees, sliceId(id, (FACE / 4n) * 3n)];
    for (const each of frozen) {
      const holder = await ledger.ownerOf(each);
      const run = ledger.transfer.populateTransaction(
        each,
        second.address === holder ? payee.address : second.address,
        0,
      );
      const signer = [supplier, payee, second].find(({ address }) => address === holder);
      if (!signer) throw new Error("a holder expected");
      await expect(signer.sendTransaction(await run))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(each, FROZEN);
    }
    // The rest was never blocked beyond the hold, which the complete freeze has ended.
    await ledger.connect(supplier).transfer(slice, payee.address, 0);
  });

  it("dust splitting: no part and no rest below the smallest slice, so 500 at most, whoever cuts first", async () => {
    const { ledger, supplier, slice } = await load();
    const by = ledger.connect(supplier);
    await expect(by.split(slice, [SMALLEST - 1n]))
      .to.be.revertedWithCustomError(ledger, "Slices_PartTooSmall")
      .withArgs(SMALLEST - 1n, SMALLEST);
    await expect(by.split(slice, [FACE - SMALLEST + 1n]))
      .to.be.revertedWithCustomError(ledger, "Slices_PartTooSmall")
      .withArgs(SMALLEST - 1n, SMALLEST);
    await expect(by.split(slice, [0n]))
      .to.be.revertedWithCustomError(ledger, "Slices_PartTooSmall")
      .withArgs(0, SMALLEST);
  });

  it("a desk acting for a holder that did not enable it, and a removed desk", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, slice } = net;
    const desk = await discountDesk.getAddress();
    const { quote, signature } = await signQuote(net, slice, 9_900_000n);
    const take = () => discountDesk.connect(supplier).takeQuote(quote, signature);
    await ledger.connect(supplier).setDeskEnabled(desk, false);
    await expect(take())
      .to.be.revertedWithCustomError(ledger, "Slices_DeskNotEnabled")
      .withArgs(supplier.address, desk);
    await ledger.connect(supplier).setDeskEnabled(desk, true);
    await ledger.removeDesk(desk, DECISION);
    await expect(take()).to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower").withArgs(desk, 0, 1);
  });

  it("the operator acting as a holder: no door leads from its offices to somebody's slice", async () => {
    const { ledger, operator, supplier, payee, slice } = await load();
    const by = ledger.connect(operator);
    for (const attempt of [
      by.split(slice, [SMALLEST]),
      by.transfer(slice, payee.address, 0),
      by.transferFrom(supplier.address, payee.address, slice),
    ])
      await expect(attempt)
        .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
        .withArgs(slice, operator.address, supplier.address);
    await expect(by.freeze(slice, 0, 1, 1, DOCUMENT, FAR))
      .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
      .withArgs(operator.address);
    // Nor can it make itself a payee: its role may hold nothing.
    await ledger.admit(operator.address, identityOf("the operator"), ROLE.OPERATOR, 40_000);
    await expect(ledger.connect(supplier).transfer(slice, operator.address, 0)).to.be.revertedWithCustomError(
      ledger,
      "Participants_MayNotAct",
    );
  });

  it("a forced transfer to oneself: neither officer, nor the holder, can be the payee", async () => {
    const { ledger, operator, supervisor, supplier, slice } = await load();
    const officer = ledger.connect(supervisor);
    for (const each of [operator, supervisor]) await ledger.admit(each.address, identityOf(each.address), 2, 40_000);
    await officer.freeze(slice, 0, FACE, 1, DOCUMENT, FAR);
    const word = await ledger.sliceWordOf(slice);
    const order = (to: AddressLike) => officer.orderTransfer(slice, word, to, DOCUMENT);
    await expect(order(supervisor))
      .to.be.revertedWithCustomError(ledger, "Legal_ToOfficer")
      .withArgs(slice, supervisor.address);
    await expect(order(supplier))
      .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
      .withArgs(slice, supplier.address);
    await order(operator);
    await expect(ledger.connect(operator).carryOutTransfer(slice, word, operator, DOCUMENT))
      .to.be.revertedWithCustomError(ledger, "Legal_ToOfficer")
      .withArgs(slice, operator.address);
  });

  it("crafted ids name nothing: high bits set, the middle of a slice, another receivable, the left as the right", async () => {
    const { ledger, supplier, payee, id, slice } = await load();
    const by = ledger.connect(supplier);
    const crafted = [slice | (1n << 48n), slice | (1n << 63n), sliceId(id, 1n), sliceId(id ^ 1n, 0n), 0n];
    for (const each of crafted) {
      for (const attempt of [by.split(each, [SMALLEST]), by.transfer(each, payee.address, 0), by.merge(each, each)])
        await expect(attempt).to.be.revertedWithCustomError(ledger, "Slices_Unknown").withArgs(each);
    }
    await by.split(slice, [SMALLEST]);
    for (const right of [slice, sliceId(id, FACE), sliceId(id ^ 1n, FACE - SMALLEST)])
      await expect(by.merge(slice, right))
        .to.be.revertedWithCustomError(ledger, "Slices_NotAdjacent")
        .withArgs(slice, right);
    // It starts where the slice ends, but there is no such slice.
    const high = (slice | (1n << 48n)) + FACE - SMALLEST;
    await expect(by.merge(slice, high))
      .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
      .withArgs(high, supplier.address, ZeroAddress);
  });

  it("due-day edges: 23:59:59 of the day before still moves, 00:00:00 does not and pays, in the policy's zone", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, supplier, payee, id, slice, terms } = net;
    const dueDay = Number(terms.dueDay);
    const midnight = dueDay * 86_400 - 8 * 3_600;
    await net.networkHelpers.time.setNextBlockTimestamp(midnight - 2);
    await expect(settlementDesk.connect(obligor).pay(id, [slice]))
      .to.be.revertedWithCustomError(ledger, "Slices_NotYetDue")
      .withArgs(id, dueDay, dueDay - 1);
    await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
    await ledger.connect(supplier).transfer(slice, payee.address, 0);
    await net.networkHelpers.time.setNextBlockTimestamp(midnight);
    await expect(ledger.connect(payee).transfer(slice, supplier.address, FAR))
      .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
      .withArgs(id, dueDay, dueDay);
    await startDay(net, dueDay + 1);
    await settlementDesk.connect(obligor).pay(id, [slice]);
  });
});
