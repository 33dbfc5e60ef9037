import { expect } from "chai";
import { expectCashMissing } from "../../helpers/cashMissing.ts";
import { DOCUMENT, POWER } from "../../helpers/deskActs.ts";
import { DECISION } from "../../helpers/governance.ts";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import type { Network } from "../../helpers/network.ts";
import { boughtWithRecourse, inDefault, LINK } from "../../helpers/recourse.ts";
import { receivableWord, sliceWord } from "../../helpers/words.ts";

const HEAD = 7_000_000n;
/** 70 % of a penalty of 1 550.00. */
const PENALTY = 108_500n;
const CLAIM = HEAD + PENALTY;
const LINK_ID = 1n;
const PLENTY = 3_000_000_000_000n;
const NO_LINK = [0n, `0x${"0".repeat(40)}`, 0n, 0n, 0n, `0x${"0".repeat(40)}`];
/** Statuses with the marks of a recorded registry entry and a report of being overdue. */
const CONFIRMED = 4n | 0x10n;
const OVERDUE = CONFIRMED | 0x80n;

type Bought = Network & Awaited<ReturnType<typeof boughtWithRecourse>>;

/** Link 1 as the contract returns it. */
function link({ supplier, bank, head }: Bought, change: { end?: bigint; demandedAt?: bigint; state?: bigint } = {}) {
  const { end = HEAD, demandedAt = 0n, state = LINK.RECORDED } = change;
  return [head, supplier.address, end, demandedAt, state, bank.address];
}

