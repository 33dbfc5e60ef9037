import { expect } from "chai";
import { daysBetween } from "../../../frontend/src/domain/day-count.ts";
import { interest } from "../../../frontend/src/domain/interest.ts";
import { addCurrency } from "../../helpers/addCurrency.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, ROLE, sliceId, startDay, termsFor, todayOf } from "../../helpers/network.ts";
import { admitPledgeDesk, interestOn, LOAN, offeredLoan, signLoan, takenLoan } from "../../helpers/pledge.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { sliceWord } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const { principal: PRINCIPAL } = LOAN;
const EUR = 2;
const GRACE_DAYS = 3;
/** The third desk to be admitted. */
/** The deployment admits five desks before. */
const LOCK = 6n << 3n;

describe("PledgeDesk: take", () => {
  const load = loaderOf(offeredLoan);

  it("locks the slice where it is and pays the principal from bank to holder, in one transaction", async () => {
    const { ethers, ledger, cny, pledgeDesk, bank, supplier, slice, id, offer, take, lentOn, dueDay } = await load();
    const tx = take();
    const loan = {
      lender: bank.address,
      principal: PRINCIPAL,
      ratePpm: BigInt(LOAN.ratePpm),
      repayBy: BigInt(lentOn + LOAN.term),
      graceDays: BigInt(LOAN.graceDays),
      borrower: supplier.address,
      from: 0n,
      to: FACE,
      receivable: id,
      dueDay: BigInt(dueDay),
      utcOffsetHours: 8n,
      currency: 1n,
      since: BigInt(lentOn),
      dayBase: 360n,
      dayCount: 0n,
      accrued: 0n,
      paid: 0n,
    };
    await expect(tx)
      .to.emit(pledgeDesk, "Lent")
      .withArgs(1, slice, bank.address, await pledgeDesk.loanOfferDigest(offer), Object.values(loan));
    await expect(tx).to.changeTokenBalances(ethers, cny, [bank, supplier, pledgeDesk], [-PRINCIPAL, PRINCIPAL, 0n]);
    expect(await pledgeDesk.loanOf(1)).to.deep.equal(Object.values(loan));
    const word = sliceWord({ holder: supplier.address, end: FACE, flags: LOCK, sequence: 1n });
    expect(await ledger.sliceWordOf(slice)).to.equal(word);
    expect(await pledgeDesk.debtOf(1)).to.deep.equal([PRINCIPAL, 0n]);
  });

  it("lends up to the face less the haircut, rounded down, and reverts a cent above it and for nothing", async () => {
    const net = await load();
    const { pledgeDesk, desk } = net;
    // 7 777.77 less 33.3333 %: 5 185.182592…
    const odd = await confirmedReceivable(net, { number: "odd", face: 777_777n });
    const haircutPpm = 333_333;
    const above = await signLoan(net, odd.slice, { offer: { haircutPpm, principal: 518_519n } });
    await expect(desk.take(above.offer, above.signature))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_LoanTooLarge")
      .withArgs(518_519n, 518_518n);
    const nothing = await signLoan(net, odd.slice, { offer: { principal: 0n } });
    await expect(desk.take(nothing.offer, nothing.signature))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NothingLent")
      .withArgs(odd.slice);
    for (const whole of [1_000_000, 1_000_001]) {
      const bare = await signLoan(net, odd.slice, { offer: { haircutPpm: whole, principal: 1n } });
      await expect(desk.take(bare.offer, bare.signature))
        .to.be.revertedWithCustomError(pledgeDesk, "Pledge_LoanTooLarge")
        .withArgs(1n, 0n);
    }
    const most = await signLoan(net, odd.slice, { offer: { haircutPpm, principal: 518_518n } });
    await desk.take(most.offer, most.signature);
  });

  it("is repaid from tomorrow on to the last day on which the obligor may pay without a penalty", async () => {
    const net = await load();
    const { pledgeDesk, desk, slice, lentOn, dueDay } = net;
    const latest = dueDay + GRACE_DAYS;
    for (const repayBy of [lentOn, latest + 1]) {
      const { offer, signature } = await signLoan(net, slice, { offer: { repayBy } });
      await expect(desk.take(offer, signature))
        .to.be.revertedWithCustomError(pledgeDesk, "Pledge_RepayByInvalid")
        .withArgs(repayBy, lentOn, latest);
    }
    const snapshot = await net.networkHelpers.takeSnapshot();
    for (const repayBy of [lentOn + 1, latest]) {
      const { offer, signature } = await signLoan(net, slice, { offer: { repayBy } });
      await desk.take(offer, signature);
      await snapshot.restore();
    }
  });

  it("pays and is repaid in cents of a token of six decimals", async () => {
    const net = await load();
    const { ethers, eur, pledgeDesk, desk, bank, supplier } = net;
    const { slice } = await confirmedReceivable(net, { number: "EUR", currency: EUR, face: 123_457n });
    const { offer, signature } = await signLoan(net, slice, { offer: { principal: 90_001n } });
    const units = 900_010_000n;
    const lent = desk.take(offer, signature);
    await expect(lent).to.changeTokenBalances(ethers, eur, [bank, supplier], [-units, units]);
    await expect(desk.repay(1, 90_001n, [slice])).to.changeTokenBalances(
      ethers,
      eur,
      [bank, supplier, pledgeDesk],
      [units, -units, 0n],
    );
  });

  it("reverts for everybody but the slice's holder, and for a bank that would lend to itself", async () => {
    const net = await load();
    const { ledger, pledgeDesk, bank, outsider, supplier, slice, offer, signature } = net;
    for (const who of [bank, outsider])
      await expect(pledgeDesk.connect(who).take(offer, signature))
        .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NotHolder")
        .withArgs(slice, who.address, supplier.address);
    await ledger.connect(bank).setStandingConsent(true);
    await ledger.connect(bank).setDeskEnabled(pledgeDesk, true);
    await ledger.connect(supplier).transfer(slice, bank.address, 0);
    const own = await signLoan(net, slice);
    await expect(pledgeDesk.connect(bank).take(own.offer, own.signature))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_ToSelf")
      .withArgs(bank.address);
  });

  it("reverts when the lender is no bank in good standing, or the holder has not enabled the desk", async () => {
    const net = await load();
    const { ledger, pledgeDesk, bank, supplier, suppliers, slice, desk, take, lentOn } = net;
    const [poser] = suppliers;
    if (!poser) throw new Error("a company expected");
    const refuses = async (attempt: Promise<unknown>, who: string) =>
      expect(attempt)
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(who, ROLE.BANK, await ledger.participantOf(who), lentOn);
    const posed = await signLoan(net, slice, { signer: poser, offer: { lender: poser.address } });
    await refuses(desk.take(posed.offer, posed.signature), poser.address);
    await ledger.suspend(bank.address);
    await refuses(take(), bank.address);
    await ledger.restore(bank.address);
    await ledger.setKycUntil(bank.address, lentOn - 1);
    await refuses(take(), bank.address);
    await ledger.setKycUntil(bank.address, lentOn);
    await ledger.connect(supplier).setDeskEnabled(pledgeDesk, false);
    await expect(take())
      .to.be.revertedWithCustomError(ledger, "Slices_DeskNotEnabled")
      .withArgs(supplier.address, await pledgeDesk.getAddress());
    await ledger.connect(supplier).setDeskEnabled(pledgeDesk, true);
    await take();
  });

  it("reverts without the registry's entry, and on the due day", async () => {
    const net = await load();
    const { ledger, supplier, obligor, desk, id, slice, dueDay } = net;
    const bare = await termsFor(net, { number: "not in the registry" });
    await ledger.connect(supplier).register(bare);
    await ledger.connect(obligor).confirm(supplier.address, bare, 1);
    const bareId = await idOf(net, bare);
    const bareLoan = await signLoan(net, sliceId(bareId, 0n));
    await expect(desk.take(bareLoan.offer, bareLoan.signature))
      .to.be.revertedWithCustomError(ledger, "Slices_RegistryEntryMissing")
      .withArgs(bareId);
    await startDay(net, dueDay);
    const late = await signLoan(net, slice);
    await expect(desk.take(late.offer, late.signature))
      .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
      .withArgs(id, dueDay, dueDay);
  });

  it("reverts when the lender's cash is missing or not approved, and locks nothing", async () => {
    const { ledger, cny, pledgeDesk, bank, slice, offer, take } = await load();
    await cny.connect(bank).approve(pledgeDesk, PRINCIPAL - 1n);
    await expect(take()).to.be.revertedWithCustomError(cny, "ERC20InsufficientAllowance");
    expect(await ledger.sliceWordOf(slice)).to.equal(offer.word);
  });

  it("counts against the lender's limits only where the lender has signed so", async () => {
    const net = await load();
    const { ethers, pledgeDesk, bank, supplier, obligor, slice, desk } = net;
    const limited = await signLoan(net, slice, { offer: { limited: true } });
    await expect(desk.take(limited.offer, limited.signature)).to.be.revertedWithCustomError(
      pledgeDesk,
      "Pledge_NoExposureBook",
    );
    const bookOf = async (limit: bigint) => (await ethers.getContractFactory("ExposureStandIn")).deploy(limit);
    const [book, tight] = [await bookOf(FACE), await bookOf(FACE - 1n)];
    for (const each of [book, tight]) {
      const withBook = { ...net, pledgeDesk: await admitPledgeDesk(net, await each.getAddress()) };
      const { offer, signature } = await signLoan(withBook, slice, {
        offer: { limited: true, expiresAt: 5_000_000_000 },
      });
      const attempt = withBook.pledgeDesk.connect(supplier).take(offer, signature);
      if (each === tight)
        await expect(attempt).to.be.revertedWithCustomError(tight, "ExposureStandIn_TooMuch").withArgs(FACE);
      else {
        await expect(attempt)
          .to.emit(book, "Recorded")
          .withArgs(bank.address, slice, FACE, obligor.address, supplier.address, 1);
        await withBook.pledgeDesk.connect(supplier).repay(1, PRINCIPAL, [slice]);
      }
    }
    const free = await signLoan(net, slice);
    await desk.take(free.offer, free.signature);
  });
});

