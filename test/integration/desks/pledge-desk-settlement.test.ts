import { expect } from "chai";
import { BlocklistToken__factory } from "../../../types/contracts/index.js";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId, startDay, todayOf } from "../../helpers/network.ts";
import { interestOn, LOAN, loanIn, signLoan, takenLoan } from "../../helpers/pledge.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";

const FACE = 10_000_000n;
const CUT = 4_000_000n;
const { principal: PRINCIPAL } = LOAN;
const FAR = 5_000_000_000;
const DOCUMENT = `0x${"d0".repeat(32)}`;
const CURRENCY = 3;

/** On the due day, when anyone may collect for the loan. */
async function dueLoan(net: Network) {
  const taken = await takenLoan(net);
  await startDay(net, taken.dueDay);
  const owed = PRINCIPAL + interestOn(PRINCIPAL, taken.dueDay - taken.lentOn);
  return { ...taken, owed, pay: net.settlementDesk.connect(net.obligor) };
}

/** A court cuts [CUT, FACE) off, and gives it to another company. @returns the part's id and its new holder. */
async function transferByOrder(net: Network & { id: bigint; slice: bigint }) {
  const [payee] = net.suppliers;
  if (!payee) throw new Error("a company expected");
  const part = sliceId(net.id, CUT);
  const court = net.ledger.connect(net.supervisor);
  await court.freeze(net.slice, CUT, FACE, 1, DOCUMENT, FAR);
  const word = await net.ledger.sliceWordOf(part);
  await court.orderTransfer(part, word, payee.address, DOCUMENT);
  await net.ledger.carryOutTransfer(part, word, payee.address, DOCUMENT);
  return { part, payee };
}

describe("PledgeDesk: collect", () => {
  const load = loaderOf(dueLoan);

  it("pays the lender principal and interest to the day, and the rest to the holder; the desk keeps nothing", async () => {
    const net = await load();
    const { ethers, cny, pledgeDesk, settlementDesk, outsider, bank, supplier, id, slice, loanId, owed, pay } = net;
    await pay.pay(id, [slice]);
    const tx = pledgeDesk.connect(outsider).collect(loanId, [slice]);
    const rest = FACE - owed;
    await expect(tx)
      .to.emit(pledgeDesk, "Collected")
      .withArgs(loanId, slice, supplier.address, owed - PRINCIPAL, PRINCIPAL, rest, [0n, 0n]);
    await expect(tx).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier, pledgeDesk, settlementDesk],
      [owed, rest, 0n, -FACE],
    );
    await expect(pledgeDesk.collect(loanId, [slice]))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NothingCollected")
      .withArgs(loanId);
  });

  it("counts interest to the day on which it is collected", async () => {
    const net = await load();
    const { ethers, cny, pledgeDesk, bank, id, slice, loanId, dueDay, lentOn, pay } = net;
    await pay.pay(id, [slice]);
    await startDay(net, dueDay + 2);
    const owed = PRINCIPAL + interestOn(PRINCIPAL, dueDay + 2 - lentOn);
    await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalance(ethers, cny, bank, owed);
  });

  it("distributes each payment in part: the lender's until it is paid, then the holder's", async () => {
    const net = await load();
    const { ethers, cny, pledgeDesk, bank, supplier, id, slice, loanId, dueDay, lentOn, pay } = net;
    const first = interestOn(PRINCIPAL, dueDay - lentOn);
    await pay.payPart(id, 5_000_000n, [slice]);
    const left = PRINCIPAL - (5_000_000n - first);
    await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier],
      [5_000_000n, 0n],
    );
    expect(await pledgeDesk.debtOf(loanId)).to.deep.equal([left, 0n]);
    await startDay(net, dueDay + 3);
    await pay.payPart(id, 4_000_000n, [slice]);
    const second = left + interestOn(left, 3);
    await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier],
      [second, 4_000_000n - second],
    );
    await pay.pay(id, [slice]);
    await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier],
      [0n, 1_000_000n],
    );
  });

  it("passes the obligor's penalty on too", async () => {
    const net = await load();
    const { ethers, cny, pledgeDesk, bank, supplier, id, slice, loanId, dueDay, lentOn, pay } = net;
    await startDay(net, dueDay + 4);
    await pay.pay(id, [slice]);
    const owed = PRINCIPAL + interestOn(PRINCIPAL, dueDay + 4 - lentOn);
    await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier],
      [owed, FACE + 20_000n - owed],
    );
  });

  it("gives the holder all when the loan is repaid and nobody has unlocked the slice", async () => {
    const { ethers, cny, pledgeDesk, desk, bank, supplier, id, slice, loanId, owed, pay } = await load();
    await desk.repay(loanId, owed, []);
    await pay.pay(id, [slice]);
    await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalances(ethers, cny, [bank, supplier], [0n, FACE]);
  });

  it("passes over what is not paid yet, and refuses other cents", async () => {
    const net = await load();
    const { ethers, cny, ledger, pledgeDesk, supervisor, bank, supplier, id, slice, loanId, owed, pay } = net;
    const part = sliceId(id, CUT);
    await ledger.connect(supervisor).freeze(slice, CUT, FACE, 1, DOCUMENT, FAR);
    await pay.pay(id, [slice]);
    await expect(pledgeDesk.collect(loanId, [part, slice, slice])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier],
      [CUT, 0n],
    );
    for (const other of [sliceId(id ^ 1n, 0n), sliceId(id, FACE)])
      await expect(pledgeDesk.collect(loanId, [other]))
        .to.be.revertedWithCustomError(pledgeDesk, "Pledge_OtherCents")
        .withArgs(loanId, other, 0, FACE);
    await ledger.connect(supervisor).release([part], DOCUMENT);
    await pay.payOut(id, [part]);
    await expect(pledgeDesk.collect(loanId, [part])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier],
      [owed - CUT, FACE - owed],
    );
  });

  it("gives the rest of a part to whom a court has given the part, and lets the pledge follow it", async () => {
    const net = await load();
    const { ethers, cny, pledgeDesk, bank, supplier, id, slice, loanId, owed, pay } = net;
    const { part, payee } = await transferByOrder(net);
    await pay.pay(id, [slice, part]);
    await expect(pledgeDesk.collect(loanId, [slice, part])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, supplier, payee],
      [owed, 0n, FACE - owed],
    );
  });

  it("pays the successors of a lender and of a holder whose keys were lost", async () => {
    const net = await load();
    const { ethers, cny, pledgeDesk, settlementDesk, bank, supplier, id, slice, loanId, lentOn, pay } = net;
    const [supplier2] = (await ethers.getSigners()).slice(-1);
    const bank2 = net.outsider;
    if (!supplier2) throw new Error("one more account expected");
    await pay.payPart(id, 1_000_000n, [slice]);
    await replaceKey(net, bank, bank2);
    await replaceKey(net, supplier, supplier2);
    await pay.pay(id, [slice]);
    const owed = PRINCIPAL + interestOn(PRINCIPAL, (await todayOf(net)) - lentOn);
    const all = FACE + (await settlementDesk.collectionOf(id)).penalty;
    await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, bank2, supplier, supplier2],
      [0n, owed, 0n, all - owed],
    );
  });
});

