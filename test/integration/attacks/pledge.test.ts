import { expect } from "chai";
import type { LoanOfferStruct } from "../../../types/contracts/desks/PledgeDesk.js";
import { AlwaysSigns__factory, BatchWallet__factory, PledgeDesk__factory } from "../../../types/contracts/index.js";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, identityOf, ROLE, sliceId, startDay } from "../../helpers/network.ts";
import { admitPledgeDesk, LOAN, offeredLoan, signLoan, takenLoan } from "../../helpers/pledge.ts";
import { signQuote } from "../../helpers/signQuote.ts";
import { expectVoidOnceChanged } from "../../helpers/sliceChanges.ts";

const FACE = 10_000_000n;
const PART = 1_000_000n;
const { principal: PRINCIPAL } = LOAN;
const FAR = 5_000_000_000;
const DOCUMENT = `0x${"d0".repeat(32)}`;
/** The deployment admits five desks before. */
const LOCK = 6n << 3n;

describe("Attacks on loan offers", () => {
  const load = loaderOf(offeredLoan);

  it("an offer is void after whatever happens to the slice first: cut, paid away and back, offered, frozen", async () => {
    const net = await load();
    await expectVoidOnceChanged(net, { ...net, word: net.offer.word, take: () => net.take() });
    await net.take();
  });

  it("an offer is good once: neither at once again nor when the loan is repaid and the slice unlocked", async () => {
    const { ledger, desk, slice, offer, take } = await load();
    await take();
    const refused = async () =>
      expect(take())
        .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
        .withArgs(slice, offer.word, await ledger.sliceWordOf(slice));
    await refused();
    await desk.repay(1, PRINCIPAL, [slice]);
    await refused();
  });

  it("an offer is void on another chain, at another desk, signed by somebody else, changed, or too late", async () => {
    const net = await load();
    const { pledgeDesk, operator, bank, supplier, slice, offer, take } = net;
    const digest = await pledgeDesk.loanOfferDigest(offer);
    const twin = await new PledgeDesk__factory(operator).deploy(net.ledger, net.settlementDesk, operator);
    const others = [{ chainId: 1n }, { verifyingContract: await twin.getAddress() }, { signer: supplier }];
    for (const change of others) {
      const signed = await signLoan(net, slice, { ...change, offer });
      await expect(take({}, signed.signature))
        .to.be.revertedWithCustomError(pledgeDesk, "LoanOffer_SignatureInvalid")
        .withArgs(bank.address, digest);
    }
    const other = await confirmedReceivable(net, { number: "other" });
    const changes: Partial<LoanOfferStruct>[] = [
      { id: other.slice },
      { word: BigInt(offer.word) ^ 1n },
      { lender: supplier.address },
      { principal: PRINCIPAL - 1n },
      { haircutPpm: 100_000 },
      { ratePpm: 0 },
      { repayBy: Number(offer.repayBy) + 1 },
      { graceDays: 255 },
      { limited: true },
      { expiresAt: Number(offer.expiresAt) + 1 },
    ];
    for (const change of changes) {
      const given = { ...offer, ...change };
      await expect(take(change), Object.keys(change).join())
        .to.be.revertedWithCustomError(pledgeDesk, "LoanOffer_SignatureInvalid")
        .withArgs(given.lender, await pledgeDesk.loanOfferDigest(given));
    }
    const expiresAt = Number(offer.expiresAt);
    const snapshot = await net.networkHelpers.takeSnapshot();
    await net.networkHelpers.time.setNextBlockTimestamp(expiresAt + 1);
    await expect(take())
      .to.be.revertedWithCustomError(pledgeDesk, "LoanOffer_Expired")
      .withArgs(digest, expiresAt, expiresAt + 1);
    await snapshot.restore();
    await net.networkHelpers.time.setNextBlockTimestamp(expiresAt);
    await take();
  });

  it("an offer without a word, which would fit whatever the slice becomes, is refused", async () => {
    const net = await load();
    const { ledger, supplier, desk, slice } = net;
    const word = BigInt(supplier.address);
    const blank = await signLoan(net, slice, { offer: { word: 0n } });
    await expect(desk.take(blank.offer, blank.signature))
      .to.be.revertedWithCustomError(ledger, "Desk_WordMissing")
      .withArgs(slice);
    const bare = await signLoan(net, slice, { offer: { word } });
    await expect(desk.take(bare.offer, bare.signature)).to.be.revertedWithCustomError(ledger, "Slices_WordChanged");
  });

  it("a lender that is a contract and signs anything lends only as a bank", async () => {
    const net = await load();
    const { ledger, desk, operator, slice } = net;
    const yes = await new AlwaysSigns__factory(operator).deploy();
    const lender = await yes.getAddress();
    const { offer } = await signLoan(net, slice, { offer: { lender } });
    await expect(desk.take(offer, "0x")).to.be.revertedWithCustomError(ledger, "Participants_MayNotAct");
  });
});

