import { expect } from "chai";
import { DECISION } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId, startDay, todayOf } from "../../helpers/network.ts";
import { interestOn, LOAN, offeredLoan, signLoan, takenLoan } from "../../helpers/pledge.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { sliceWord } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const CUT = 4_000_000n;
const { principal: PRINCIPAL } = LOAN;
const FAR = 5_000_000_000;
const DOCUMENT = `0x${"d0".repeat(32)}`;

/** On the first day on which the lender may foreclose; the receivable is not due for a long time. */
async function defaultedLoan(net: Network) {
  const taken = await takenLoan(net);
  const day = taken.repayBy + LOAN.graceDays + 1;
  await startDay(net, day);
  const interest = interestOn(PRINCIPAL, day - taken.lentOn);
  const lender = taken.pledgeDesk.connect(net.bank);
  return { ...taken, day, interest, owed: PRINCIPAL + interest, lender };
}

/** The court cuts the slice at CUT and leaves both parts with their holder, free to be seized. */
async function cut({ ledger, supervisor, slice, id }: Network & { slice: bigint; id: bigint }) {
  const part = sliceId(id, CUT);
  await ledger.connect(supervisor).freeze(slice, CUT, FACE, 1, DOCUMENT, FAR);
  await ledger.connect(supervisor).release([part], DOCUMENT);
  return part;
}

