import { expect } from "chai";
import {
  BlocklistToken__factory,
  FalseReturningToken__factory,
  HookedToken__factory,
  PausableToken__factory,
  type TestToken,
} from "../../../types/contracts/index.js";
import { addCurrency } from "../../helpers/addCurrency.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, sliceId, startDay } from "../../helpers/network.ts";
import { FACE, PART, PLENTY, partPayments, SHARES } from "../../helpers/partPayments.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";
import { tryToken } from "../../helpers/tryToken.ts";
import { STATUS } from "../../helpers/words.ts";

const HOSTILE = 3;

/** Three holders of a receivable in `token`, which becomes the third currency; only the obligor has any of it. */
async function inToken(net: Network, token: TestToken) {
  await addCurrency(net, token);
  await token.mint(net.obligor.address, PLENTY);
  await token.connect(net.obligor).approve(net.settlementDesk, PLENTY);
  const held = await threeHolders(net, { number: "hostile", currency: HOSTILE });
  await startDay(net, held.dueDay);
  return held;
}

async function statusOf({ ledger }: Network, id: bigint): Promise<bigint> {
  return (await ledger.receivableWordOf(id)) & 0xfn;
}

describe("Attacks on settlement", () => {
  const load = loaderOf(partPayments);

  it("a payment before the due day diverted by a split: the slice is not what it was, and nobody is paid", async () => {
    const { ethers, ledger, cny, desk, obligor, supplier, second, id, head } = await load();
    const seen = await ledger.sliceWordOf(head);
    // The holder outruns the payment: most of the slice goes to somebody else, the head keeps its id.
    await ledger.connect(supplier).splitAndTransfer(head, [{ amount: 6_900_000n, to: second.address }], 0);
    await expect(desk.payEarly(id, [head], [seen]))
      .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
      .withArgs(head, seen, await ledger.sliceWordOf(head));
    expect(await cny.balanceOf(obligor)).to.equal(PLENTY);
    const word = await ledger.sliceWordOf(head);
    await expect(desk.payEarly(id, [head], [word])).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, supplier, second],
      [-100_000n, 100_000n, 0n],
    );
  });

  it("cents paid early paid again: netted at maturity, so the obligor pays them once", async () => {
    const net = await load();
    const { ethers, ledger, cny, desk, obligor, supplier, second, third, id, head, slices, dueDay } = net;
    await desk.payEarly(id, [head], [await ledger.sliceWordOf(head)]);
    await startDay(net, dueDay);
    await expect(desk.pay(id, slices)).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, supplier, second, third],
      [-3_000_000n, 0n, 2_000_000n, 1_000_000n],
    );
    expect(await statusOf(net, id)).to.equal(STATUS.SETTLED);
  });

  it("a payment in part split in between: the parts together get what the whole would have", async () => {
    const net = await load();
    const { ethers, cny, settlementDesk, desk, supplier, second, third, id, head, slices, dueDay, at } = net;
    // A court cuts a third of the head away between the payment and its paying out.
    await startDay(net, dueDay);
    await desk.payPart(id, PART, []);
    await net.freeze(head, 1_000_001n, 3_000_003n);
    await net.release(at(1_000_001n));
    const cut = [head, at(1_000_001n), at(3_000_003n), ...slices.slice(1)];
    await expect(settlementDesk.payOut(id, cut)).to.changeTokenBalances(
      ethers,
      cny,
      [supplier, second, third],
      [...SHARES],
    );
  });

  it("a blocklisted payee: its money is set aside, everybody else is paid, and the receivable settles", async () => {
    const net = await load();
    const token = await new BlocklistToken__factory(net.operator).deploy(2);
    const { id, slices } = await inToken(net, token);
    const { ethers, settlementDesk, desk, supplier, second, third } = net;
    await token.setRefused(second.address, true);
    await expect(desk.pay(id, slices)).to.changeTokenBalances(
      ethers,
      token,
      [supplier, second, third, settlementDesk],
      [7_000_000n, 0n, 1_000_000n, 2_000_000n],
    );
    expect(await statusOf(net, id)).to.equal(STATUS.SETTLED);
    const claims = settlementDesk.connect(second);
    await expect(claims.claim(second, HOSTILE, second)).to.be.revertedWithCustomError(token, "BlocklistToken_Refused");
    await token.setRefused(second.address, false);
    await expect(claims.claim(second, HOSTILE, second)).to.changeTokenBalances(
      ethers,
      token,
      [second, settlementDesk],
      [2_000_000n, -2_000_000n],
    );
  });

  it("a token paused before, and between a payment and its paying out: nothing is lost, afterwards it goes on", async () => {
    const net = await load();
    const token = await new PausableToken__factory(net.operator).deploy();
    const { id, slices } = await inToken(net, token);
    const { ethers, settlementDesk, desk, obligor, supplier, second, third } = net;
    await token.pause();
    for (const pay of [
      () => desk.pay(id, slices),
      () => desk.payPart(id, PART, slices),
      () => desk.payPart(id, 1n, []),
    ])
      await expect(pay()).to.be.revertedWithCustomError(token, "EnforcedPause");
    expect(await token.balanceOf(obligor)).to.equal(PLENTY);
    await token.unpause();
    await desk.payPart(id, PART, []);
    await token.pause();
    // Nobody can receive: each payee's money is set aside in its own name.
    await settlementDesk.payOut(id, slices);
    const payees = [supplier, second, third];
    for (const [index, payee] of payees.entries())
      expect(await settlementDesk.setAsideOf(payee, HOSTILE)).to.equal(SHARES[index]);
    await token.unpause();
    await desk.pay(id, slices);
    await expect(settlementDesk.connect(supplier).claim(supplier, HOSTILE, supplier)).to.changeTokenBalances(
      ethers,
      token,
      [supplier, settlementDesk],
      [SHARES[0], -SHARES[0]],
    );
    expect(await statusOf(net, id)).to.equal(STATUS.SETTLED);
  });

  it("a token that answers false: the payment fails and no cent is burnt", async () => {
    const net = await load();
    const token = await new HookedToken__factory(net.operator).deploy();
    const { id, slices } = await inToken(net, token);
    await token.setRefuses(true);
    const { settlementDesk, desk, ledger, obligor } = net;
    await expect(desk.payPart(id, PART, slices)).to.be.revertedWithCustomError(
      settlementDesk,
      "SafeERC20FailedOperation",
    );
    expect(await ledger.ownerOf(sliceId(id, 0n))).to.equal(net.supplier.address);
    expect(await token.balanceOf(obligor)).to.equal(PLENTY);
    // One that never does anything else does not even become a currency.
    const liar = await new FalseReturningToken__factory(net.operator).deploy();
    await liar.setRefuses(true);
    await expect(tryToken(net, liar)).to.revert(net.ethers);
  });

  it("a token that calls the desk back while it pays: refused from within, and everybody is paid once", async () => {
    const net = await load();
    const token = await new HookedToken__factory(net.operator).deploy();
    const { id, slices } = await inToken(net, token);
    const { ethers, settlementDesk, desk, obligor, supplier, second, third } = net;
    const again = settlementDesk.interface.encodeFunctionData("payOut", [id, slices]);
    await token.prepare(settlementDesk, again);
    await expect(desk.pay(id, slices)).to.changeTokenBalances(
      ethers,
      token,
      [obligor, supplier, second, third, settlementDesk],
      [-FACE, 7_000_000n, 2_000_000n, 1_000_000n, 0n],
    );
    expect(await token.succeeded()).to.equal(false);
  });

  it("paid by somebody else, or more than is owed: refused with the figures", async () => {
    const net = await load();
    const { settlementDesk, desk, stranger, obligor, id, dueDay } = net;
    await startDay(net, dueDay);
    await expect(settlementDesk.connect(stranger).pay(id, []))
      .to.be.revertedWithCustomError(settlementDesk, "Settlement_NotObligor")
      .withArgs(id, stranger.address, obligor.address);
    await expect(desk.payPart(id, FACE + 1n, []))
      .to.be.revertedWithCustomError(settlementDesk, "Settlement_Overpaid")
      .withArgs(id, FACE + 1n, FACE);
  });
});