describe("Attacks on pledged slices", () => {
  const load = loaderOf(takenLoan);

  it("its holder can neither split, pay with, merge, offer, sell nor pledge it again, nor an approved account move it", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, suppliers, desk, id, slice } = net;
    const [payee] = suppliers;
    if (!payee) throw new Error("a company expected");
    const by = ledger.connect(supplier);
    const busy = async (attempt: Promise<unknown>) =>
      expect(attempt).to.be.revertedWithCustomError(ledger, "Slices_Busy").withArgs(slice, LOCK);
    await busy(by.split(slice, [PART]));
    await busy(by.splitAndTransfer(slice, [{ to: payee.address, amount: PART }], 0));
    await busy(by.transfer(slice, payee.address, 0));
    await busy(by.merge(slice, sliceId(id, FACE)));
    await by.setApprovalForAll(payee.address, true);
    await busy(ledger.connect(payee).transferFrom(supplier.address, payee.address, slice));
    const quoted = await signQuote(net, slice, PART);
    await busy(discountDesk.connect(supplier).takeQuote(quoted.quote, quoted.signature));
    const again = await signLoan(net, slice);
    await busy(desk.take(again.offer, again.signature));
    const other = { ...net, pledgeDesk: await admitPledgeDesk(net) };
    const elsewhere = await signLoan(other, slice, { offer: { expiresAt: FAR } });
    await busy(other.pledgeDesk.connect(supplier).take(elsewhere.offer, elsewhere.signature));
  });

  it("neither disabling the desk nor suspension frees anything from the lender", async () => {
    const net = await load();
    const { ledger, pledgeDesk, supplier, bank, slice, repayBy } = net;
    await ledger.connect(supplier).setDeskEnabled(pledgeDesk, false);
    await ledger.suspend(supplier.address);
    await startDay(net, repayBy + LOAN.graceDays + 1);
    await pledgeDesk.connect(bank).foreclose(1, [slice]);
    expect(await ledger.ownerOf(slice)).to.equal(bank.address);
  });

  it("the money of a later loan against the same cents is not an earlier one's", async () => {
    const net = await load();
    const { ethers, cny, settlementDesk, obligor, pledgeDesk, desk, bank, supplier, id, slice, dueDay } = net;
    await desk.repay(1, PRINCIPAL, [slice]);
    const second = await signLoan(net, slice);
    await desk.take(second.offer, second.signature);
    await startDay(net, dueDay);
    await settlementDesk.connect(obligor).pay(id, [slice]);
    await expect(pledgeDesk.collect(1, [slice]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_OtherCents")
      .withArgs(1, slice, FACE, FACE);
    const { principal, interest } = await pledgeDesk.debtOf(2);
    await expect(pledgeDesk.collect(2, [slice])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier],
      [principal + interest, FACE - principal - interest],
    );
  });

  it("a repaid loan unlocks no cents of a later loan, even if a court has cut them", async () => {
    const net = await load();
    const { ledger, supervisor, pledgeDesk, desk, id, slice } = net;
    const part = sliceId(id, PART);
    await ledger.connect(supervisor).freeze(slice, PART, FACE, 1, DOCUMENT, FAR);
    await ledger.connect(supervisor).release([part], DOCUMENT);
    await desk.repay(1, PRINCIPAL, []);
    await expect(pledgeDesk.release(1, [part]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NotNext")
      .withArgs(1, part, 0);
    await pledgeDesk.release(1, [slice]);
    const second = await signLoan(net, slice, { offer: { principal: PART / 2n } });
    await desk.take(second.offer, second.signature);
    await expect(pledgeDesk.release(1, [slice]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_OtherCents")
      .withArgs(1, slice, PART, FACE);
    await pledgeDesk.release(1, [part]);
  });

  it("nobody unlocks or collects another loan's cents, nor draws the money past the desk", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, pledgeDesk, desk, supplier, slice, dueDay, id } = net;
    const other = await confirmedReceivable(net, { number: "INV-2" });
    const { offer, signature } = await signLoan(net, other.slice);
    await desk.take(offer, signature);
    await desk.repay(1, PRINCIPAL, []);
    for (const act of [pledgeDesk.release, pledgeDesk.collect])
      await expect(act(1, [other.slice]))
        .to.be.revertedWithCustomError(pledgeDesk, "Pledge_OtherCents")
        .withArgs(1, other.slice, 0, FACE);
    await expect(ledger.connect(supplier).unlockByDesk(slice)).to.be.revertedWithCustomError(ledger, "Desk_OtherLock");
    await startDay(net, dueDay);
    await settlementDesk.connect(obligor).pay(id, [slice]);
    await expect(settlementDesk.connect(supplier).claimLocked(slice))
      .to.be.revertedWithCustomError(settlementDesk, "Settlement_NothingLocked")
      .withArgs(slice, supplier.address);
  });

  it("a cent that the lender pays in front of the last repayment: the rest is paid and the slice is free, on the last day too", async () => {
    const net = await load();
    const { ethers, ledger, cny, pledgeDesk, desk, bank, supplier, slice, loanId, repayBy } = net;
    await startDay(net, repayBy + LOAN.graceDays);
    const { principal, interest } = await pledgeDesk.debtOf(loanId);
    const owed = principal + interest;
    await pledgeDesk.connect(bank).repay(loanId, 1, []);
    // It neither pays the cent again, nor more than is owed however high the most that it would pay.
    const snapshot = await net.networkHelpers.takeSnapshot();
    for (const most of [owed, 2n * owed]) {
      const tx = desk.repay(loanId, most, [slice]);
      await expect(tx).to.emit(pledgeDesk, "Released").withArgs(loanId, slice, FACE);
      await expect(tx).to.changeTokenBalances(ethers, cny, [bank, supplier], [owed - 1n, 1n - owed]);
      expect(await pledgeDesk.debtOf(loanId)).to.deep.equal([0n, 0n]);
      await snapshot.restore();
    }
    await expect(desk.repay(loanId, owed, []))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_Overpaid")
      .withArgs(loanId, owed, owed - 1n);
    await pledgeDesk.connect(bank).repay(loanId, owed - 1n, []);
    await expect(desk.repay(loanId, owed, [slice]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NothingPaid")
      .withArgs(loanId);
    await desk.release(loanId, [slice]);
    await ledger.connect(supplier).split(slice, [PART]);
  });

  it("repaying and borrowing again in one transaction is two loans, each with its own offer", async () => {
    const net = await load();
    const { ethers, ledger, cny, pledgeDesk, operator, bank, supplier } = net;
    const wallet = await new BatchWallet__factory(operator).deploy();
    const borrower = await wallet.getAddress();
    await ledger.admit(borrower, identityOf(borrower), ROLE.SUPPLIER, 40_000);
    const fresh = await confirmedReceivable(net, { number: "INV-2" });
    const acts = async (...calls: [{ getAddress(): Promise<string> }, string][]) =>
      wallet.act(
        await Promise.all(calls.map(([target]) => target.getAddress())),
        calls.map(([, data]) => data),
      );
    const L = ledger.interface;
    const P = pledgeDesk.interface;
    await acts(
      [ledger, L.encodeFunctionData("setStandingConsent", [true])],
      [ledger, L.encodeFunctionData("setDeskEnabled", [await pledgeDesk.getAddress(), true])],
      [cny, cny.interface.encodeFunctionData("approve", [await pledgeDesk.getAddress(), FACE])],
    );
    await ledger.connect(supplier).transfer(fresh.slice, borrower, 0);
    const first = await signLoan(net, fresh.slice);
    const take = (signed: typeof first): [typeof pledgeDesk, string] => [
      pledgeDesk,
      P.encodeFunctionData("take", [signed.offer, signed.signature]),
    ];
    const repay = (loan: bigint): [typeof pledgeDesk, string] => [
      pledgeDesk,
      P.encodeFunctionData("repay", [loan, PRINCIPAL, [fresh.slice]]),
    ];
    // The same offer again, though borrower, slice, face and price are the same as before.
    await expect(acts(take(first), repay(2n), take(first))).to.be.revertedWithCustomError(ledger, "Slices_WordChanged");
    const later = BigInt(first.offer.word) + (2n << 224n);
    const second = await signLoan(net, fresh.slice, { offer: { word: later } });
    await expect(acts(take(first), repay(2n), take(second))).to.changeTokenBalances(
      ethers,
      cny,
      [bank, borrower, pledgeDesk],
      [-PRINCIPAL, PRINCIPAL, 0n],
    );
    expect(await pledgeDesk.debtOf(2)).to.deep.equal([0n, 0n]);
    expect(await pledgeDesk.debtOf(3)).to.deep.equal([PRINCIPAL, 0n]);
  });
});
