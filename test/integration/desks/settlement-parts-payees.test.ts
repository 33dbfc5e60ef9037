import { expect } from "chai";
import { BlocklistToken__factory } from "../../../types/contracts/index.js";
import { addCurrency } from "../../helpers/addCurrency.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, startDay } from "../../helpers/network.ts";
import { PART, PLENTY, SHARES } from "../../helpers/partPayments.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";

const BLOCKLIST = 3;

/** The same three holders in a currency whose token can refuse a receiver. Nobody but the obligor has any of it. */
async function inBlocklistToken(net: Network) {
  const token = await new BlocklistToken__factory(net.operator).deploy(2);
  await addCurrency(net, token);
  await token.mint(net.obligor.address, PLENTY);
  await token.connect(net.obligor).approve(net.settlementDesk, PLENTY);
  const held = await threeHolders(net, { currency: BLOCKLIST });
  const [successor] = (await net.ethers.getSigners()).slice(-1);
  if (!successor) throw new Error("an account expected");
  return { ...held, token, successor, desk: net.settlementDesk.connect(net.obligor) };
}

describe("SettlementDesk: payees that cannot receive, and lost keys", () => {
  const load = loaderOf(inBlocklistToken);

  it("sets aside in parts and in full, paid by the obligor or by the desk; the others are paid", async () => {
    const net = await load();
    const { ethers, settlementDesk, token, supplier, second, third, stranger, desk, id, slices, middle } = net;
    const all = [supplier, second, third, settlementDesk];
    await startDay(net, net.dueDay);
    await token.setRefused(second.address, true);
    const first = desk.payPart(id, PART, slices);
    await expect(first).to.emit(settlementDesk, "SetAside").withArgs(middle, second.address, BLOCKLIST, SHARES[1]);
    await expect(first).to.changeTokenBalances(ethers, token, all, [SHARES[0], 0n, SHARES[2], SHARES[1]]);
    await desk.payPart(id, 1n, []);
    await settlementDesk.connect(stranger).payOut(id, slices);
    await desk.pay(id, slices);
    expect(await settlementDesk.setAsideOf(second.address, BLOCKLIST)).to.equal(2_000_000n);
    expect(await token.balanceOf(settlementDesk)).to.equal(2_000_000n);
    expect((await settlementDesk.collectionOf(id)).held).to.equal(0n);
    expect(await token.balanceOf(supplier)).to.equal(7_000_000n);
    const again = await threeHolders(net, { number: "direct", currency: BLOCKLIST });
    await startDay(net, again.dueDay);
    await expect(desk.pay(again.id, again.slices)).to.changeTokenBalances(ethers, token, all, [
      7_000_000n,
      0n,
      1_000_000n,
      2_000_000n,
    ]);
    expect(await settlementDesk.setAsideOf(second.address, BLOCKLIST)).to.equal(4_000_000n);
  });

  it("sets aside what is paid early; the slice is paid all the same", async () => {
    const net = await load();
    const { ethers, ledger, settlementDesk, token, obligor, second, third, desk, id, middle, last } = net;
    await token.setRefused(second.address, true);
    const words = await ledger.sliceWordsOf([middle, last]);
    await expect(desk.payEarly(id, [middle, last], [...words])).to.changeTokenBalances(
      ethers,
      token,
      [obligor, second, third, settlementDesk],
      [-3_000_000n, 0n, 1_000_000n, 2_000_000n],
    );
    expect(await settlementDesk.setAsideOf(second.address, BLOCKLIST)).to.equal(2_000_000n);
    expect(await ledger.ownerOf(middle)).to.equal(obligor.address);
  });

  it("lets the successor of a lost key claim what was set aside, and nobody else", async () => {
    const net = await load();
    const { ethers, settlementDesk, token, second, third, successor, desk, id, slices } = net;
    await startDay(net, net.dueDay);
    await token.setRefused(second.address, true);
    await desk.payPart(id, PART, slices);
    await replaceKey(net, second, successor);
    for (const caller of [second, third]) {
      await expect(settlementDesk.connect(caller).claim(second.address, BLOCKLIST, caller.address))
        .to.be.revertedWithCustomError(settlementDesk, "Settlement_NotAccountInForce")
        .withArgs(second.address, caller.address);
    }
    const mine = settlementDesk.connect(successor);
    await expect(mine.claim(successor.address, BLOCKLIST, successor.address))
      .to.be.revertedWithCustomError(settlementDesk, "Settlement_NothingToClaim")
      .withArgs(successor.address, BLOCKLIST);
    const claimed = mine.claim(second.address, BLOCKLIST, successor.address);
    await expect(claimed)
      .to.emit(settlementDesk, "Claimed")
      .withArgs(second.address, BLOCKLIST, successor.address, SHARES[1]);
    await expect(claimed).to.changeTokenBalance(ethers, token, successor, SHARES[1]);
  });

  it("pays the successor where the lost key still holds the slice", async () => {
    const net = await load();
    const { ethers, token, second, successor, desk, id, middle } = net;
    await replaceKey(net, second, successor);
    await startDay(net, net.dueDay);
    await expect(desk.payPart(id, PART, [middle])).to.changeTokenBalances(
      ethers,
      token,
      [second, successor],
      [0n, SHARES[1]],
    );
  });
});