describe("PledgeDesk: foreclose", () => {
  const load = loaderOf(defaultedLoan);

  it("gives the lender the slice at its face: the debt is paid, and what is above it owed to the holder", async () => {
    const net = await load();
    const { ledger, pledgeDesk, bank, supplier, slice, loanId, interest, owed, lender } = net;
    const surplus = FACE - owed;
    await expect(lender.foreclose(loanId, [slice]))
      .to.emit(pledgeDesk, "Foreclosed")
      .withArgs(loanId, slice, supplier.address, FACE, interest, PRINCIPAL, surplus, [0n, 0n]);
    const word = sliceWord({ holder: bank.address, end: FACE, sequence: 2n });
    expect(await ledger.sliceWordOf(slice)).to.equal(word);
    expect(await pledgeDesk.debtOf(loanId)).to.deep.equal([0n, 0n]);
    expect(await pledgeDesk.surplusOf(loanId, supplier.address)).to.equal(surplus);
  });

  it("lets the lender pay what it owes, in parts, to the holder's account in force, and not more", async () => {
    const net = await load();
    const { ethers, cny, pledgeDesk, bank, supplier, slice, loanId, owed, lender } = net;
    await lender.foreclose(loanId, [slice]);
    const surplus = FACE - owed;
    await expect(lender.paySurplus(loanId, supplier.address, 0))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NothingPaid")
      .withArgs(loanId);
    await expect(lender.paySurplus(loanId, supplier.address, surplus + 1n))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_Overpaid")
      .withArgs(loanId, surplus + 1n, surplus);
    await expect(lender.paySurplus(loanId, bank.address, 1))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_Overpaid")
      .withArgs(loanId, 1, 0);
    await expect(lender.paySurplus(loanId, supplier.address, 1_000n)).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier, pledgeDesk],
      [-1_000n, 1_000n, 0n],
    );
    const [supplier2] = (await ethers.getSigners()).slice(-1);
    if (!supplier2) throw new Error("one more account expected");
    await replaceKey(net, supplier, supplier2);
    const rest = lender.paySurplus(loanId, supplier.address, surplus - 1_000n);
    await expect(rest)
      .to.emit(pledgeDesk, "SurplusPaid")
      .withArgs(loanId, supplier.address, bank.address, surplus - 1_000n, 0);
    await expect(rest).to.changeTokenBalances(ethers, cny, [supplier, supplier2], [0n, surplus - 1_000n]);
  });

  it("reverts until the last second of the last day of grace, and works in the next", async () => {
    const net = await load();
    const { ledger, pledgeDesk, supplier } = net;
    const { slice } = await confirmedReceivable(net, { number: "INV-2" });
    const today = await todayOf(net);
    const { offer, signature } = await signLoan(net, slice, { offer: { repayBy: today + 10, graceDays: 2 } });
    await pledgeDesk.connect(supplier).take(offer, signature);
    const midnight = (today + 13) * 86_400 - 8 * 3600;
    const foreclose = () => net.lender.foreclose(2, [slice]);
    await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
    await expect(foreclose())
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NotInDefault")
      .withArgs(2, today + 12, today + 12);
    await net.networkHelpers.time.setNextBlockTimestamp(midnight);
    await expect(foreclose()).to.emit(ledger, "SliceSeized");
  });

  it("is the lender's, or its successor's, and nobody else's", async () => {
    const net = await load();
    const { ethers, ledger, pledgeDesk, bank, supplier, operator, outsider, slice, loanId } = net;
    for (const who of [supplier, operator, outsider])
      await expect(pledgeDesk.connect(who).foreclose(loanId, [slice]))
        .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NotLender")
        .withArgs(loanId, who.address, bank.address);
    const [bank2] = (await ethers.getSigners()).slice(-1);
    if (!bank2) throw new Error("one more account expected");
    await replaceKey(net, bank, bank2);
    await expect(pledgeDesk.connect(bank).foreclose(loanId, [slice]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NotLender")
      .withArgs(loanId, bank.address, bank2.address);
    await pledgeDesk.connect(bank2).foreclose(loanId, [slice]);
    expect(await ledger.ownerOf(slice)).to.equal(bank2.address);
  });

  it("takes no more once the debt is paid: by the borrower at the last moment, or by the parts taken before", async () => {
    const net = await load();
    const { ledger, pledgeDesk, desk, outsider, supplier, slice, loanId, owed, lender } = net;
    const part = await cut(net);
    const snapshot = await net.networkHelpers.takeSnapshot();
    await desk.repay(loanId, owed, []);
    await expect(lender.foreclose(loanId, [slice]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NothingOwed")
      .withArgs(loanId);
    await snapshot.restore();
    await desk.repay(loanId, owed - CUT, []);
    await expect(lender.foreclose(loanId, [slice, part]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NothingOwed")
      .withArgs(loanId);
    await lender.foreclose(loanId, [slice]);
    expect(await pledgeDesk.surplusOf(loanId, supplier.address)).to.equal(0);
    await expect(pledgeDesk.connect(outsider).release(loanId, [part])).to.emit(ledger, "SliceUnlocked");
    expect(await ledger.ownerOf(part)).to.equal(supplier.address);
    expect((await pledgeDesk.loanOf(loanId)).from).to.equal(FACE);
  });

  it("takes parts in ascending order before the due day, each once", async () => {
    const net = await load();
    const { pledgeDesk, slice, loanId, lender, interest } = net;
    const part = await cut(net);
    await expect(lender.foreclose(loanId, [part]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NotNext")
      .withArgs(loanId, part, 0);
    await lender.foreclose(loanId, [slice]);
    expect(await pledgeDesk.debtOf(loanId)).to.deep.equal([PRINCIPAL - (CUT - interest), 0n]);
    await expect(lender.foreclose(loanId, [slice]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_OtherCents")
      .withArgs(loanId, slice, CUT, FACE);
    await lender.foreclose(loanId, [part]);
    expect(await pledgeDesk.debtOf(loanId)).to.deep.equal([0n, 0n]);
  });

  it("leaves the rest of the debt owed where the slice is worth less", async () => {
    const net = await load();
    const { pledgeDesk, supplier, suppliers } = net;
    const { slice } = await confirmedReceivable(net, { number: "INV-2" });
    const [friend] = suppliers;
    if (!friend) throw new Error("a company expected");
    const today = await todayOf(net);
    const terms = { principal: FACE, haircutPpm: 0, repayBy: today + 10, graceDays: 0 };
    const { offer, signature } = await signLoan(net, slice, { offer: terms });
    await pledgeDesk.connect(supplier).take(offer, signature);
    await startDay(net, today + 11);
    const left = interestOn(FACE, 11);
    await expect(net.lender.foreclose(2, [slice]))
      .to.emit(pledgeDesk, "Foreclosed")
      .withArgs(2, slice, supplier.address, FACE, left, FACE - left, 0, [left, 0n]);
    await pledgeDesk.connect(friend).repay(2, left, []);
    expect(await pledgeDesk.debtOf(2)).to.deep.equal([0n, 0n]);
  });

  it("after payments in part takes a slice at what it is still worth; what waits for the loan is not lost", async () => {
    const net = await load();
    const { ethers, cny, pledgeDesk, settlementDesk, obligor, bank, supplier, id, slice, loanId, lentOn, lender } = net;
    await startDay(net, net.dueDay);
    await settlementDesk.connect(obligor).payPart(id, 3_000_000n, [slice]);
    const owed = PRINCIPAL + interestOn(PRINCIPAL, net.dueDay - lentOn);
    await lender.foreclose(loanId, [slice]);
    const left = owed - 7_000_000n;
    expect(await pledgeDesk.debtOf(loanId)).to.deep.equal([left, 0n]);
    await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier],
      [left, 3_000_000n - left],
    );
    await expect(settlementDesk.connect(obligor).pay(id, [slice])).to.changeTokenBalance(ethers, cny, bank, 7_000_000n);
  });

  it("reverts once the obligor has paid in full, and for frozen cents", async () => {
    const net = await load();
    const { ledger, settlementDesk, supervisor, obligor, id, slice, loanId, lender } = net;
    await ledger.connect(supervisor).freeze(slice, 0, FACE, 1, DOCUMENT, FAR);
    await expect(lender.foreclose(loanId, [slice]))
      .to.be.revertedWithCustomError(ledger, "Slices_Busy")
      .withArgs(slice, (6n << 3n) | 2n);
    await ledger.connect(supervisor).release([slice], DOCUMENT);
    await startDay(net, net.dueDay);
    await settlementDesk.connect(obligor).pay(id, []);
    await expect(lender.foreclose(loanId, [slice]))
      .to.be.revertedWithCustomError(ledger, "Desk_PaidInFull")
      .withArgs(id);
  });
});

describe("PledgeDesk: removed from the ledger", () => {
  const load = loaderOf(defaultedLoan);

  it("still unlocks what is repaid, and neither lends nor forecloses", async () => {
    const net = await load();
    const { ledger, pledgeDesk, desk, slice, loanId, owed, lender } = net;
    await ledger.removeDesk(pledgeDesk, DECISION);
    await expect(lender.foreclose(loanId, [slice])).to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower");
    await expect(desk.repay(loanId, owed, [slice])).to.emit(ledger, "SliceUnlocked");
    const again = await signLoan(net, slice);
    await expect(desk.take(again.offer, again.signature)).to.be.revertedWithCustomError(
      ledger,
      "Rulebook_DeskLacksPower",
    );
  });

  it("still collects at settlement", async () => {
    const net = await load();
    const { ethers, cny, ledger, pledgeDesk, settlementDesk, obligor, bank, id, slice, loanId, lentOn } = net;
    await ledger.removeDesk(pledgeDesk, DECISION);
    await startDay(net, net.dueDay);
    await settlementDesk.connect(obligor).pay(id, [slice]);
    const owed = PRINCIPAL + interestOn(PRINCIPAL, net.dueDay - lentOn);
    await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalance(ethers, cny, bank, owed);
  });
});

describe("PledgeDesk: cancelled offers", () => {
  const load = loaderOf(offeredLoan);

  it("one is void when its lender says so, and only then", async () => {
    const { pledgeDesk, bank, supplier, offer, take } = await load();
    const digest = await pledgeDesk.loanOfferDigest(offer);
    await expect(pledgeDesk.connect(supplier).cancelLoanOffer(offer))
      .to.be.revertedWithCustomError(pledgeDesk, "LoanOffer_NotLender")
      .withArgs(supplier.address, bank.address);
    await expect(pledgeDesk.connect(bank).cancelLoanOffer(offer))
      .to.emit(pledgeDesk, "LoanOfferCancelled")
      .withArgs(bank.address, digest);
    await expect(take()).to.be.revertedWithCustomError(pledgeDesk, "LoanOffer_IsCancelled").withArgs(digest);
  });

  it("all of a series are, and those of the next are not", async () => {
    const net = await load();
    const { pledgeDesk, bank, desk, slice, take } = net;
    await expect(pledgeDesk.connect(bank).cancelAllLoanOffers())
      .to.emit(pledgeDesk, "LoanOfferSeriesEnded")
      .withArgs(bank.address, 0);
    await expect(take()).to.be.revertedWithCustomError(pledgeDesk, "LoanOffer_SeriesOver").withArgs(bank.address, 0, 1);
    const { offer, signature } = await signLoan(net, slice);
    await desk.take(offer, signature);
  });
});