describe("RecourseDesk", () => {
  const load = loaderOf(boughtWithRecourse);
  const loadDefaulted = loaderOf(inDefault);

  describe("record", () => {
    it("reverts for a stranger and for desks of other powers", async () => {
      const { ethers, ledger, recourse, outsider, settlementDesk, head, supplier, bank } = await load();
      const settler = await ethers.getImpersonatedSigner(await settlementDesk.getAddress());
      await ethers.provider.send("hardhat_setBalance", [settler.address, "0xde0b6b3a7640000"]);
      for (const [caller, powers] of [
        [outsider, 0],
        [settler, POWER.SETTLE],
      ] as const)
        await expect(recourse.connect(caller).record(head, HEAD, supplier, bank))
          .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
          .withArgs(caller.address, powers, POWER.FINANCE);
    });

    it("reverts for a desk that was removed", async () => {
      const { ledger, recourse, financing, head, supplier, bank } = await load();
      await ledger.removeDesk(financing, DECISION);
      await expect(financing.claimToHaveSold(head, HEAD, supplier, bank))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
        .withArgs(await financing.getAddress(), 0, POWER.FINANCE);
      expect(await recourse.linkOf(2)).to.deep.equal(NO_LINK);
    });

    it("reverts unless the bank holds just these cents as one slice", async () => {
      const { recourse, financing, supplier, second, bank, head, middle, wordOf } = await load();
      const lies = [
        { id: head, end: HEAD - 1n, buyer: bank },
        { id: head, end: HEAD + 1n, buyer: bank },
        { id: head + 1n, end: HEAD, buyer: bank },
        { id: head, end: HEAD, buyer: second },
        { id: middle, end: 9_000_000n, buyer: bank },
      ];
      for (const { id, end, buyer } of lies)
        await expect(financing.claimToHaveSold(id, end, supplier, buyer))
          .to.be.revertedWithCustomError(recourse, "Recourse_NotBought")
          .withArgs(id, end, buyer.address, await wordOf(id));
    });

    it("says who sold which cents to whom, at which desk", async () => {
      const net = await load();
      const { recourse, financing, second, bank, middle } = net;
      expect(await recourse.linkOf(LINK_ID)).to.deep.equal(link(net));
      const added = [middle, second.address, 9_000_000n, 0n, LINK.RECORDED, bank.address];
      await expect(financing.sell(middle, bank, true))
        .to.emit(recourse, "RecourseRecorded")
        .withArgs(2, bank.address, second.address, await financing.getAddress(), added);
      expect(await recourse.linkOf(2)).to.deep.equal(added);
    });
  });

  describe("claimOf", () => {
    it("reverts before the default: confirmed, due, reported overdue", async () => {
      const net = await load();
      const { ledger, recourse, id, head, terms, dueDay } = net;
      const expectNotDefaulted = (status: bigint) =>
        expect(recourse.claimOf(LINK_ID, head))
          .to.be.revertedWithCustomError(ledger, "Desk_NotDefaulted")
          .withArgs(id, receivableWord(terms, status));
      await expectNotDefaulted(CONFIRMED);
      await net.networkHelpers.time.increaseTo((dueDay + 31) * 86_400);
      await expectNotDefaulted(CONFIRMED);
      await ledger.reportOverdue(id);
      await expectNotDefaulted(OVERDUE);
      await ledger.declareDefault(id);
      expect((await recourse.claimOf(LINK_ID, head)).face).to.equal(HEAD);
    });

    it("reverts for an unknown link and an unknown slice", async () => {
      const { ledger, recourse, head } = await loadDefaulted();
      await expect(recourse.claimOf(2, head))
        .to.be.revertedWithCustomError(recourse, "Recourse_LinkUnknown")
        .withArgs(2);
      await expect(recourse.claimOf(LINK_ID, head + 1n))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(head + 1n);
    });

    it("is face and penalty while nothing was recovered", async () => {
      const { recourse, head } = await loadDefaulted();
      expect(await recourse.claimOf(LINK_ID, head)).to.deep.equal([HEAD, 0n, PENALTY, CLAIM, 0n]);
    });
  });

  describe("demand", () => {
    it("reverts for everybody but the bank, the seller included", async () => {
      const { recourse, supplier, bank, secondBank, outsider, head } = await loadDefaulted();
      for (const caller of [supplier, secondBank, outsider])
        await expect(recourse.connect(caller).demand(LINK_ID, head))
          .to.be.revertedWithCustomError(recourse, "Recourse_NotBank")
          .withArgs(LINK_ID, caller.address, bank.address);
    });

    it("reverts for a bank that has not enabled the desk", async () => {
      const { ledger, recourse, bank, head } = await loadDefaulted();
      await ledger.connect(bank).setDeskEnabled(recourse, false);
      await expect(recourse.connect(bank).demand(LINK_ID, head))
        .to.be.revertedWithCustomError(ledger, "Slices_DeskNotEnabled")
        .withArgs(bank.address, await recourse.getAddress());
    });

    it("says what, of whom and when; once", async () => {
      const net = await loadDefaulted();
      const { recourse, bank, supplier, head } = net;
      const at = await nextSecond(net);
      const demanded = link(net, { demandedAt: BigInt(at), state: LINK.DEMANDED });
      await expect(recourse.connect(bank).demand(LINK_ID, head))
        .to.emit(recourse, "RecourseDemanded")
        .withArgs(LINK_ID, head, bank.address, supplier.address, [HEAD, 0n, PENALTY, CLAIM, 0n], demanded);
      expect(await recourse.linkOf(LINK_ID)).to.deep.equal(demanded);
      await expect(recourse.connect(bank).demand(LINK_ID, head))
        .to.be.revertedWithCustomError(recourse, "Recourse_AlreadyDemanded")
        .withArgs(LINK_ID, at);
    });

    it("moves neither slice nor cash, and what it demands can then be paid", async () => {
      const net = await loadDefaulted();
      const { ethers, ledger, cny, recourse, bank, supplier, head } = net;
      await expect(recourse.connect(bank).demand(LINK_ID, head)).to.changeTokenBalances(
        ethers,
        cny,
        [bank, supplier],
        [0n, 0n],
      );
      expect(await ledger.ownerOf(head)).to.equal(bank.address);
      await net.payFor(LINK_ID, head);
      expect((await recourse.linkOf(LINK_ID)).state).to.equal(LINK.RETURNED);
    });
  });

  describe("payRecourse", () => {
    it("swaps the seller's cash and the slice in one transaction", async () => {
      const net = await loadDefaulted();
      const { ethers, ledger, cny, recourse, supplier, bank, head } = net;
      const paid = link(net, { state: LINK.RETURNED });
      const word = await net.wordOf(head);
      const tx = recourse.connect(supplier).payRecourse(LINK_ID, head, word, CLAIM);
      await expect(tx)
        .to.emit(recourse, "RecoursePaid")
        .withArgs(LINK_ID, head, supplier.address, supplier.address, bank.address, [HEAD, 0n, PENALTY, CLAIM, 0n], paid)
        .and.to.emit(ledger, "SliceReturned")
        .withArgs(
          head,
          await recourse.getAddress(),
          bank.address,
          sliceWord({ holder: supplier.address, end: HEAD, sequence: 2n }),
        );
      await expect(tx).to.changeTokenBalances(ethers, cny, [supplier, bank, recourse], [-CLAIM, CLAIM, 0n]);
      expect(await recourse.linkOf(LINK_ID)).to.deep.equal(paid);
    });

    it("reverts a cent above the most that the payer would pay", async () => {
      const { recourse, supplier, head, wordOf } = await loadDefaulted();
      await expect(recourse.connect(supplier).payRecourse(LINK_ID, head, await wordOf(head), CLAIM - 1n))
        .to.be.revertedWithCustomError(recourse, "Recourse_AboveMost")
        .withArgs(CLAIM, CLAIM - 1n);
    });

    it("reverts for another word than the slice has, and for none", async () => {
      const { ledger, recourse, supplier, head, wordOf } = await loadDefaulted();
      const word = await wordOf(head);
      for (const expected of [0n, word + 1n])
        await expect(recourse.connect(supplier).payRecourse(LINK_ID, head, expected, CLAIM))
          .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
          .withArgs(head, expected, word);
    });

    it("reverts while the bank has not enabled the desk", async () => {
      const { ledger, recourse, bank, head, payFor } = await loadDefaulted();
      await ledger.connect(bank).setDeskEnabled(recourse, false);
      await expect(payFor(LINK_ID, head))
        .to.be.revertedWithCustomError(ledger, "Slices_DeskNotEnabled")
        .withArgs(bank.address, await recourse.getAddress());
    });

    it("reverts with the token's own error when cash is missing or not approved, and moves nothing", async () => {
      const { ledger, cny, recourse, supplier, bank, head, payFor } = await loadDefaulted();
      const act = () => payFor(LINK_ID, head);
      await expectCashMissing({ token: cny, payer: supplier, desk: recourse, amount: CLAIM, act });
      expect(await ledger.ownerOf(head)).to.equal(bank.address);
      expect((await recourse.linkOf(LINK_ID)).state).to.equal(LINK.RECORDED);
    });

    it("may be paid by anyone for the seller, which gets the slice", async () => {
      const { ethers, ledger, cny, supplier, bank, third, head, payFor } = await loadDefaulted();
      await expect(payFor(LINK_ID, head, third)).to.changeTokenBalances(
        ethers,
        cny,
        [third, supplier, bank],
        [-CLAIM, 0n, CLAIM],
      );
      expect(await ledger.ownerOf(head)).to.equal(supplier.address);
    });

    it("pays several slices in one transaction", async () => {
      const net = await load();
      const { ethers, ledger, cny, recourse, financing, second, bank, head, middle } = net;
      await financing.sell(middle, bank, true);
      await net.declareDefault();
      const calls = await Promise.all(
        [head, middle].map(async (slice, i) =>
          recourse.interface.encodeFunctionData("payRecourse", [i + 1, slice, await net.wordOf(slice), PLENTY]),
        ),
      );
      // 20 % of a penalty of 1 550.00 for the second slice.
      const both = CLAIM + 2_000_000n + 31_000n;
      await expect(recourse.connect(second).multicall(calls)).to.changeTokenBalances(
        ethers,
        cny,
        [second, bank],
        [-both, both],
      );
      expect(await ledger.ownerOf(middle)).to.equal(second.address);
    });

    it("leaves what the obligor pays later to the seller, who holds the slice", async () => {
      const net = await loadDefaulted();
      const { ethers, cny, settlementDesk, obligor, supplier, bank, id, slices, payFor, head } = net;
      await payFor(LINK_ID, head);
      await expect(settlementDesk.connect(obligor).pay(id, slices)).to.changeTokenBalances(
        ethers,
        cny,
        [supplier, bank],
        [CLAIM, 0n],
      );
    });
  });

  describe("waive", () => {
    it("reverts for everybody but the bank", async () => {
      const { recourse, supplier, bank } = await load();
      await expect(recourse.connect(supplier).waive(LINK_ID))
        .to.be.revertedWithCustomError(recourse, "Recourse_NotBank")
        .withArgs(LINK_ID, supplier.address, bank.address);
    });

    it("ends the recourse for good, before the default or after a demand", async () => {
      const net = await load();
      const { recourse, bank, head } = net;
      const waived = link(net, { state: LINK.WAIVED });
      const snapshot = await net.networkHelpers.takeSnapshot();
      await expect(recourse.connect(bank).waive(LINK_ID))
        .to.emit(recourse, "RecourseWaived")
        .withArgs(LINK_ID, bank.address, waived);
      await net.declareDefault();
      for (const attempt of [
        () => recourse.connect(bank).demand(LINK_ID, head),
        () => recourse.connect(bank).waive(LINK_ID),
        () => net.payFor(LINK_ID, head),
        () => recourse.claimOf(LINK_ID, head),
      ])
        await expect(attempt())
          .to.be.revertedWithCustomError(recourse, "Recourse_LinkEnded")
          .withArgs(LINK_ID, LINK.WAIVED);
      await snapshot.restore();
      await net.declareDefault();
      await recourse.connect(bank).demand(LINK_ID, head);
      await recourse.connect(bank).waive(LINK_ID);
      expect((await recourse.linkOf(LINK_ID)).state).to.equal(LINK.WAIVED);
    });
  });

  it("can still be used after the write-off", async () => {
    const { ledger, supervisor, supplier, id, head, payFor } = await loadDefaulted();
    await ledger.connect(supervisor).writeOff(id, DOCUMENT);
    await payFor(LINK_ID, head);
    expect(await ledger.ownerOf(head)).to.equal(supplier.address);
  });
});