describe("PledgeDesk: payees that cannot receive", () => {
  async function fixture(net: Network) {
    const loan = await loanIn(net, () => new BlocklistToken__factory(net.operator).deploy(2));
    await loan.take();
    return { ...loan, pay: net.settlementDesk.connect(net.obligor) };
  }
  const load = loaderOf(fixture);

  it("sets a lender's money aside; it can be repaid, unlocks, and its account in force claims to where it says", async () => {
    const net = await load();
    const { ethers, ledger, token, pledgeDesk, desk, bank, supplier, outsider, slice, loanId } = net;
    await token.setRefused(bank.address, true);
    const tx = desk.repay(loanId, PRINCIPAL, [slice]);
    await expect(tx)
      .to.emit(pledgeDesk, "LoanMoneySetAside")
      .withArgs(loanId, bank.address, CURRENCY, PRINCIPAL)
      .and.to.emit(ledger, "SliceUnlocked");
    await expect(tx).to.changeTokenBalances(ethers, token, [supplier, pledgeDesk], [-PRINCIPAL, PRINCIPAL]);
    expect(await pledgeDesk.setAsideOf(bank.address, CURRENCY)).to.equal(PRINCIPAL);
    await expect(pledgeDesk.connect(outsider).claim(bank.address, CURRENCY, outsider.address))
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NotAccountInForce")
      .withArgs(bank.address, outsider.address);
    const [bank2] = (await ethers.getSigners()).slice(-1);
    if (!bank2) throw new Error("one more account expected");
    await replaceKey(net, bank, bank2);
    const claim = () => pledgeDesk.connect(bank2).claim(bank.address, CURRENCY, outsider.address);
    await expect(claim()).to.changeTokenBalances(ethers, token, [outsider, pledgeDesk], [PRINCIPAL, -PRINCIPAL]);
    await expect(claim())
      .to.be.revertedWithCustomError(pledgeDesk, "Pledge_NothingToClaim")
      .withArgs(bank.address, CURRENCY);
  });

  it("neither a lender nor a holder that cannot receive stops the other's money at settlement", async () => {
    const net = await load();
    const { ethers, token, pledgeDesk, bank, supplier, id, slice, loanId, lentOn, dueDay, pay } = net;
    await startDay(net, dueDay);
    await pay.pay(id, [slice]);
    const owed = PRINCIPAL + interestOn(PRINCIPAL, dueDay - lentOn);
    const snapshot = await net.networkHelpers.takeSnapshot();
    for (const [refused, other, aside] of [
      [bank, supplier, owed],
      [supplier, bank, FACE - owed],
    ] as const) {
      await token.setRefused(refused.address, true);
      await expect(pledgeDesk.collect(loanId, [slice])).to.changeTokenBalances(
        ethers,
        token,
        [refused, other, pledgeDesk],
        [0n, FACE - aside, aside],
      );
      expect(await pledgeDesk.setAsideOf(refused.address, CURRENCY)).to.equal(aside);
      await snapshot.restore();
    }
  });

  it("keeps two loans' money apart from each other's", async () => {
    const net = await load();
    const { token, pledgeDesk, desk, bank, slice, loanId } = net;
    const other = await confirmedReceivable(net, { number: "INV-2", currency: CURRENCY });
    const { offer, signature } = await signLoan(net, other.slice);
    await desk.take(offer, signature);
    await token.setRefused(bank.address, true);
    await desk.repay(loanId, PRINCIPAL, [slice]);
    await desk.repay(2, 1_000_000n, []);
    expect(await pledgeDesk.setAsideOf(bank.address, CURRENCY)).to.equal(PRINCIPAL + 1_000_000n);
    expect(await pledgeDesk.debtOf(2)).to.deep.equal([PRINCIPAL - 1_000_000n, 0n]);
  });
});