describe("PledgeDesk: repay", () => {
  const load = loaderOf(takenLoan);

  it("asks interest by days from the value date, at the same rate after the day of repayment", async () => {
    const net = await load();
    const { pledgeDesk, loanId, lentOn } = net;
    // 80 000.00 at 6 % over 360: 13.3333… a day.
    for (const [days, interest] of [
      [0, 0n],
      [1, 1_333n],
      [2, 2_667n],
      [30, 40_000n],
      [45, 60_000n],
    ] as const) {
      if (days !== 0) await startDay(net, lentOn + days);
      expect(await pledgeDesk.debtOf(loanId), `${days} days`).to.deep.equal([PRINCIPAL, interest]);
    }
  });

  it("pays interest first, then principal; each repayment of principal begins a period", async () => {
    const net = await load();
    const { ethers, cny, pledgeDesk, desk, bank, supplier, slice, loanId, lentOn } = net;
    await startDay(net, lentOn + 10);
    const first = interestOn(PRINCIPAL, 10);
    const tx = desk.repay(loanId, first + 3_000_000n, []);
    await expect(tx)
      .to.emit(pledgeDesk, "Repaid")
      .withArgs(loanId, supplier.address, first, 3_000_000n, [5_000_000n, 0n]);
    await expect(tx).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier, pledgeDesk],
      [first + 3_000_000n, -first - 3_000_000n, 0n],
    );
    await startDay(net, lentOn + 17);
    // Interest alone ends no period: what is rounded is the interest of all its days.
    await desk.repay(loanId, 1_000n, []);
    await startDay(net, lentOn + 30);
    const second = interestOn(5_000_000n, 20) - 1_000n;
    expect(await pledgeDesk.debtOf(loanId)).to.deep.equal([5_000_000n, second]);
    await expect(desk.repay(loanId, second + 5_000_000n, [slice]))
      .to.emit(pledgeDesk, "Repaid")
      .withArgs(loanId, supplier.address, second, 5_000_000n, [0n, 0n]);
    await startDay(net, lentOn + 60);
    expect(await pledgeDesk.debtOf(loanId)).to.deep.equal([0n, 0n]);
  });

  it("unlocks when all is paid, by anyone for the borrower; the slice is the holder's as before", async () => {
    const { ethers, ledger, cny, pledgeDesk, suppliers, supplier, bank, slice, loanId } = await load();
    const [friend, payee] = suppliers;
    if (!friend || !payee) throw new Error("two companies expected");
    const tx = pledgeDesk.connect(friend).repay(loanId, PRINCIPAL, [slice]);
    await expect(tx).to.emit(pledgeDesk, "Released").withArgs(loanId, slice, FACE);
    await expect(tx).to.changeTokenBalances(ethers, cny, [bank, friend], [PRINCIPAL, -PRINCIPAL]);
    await ledger.connect(supplier).transfer(slice, payee.address, 0);
  });

  it("unlocks later, by anyone, what the last payment did not name; not before all is paid", async () => {
    const { pledgeDesk, desk, outsider, slice, loanId } = await load();
    await expect(desk.repay(loanId, PRINCIPAL - 1n, [slice]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_StillOwed")
      .withArgs(loanId, 1n, 0n);
    await expect(pledgeDesk.connect(outsider).release(loanId, [slice]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_StillOwed")
      .withArgs(loanId, PRINCIPAL, 0n);
    await desk.repay(loanId, PRINCIPAL, []);
    await expect(pledgeDesk.connect(outsider).release(loanId, [slice]))
      .to.emit(pledgeDesk, "Released")
      .withArgs(loanId, slice, FACE);
    await expect(pledgeDesk.release(loanId, [slice]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_OtherCents")
      .withArgs(loanId, slice, FACE, FACE);
  });

  it("reverts for nothing, for more than is owed with the amounts, and for an unknown loan", async () => {
    const net = await load();
    const { pledgeDesk, desk, loanId, lentOn } = net;
    await startDay(net, lentOn + 30);
    const owed = PRINCIPAL + 40_000n;
    await expect(desk.repay(loanId, 0, []))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NothingPaid")
      .withArgs(loanId);
    await expect(desk.repay(loanId, owed + 1n, []))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_Overpaid")
      .withArgs(loanId, owed + 1n, owed);
    const calls = [
      () => desk.repay(2, 1, []),
      () => desk.release(2, []),
      () => desk.collect(2, []),
      () => desk.foreclose(2, []),
      () => desk.paySurplus(2, desk, 1),
      () => desk.debtOf(2),
    ];
    for (const call of calls)
      await expect(call()).to.be.revertedWithCustomError(pledgeDesk, "Pledge_LoanUnknown").withArgs(2);
    await desk.repay(loanId, owed, []);
    await expect(desk.repay(loanId, 1, []))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_Overpaid")
      .withArgs(loanId, 1, 0);
  });

  it("counts days as the currency does", async () => {
    const net = await load();
    const { pledgeDesk, desk, cny } = net;
    const index = await addCurrency(net, cny, { dayCount: 1, dayBase: 365 });
    const today = await todayOf(net);
    const repayBy = today + 90;
    const { slice } = await confirmedReceivable(net, { number: "30/360", currency: index, dueDay: today + 120 });
    const { offer, signature } = await signLoan(net, slice, { offer: { repayBy } });
    await desk.take(offer, signature);
    await startDay(net, repayBy);
    const days = daysBetween(today, repayBy, "30/360");
    const expected = interest({ amountMinor: PRINCIPAL, ratePpm: BigInt(LOAN.ratePpm), days, base: 365 });
    expect(await pledgeDesk.debtOf(2)).to.deep.equal([PRINCIPAL, expected]);
  });
});
