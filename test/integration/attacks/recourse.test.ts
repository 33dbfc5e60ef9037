import { expect } from "chai";
import {
  BlocklistToken__factory,
  FalseReturningToken__factory,
  FeeToken__factory,
  ReenteringToken__factory,
} from "../../../types/contracts/index.js";
import { addCurrency } from "../../helpers/addCurrency.ts";
import { DOCUMENT, FAR } from "../../helpers/deskActs.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, ROLE, sliceId, todayOf } from "../../helpers/network.ts";
import { boughtWithRecourse, inDefault, LINK } from "../../helpers/recourse.ts";
import type { TriableToken } from "../../helpers/tryToken.ts";
import { receivableWord } from "../../helpers/words.ts";

const HEAD = 7_000_000n;
const CLAIM = 7_108_500n;
const PLENTY = 3_000_000_000_000n;
const LINK_ID = 1n;
const FROZEN = 2n;
const ODD_CURRENCY = 3;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
const CONFIRMED = 4n | 0x10n;

type Bought = Network & Awaited<ReturnType<typeof boughtWithRecourse>>;

describe("Attacks on recourse", () => {
  const load = loaderOf(boughtWithRecourse);
  const loadDefaulted = loaderOf(inDefault);

  async function expectNothingMoved({ ledger, recourse, bank }: Bought, slice: bigint, linkId = LINK_ID) {
    expect(await ledger.ownerOf(slice)).to.equal(bank.address);
    expect((await recourse.linkOf(linkId)).state).to.equal(LINK.RECORDED);
  }

  it("a claim before the default, though overdue: neither demanded nor paid", async () => {
    const net = await load();
    const { ledger, recourse, bank, id, head, terms, dueDay } = net;
    await net.networkHelpers.time.increaseTo((dueDay + 20) * 86_400);
    await ledger.reportOverdue(id);
    for (const attempt of [() => recourse.connect(bank).demand(LINK_ID, head), () => net.payFor(LINK_ID, head)])
      await expect(attempt())
        .to.be.revertedWithCustomError(ledger, "Desk_NotDefaulted")
        .withArgs(id, receivableWord(terms, CONFIRMED | 0x80n));
    await expectNothingMoved(net, head);
  });

  it("a claim made twice: the link is spent", async () => {
    const net = await loadDefaulted();
    const { recourse, bank, head } = net;
    await net.payFor(LINK_ID, head);
    for (const attempt of [() => net.payFor(LINK_ID, head), () => recourse.connect(bank).demand(LINK_ID, head)])
      await expect(attempt())
        .to.be.revertedWithCustomError(recourse, "Recourse_LinkEnded")
        .withArgs(LINK_ID, LINK.RETURNED);
  });

  it("a link used again after its cents came back to the bank by a court's order", async () => {
    const net = await loadDefaulted();
    const { ledger, recourse, operator, supervisor, bank, head } = net;
    await net.payFor(LINK_ID, head);
    await ledger.connect(supervisor).freeze(head, 0, HEAD, 1, DOCUMENT, FAR);
    const frozen = await net.wordOf(head);
    await ledger.connect(supervisor).orderTransfer(head, frozen, bank, DOCUMENT);
    await ledger.connect(operator).carryOutTransfer(head, frozen, bank, DOCUMENT);
    expect(await ledger.ownerOf(head)).to.equal(bank.address);
    await expect(net.payFor(LINK_ID, head))
      .to.be.revertedWithCustomError(recourse, "Recourse_LinkEnded")
      .withArgs(LINK_ID, LINK.RETURNED);
  });

  it("a link used again, round a circle of two banks: each purchase is good for one return", async () => {
    const net = await load();
    const { ledger, recourse, financing, bank, secondBank, supplier, head } = net;
    await financing.sell(head, secondBank, true);
    await financing.sell(head, bank, true);
    await net.declareDefault();
    await net.payFor(3n, head, secondBank);
    await net.payFor(2n, head, bank);
    await expect(net.payFor(3n, head, secondBank))
      .to.be.revertedWithCustomError(recourse, "Recourse_LinkEnded")
      .withArgs(3, LINK.RETURNED);
    await net.payFor(LINK_ID, head);
    expect(await ledger.ownerOf(head)).to.equal(supplier.address);
  });

  it("a link of other cents: of the same receivable, or the same cents of another", async () => {
    const net = await load();
    const { recourse, financing, bank, middle } = net;
    await financing.sell(middle, bank, false);
    const other = await confirmedReceivable(net, { number: "INV-2", face: HEAD });
    await financing.sell(other.slice, bank, false);
    await net.declareDefault();
    await net.ledger.reportOverdue(other.id);
    await net.ledger.declareDefault(other.id);
    for (const [slice, end] of [
      [middle, 9_000_000n],
      [other.slice, HEAD],
    ] as const)
      for (const attempt of [() => recourse.connect(bank).demand(LINK_ID, slice), () => net.payFor(LINK_ID, slice)])
        await expect(attempt())
          .to.be.revertedWithCustomError(recourse, "Recourse_CentsOutside")
          .withArgs(LINK_ID, slice, end);
  });

  it("a part claimed first does not free the whole again, nor the whole its parts", async () => {
    const net = await load();
    const { recourse, supplier, bank, id, head } = net;
    await net.ledger.connect(bank).split(head, [3_000_000n]);
    const tail = sliceId(id, 4_000_000n);
    await net.declareDefault();
    await net.payFor(LINK_ID, tail);
    for (const slice of [head, tail])
      await expect(net.payFor(LINK_ID, slice))
        .to.be.revertedWithCustomError(recourse, "Recourse_LinkEnded")
        .withArgs(LINK_ID, LINK.RETURNED);
    await expect(net.payFor(2n, tail))
      .to.be.revertedWithCustomError(recourse, "Recourse_CentsOutside")
      .withArgs(2, tail, HEAD);
    await net.payFor(2n, head);
    expect((await net.ledger.slicesHeldBy(supplier, id, 0, 100)).ids).to.deep.equal([head, tail]);
  });

  it("a slice cut by a legal order first: the word that the seller saw is void, and nothing is paid", async () => {
    const net = await loadDefaulted();
    const { ledger, recourse, supervisor, supplier, id, head } = net;
    const seen = await net.wordOf(head);
    await ledger.connect(supervisor).freeze(head, 4_000_000n, HEAD, 1, DOCUMENT, FAR);
    await expect(recourse.connect(supplier).payRecourse(LINK_ID, head, seen, CLAIM))
      .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
      .withArgs(head, seen, await net.wordOf(head));
    const frozen = sliceId(id, 4_000_000n);
    await expect(net.payFor(LINK_ID, frozen))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(frozen, FROZEN);
    await net.payFor(LINK_ID, head);
    expect((await recourse.linkOf(2)).first).to.equal(frozen);
  });

  it("a suspended seller gets nothing back, whoever pays; nor does a suspended bank give", async () => {
    const net = await loadDefaulted();
    const { ledger, supplier, third, bank, head } = net;
    for (const who of [supplier, bank]) {
      await ledger.suspend(who.address);
      for (const payer of [supplier, third])
        await expect(net.payFor(LINK_ID, head, payer))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(who.address, HOLDING_ROLES, await ledger.participantOf(who), await todayOf(net));
      await ledger.restore(who.address);
    }
    await expectNothingMoved(net, head);
  });

  it("during a hold nothing goes back", async () => {
    const net = await loadDefaulted();
    const { ledger, supervisor, id, head } = net;
    await ledger.connect(supervisor).hold(id, DOCUMENT);
    await expect(net.payFor(LINK_ID, head))
      .to.be.revertedWithCustomError(ledger, "Slices_Held")
      .withArgs(id, await ledger.heldUntil(id));
  });

  it("the obligor pays in full in the same block before: the seller's payment reverts", async () => {
    const net = await loadDefaulted();
    const { ethers, ledger, cny, recourse, settlementDesk, obligor, supplier, bank, id, head, terms } = net;
    const before = await cny.balanceOf(supplier);
    const word = await net.wordOf(head);
    await ethers.provider.send("evm_setAutomine", [false]);
    const gas = { gasLimit: 2_000_000n };
    const paid = await settlementDesk.connect(obligor).pay(id, [], { ...gas, gasPrice: 3_000_000_000n });
    const late = await recourse
      .connect(supplier)
      .payRecourse(LINK_ID, head, word, CLAIM, { ...gas, gasPrice: 2_000_000_000n });
    await ethers.provider.send("evm_setAutomine", [true]);
    await net.networkHelpers.mine();
    const receipts = await Promise.all([paid, late].map(({ hash }) => ethers.provider.getTransactionReceipt(hash)));
    expect(receipts.map((receipt) => receipt?.status)).to.deep.equal([1, 0]);
    expect(receipts[0]?.blockNumber).to.equal(receipts[1]?.blockNumber);
    expect(await cny.balanceOf(supplier)).to.equal(before);
    await expectNothingMoved(net, head);
    await expect(net.payFor(LINK_ID, head))
      .to.be.revertedWithCustomError(ledger, "Desk_NotDefaulted")
      .withArgs(id, receivableWord(terms, CONFIRMED | 0x20n));
    await expect(settlementDesk.payOut(id, [head])).to.changeTokenBalance(ethers, cny, bank, CLAIM);
  });

  it("the obligor pays in full after the write-off, which stays written off: no claim any more", async () => {
    const net = await loadDefaulted();
    const { ledger, settlementDesk, supervisor, obligor, id, head } = net;
    await ledger.connect(supervisor).writeOff(id, DOCUMENT);
    await settlementDesk.connect(obligor).pay(id, []);
    await expect(net.payFor(LINK_ID, head)).to.be.revertedWithCustomError(ledger, "Desk_PaidInFull").withArgs(id);
  });

  it("the obligor pays in part just before: the seller pays less, never more than it saw", async () => {
    const net = await loadDefaulted();
    const { recourse, settlementDesk, obligor, supplier, id, head } = net;
    const seen = await net.wordOf(head);
    await settlementDesk.connect(obligor).payPart(id, 1_155_000n, []);
    await expect(recourse.connect(supplier).payRecourse(LINK_ID, head, seen, CLAIM))
      .to.be.revertedWithCustomError(recourse, "Recourse_PayOutFirst")
      .withArgs(head, 808_500n);
    await settlementDesk.payOut(id, [head]);
    await expect(recourse.connect(supplier).payRecourse(LINK_ID, head, seen, CLAIM)).to.changeTokenBalance(
      net.ethers,
      net.cny,
      supplier,
      808_500n - CLAIM,
    );
  });

  it("a bank can't pay itself to be rid of a slice", async () => {
    const net = await loadDefaulted();
    const { cny, recourse, bank, head } = net;
    await expect(net.payFor(LINK_ID, head, bank))
      .to.be.revertedWithCustomError(recourse, "Recourse_ShortReceipt")
      .withArgs(await cny.getAddress(), CLAIM, 0);
    await expectNothingMoved(net, head);
  });

  describe("tokens", () => {
    /** A receivable in a token's currency that the bank bought whole with recourse, in default. */
    async function inToken(net: Bought, token: TriableToken) {
      const { ledger, supplier, financing, bank } = net;
      await addCurrency(net, token);
      await token.mint(supplier.address, PLENTY);
      const odd = await confirmedReceivable(net, { number: "odd", currency: ODD_CURRENCY });
      await financing.sell(odd.slice, bank, true);
      await net.networkHelpers.time.increaseTo((Number(odd.terms.dueDay) + 31) * 86_400);
      await ledger.reportOverdue(odd.id);
      await ledger.declareDefault(odd.id);
      return { ...odd, linkId: 2n, cash: (await net.recourse.claimOf(2, odd.slice)).amount };
    }

    it("that takes a fee of what arrives is refused; one that takes it from the payer costs the bank nothing", async () => {
      const net = await load();
      const { ethers, recourse, supplier, bank } = net;
      const token = await new FeeToken__factory(net.operator).deploy();
      const { linkId, slice, cash } = await inToken(net, token);
      await token.connect(supplier).approve(recourse, PLENTY);
      await token.setFee(100, false);
      await expect(net.payFor(linkId, slice))
        .to.be.revertedWithCustomError(recourse, "Recourse_ShortReceipt")
        .withArgs(await token.getAddress(), cash, cash - cash / 100n);
      await expectNothingMoved(net, slice, linkId);
      await token.setFee(100, true);
      await expect(net.payFor(linkId, slice)).to.changeTokenBalance(ethers, token, bank, cash);
    });

    it("that returns false instead of reverting is refused", async () => {
      const net = await load();
      const { recourse, supplier } = net;
      const token = await new FalseReturningToken__factory(net.operator).deploy();
      const { linkId, slice } = await inToken(net, token);
      await token.connect(supplier).approve(recourse, PLENTY);
      await token.setRefuses(true);
      await expect(net.payFor(linkId, slice))
        .to.be.revertedWithCustomError(recourse, "SafeERC20FailedOperation")
        .withArgs(await token.getAddress());
      await expectNothingMoved(net, slice, linkId);
    });

    it("that refuses the bank stops this bank's claim only", async () => {
      const net = await load();
      const { ledger, recourse, supplier, bank, head } = net;
      const token = await new BlocklistToken__factory(net.operator).deploy(2);
      const { linkId, slice } = await inToken(net, token);
      await token.connect(supplier).approve(recourse, PLENTY);
      await token.setRefused(bank.address, true);
      await expect(net.payFor(linkId, slice))
        .to.be.revertedWithCustomError(token, "BlocklistToken_Refused")
        .withArgs(bank.address);
      await expectNothingMoved(net, slice, linkId);
      await ledger.reportOverdue(net.id);
      await ledger.declareDefault(net.id);
      await net.payFor(LINK_ID, head);
    });

    it("that calls back finds the door shut and everything done", async () => {
      const net = await load();
      const { ethers, ledger, recourse, supplier, bank } = net;
      const token = await new ReenteringToken__factory(net.operator).deploy();
      const { linkId, slice, cash } = await inToken(net, token);
      await token.connect(supplier).approve(recourse, PLENTY);
      const word = await net.wordOf(slice);
      await token.prepare(
        recourse,
        recourse.interface.encodeFunctionData("payRecourse", [linkId, slice, word, PLENTY]),
      );
      await expect(net.payFor(linkId, slice)).to.changeTokenBalances(ethers, token, [supplier, bank], [-cash, cash]);
      expect(await token.succeeded()).to.equal(false);
      expect(recourse.interface.parseError(await token.answer())?.name).to.equal("ReentrancyGuardReentrantCall");
      expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
      // What has no lock finds the link spent already.
      await token.prepare(recourse, recourse.interface.encodeFunctionData("claimOf", [linkId, slice]));
      await token.connect(supplier).transfer(bank.address, 1);
      expect(recourse.interface.parseError(await token.answer())?.name).to.equal("Recourse_LinkEnded");
    });
  });
});
