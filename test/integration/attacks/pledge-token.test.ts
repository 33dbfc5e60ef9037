import { expect } from "chai";
import { BlocklistToken__factory, HookedToken__factory } from "../../../types/contracts/index.js";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, startDay } from "../../helpers/network.ts";
import { LOAN, loanIn, signLoan } from "../../helpers/pledge.ts";

const FACE = 10_000_000n;
const { principal: PRINCIPAL } = LOAN;

describe("Attacks on loans by their token", () => {
  async function hooked(net: Network) {
    return loanIn(net, () => new HookedToken__factory(net.operator).deploy());
  }
  const load = loaderOf(hooked);
  const loadFee = loaderOf((net) => loanIn(net, () => new BlocklistToken__factory(net.operator).deploy(2)));

  it("one that calls back meets a closed door, whichever action moves it", async () => {
    const net = await load();
    const { token, pledgeDesk, settlementDesk, obligor, bank, desk, id, slice, loanId, take, dueDay } = net;
    const target = await pledgeDesk.getAddress();
    const closed = pledgeDesk.interface.getError("ReentrancyGuardReentrantCall")?.selector;
    const { offer, signature } = await signLoan(net, slice);
    const P = pledgeDesk.interface;
    const calls = [
      P.encodeFunctionData("take", [offer, signature]),
      P.encodeFunctionData("repay", [loanId, 1, []]),
      P.encodeFunctionData("release", [loanId, [slice]]),
      P.encodeFunctionData("collect", [loanId, [slice]]),
      P.encodeFunctionData("foreclose", [loanId, [slice]]),
      P.encodeFunctionData("paySurplus", [loanId, bank.address, 1]),
      P.encodeFunctionData("claim", [bank.address, 3, bank.address]),
    ];
    const meets = async (act: () => Promise<unknown>) => {
      const snapshot = await net.networkHelpers.takeSnapshot();
      for (const call of calls) {
        await token.prepare(target, call);
        await act();
        expect(await token.succeeded()).to.equal(false);
        expect(await token.answer()).to.equal(closed);
        await snapshot.restore();
      }
    };
    await meets(take);
    await take();
    await meets(() => desk.repay(loanId, PRINCIPAL, [slice]));
    await startDay(net, dueDay);
    await settlementDesk.connect(obligor).pay(id, [slice]);
    await meets(() => pledgeDesk.collect(loanId, [slice]));
  });

  it("one that answers false moves nothing, and no debt falls by it", async () => {
    const net = await load();
    const { ledger, token, pledgeDesk, desk, slice, loanId, take } = net;
    const word = await ledger.sliceWordOf(slice);
    await token.setRefuses(true);
    const refused = async (attempt: Promise<unknown>) =>
      expect(attempt)
        .to.be.revertedWithCustomError(pledgeDesk, "SafeERC20FailedOperation")
        .withArgs(await token.getAddress());
    await refused(take());
    expect(await ledger.sliceWordOf(slice)).to.equal(word);
    await token.setRefuses(false);
    await take();
    await token.setRefuses(true);
    await refused(desk.repay(loanId, PRINCIPAL, [slice]));
    expect(await pledgeDesk.debtOf(loanId)).to.deep.equal([PRINCIPAL, 0n]);
  });

  it("one that takes a fee is refused wherever it is drawn: from lender, payer and settlement", async () => {
    const net = await loadFee();
    const { token, pledgeDesk, settlementDesk, obligor, desk, id, slice, loanId, take, dueDay } = net;
    const short = async (attempt: Promise<unknown>, expected: bigint) =>
      expect(attempt)
        .to.be.revertedWithCustomError(pledgeDesk, "Pledge_ShortReceipt")
        .withArgs(await token.getAddress(), expected, expected - 1n);
    await token.setFee(1n);
    await short(take(), PRINCIPAL);
    await token.setFee(0n);
    await take();
    await token.setFee(1n);
    await short(desk.repay(loanId, PRINCIPAL, []), PRINCIPAL);
    await token.setFee(0n);
    await startDay(net, dueDay);
    await settlementDesk.connect(obligor).pay(id, [slice]);
    await token.setFee(1n);
    await short(pledgeDesk.collect(loanId, [slice]), FACE);
  });

  it("a borrower whom the token refuses is not lent to; nothing is locked", async () => {
    const { ledger, token, supplier, slice, take } = await loadFee();
    const word = await ledger.sliceWordOf(slice);
    await token.setRefused(supplier.address, true);
    await expect(take()).to.be.revertedWithCustomError(token, "BlocklistToken_Refused").withArgs(supplier.address);
    expect(await ledger.sliceWordOf(slice)).to.equal(word);
  });
});
