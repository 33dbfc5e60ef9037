import { expect } from "chai";
import { BlocklistToken__factory } from "../../../types/contracts/index.js";
import { addCurrency } from "../../helpers/addCurrency.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, startDay } from "../../helpers/network.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";

const FACE = 10_000_000n;
const PLENTY = 3_000_000_000_000n;
const BLOCKLIST = 3;

/** The same receivable in a currency whose token can refuse a receiver. */
async function inBlocklistToken(net: Network) {
  const token = await new BlocklistToken__factory(net.operator).deploy(2);
  await addCurrency(net, token);
  await token.mint(net.obligor.address, PLENTY);
  await token.connect(net.obligor).approve(net.settlementDesk, PLENTY);
  const held = await threeHolders(net, { currency: BLOCKLIST });
  await startDay(net, held.dueDay);
  return { ...held, token, desk: net.settlementDesk.connect(net.obligor) };
}

describe("SettlementDesk: a payee that cannot receive", () => {
  const load = loaderOf(inBlocklistToken);

  it("is set aside; the others are paid, and it claims to an account that can receive", async () => {
    const net = await load();
    const { ethers, settlementDesk, token, supplier, second, third, outsider, desk, id, middle, slices } = net;
    await token.setRefused(second.address, true);
    const tx = desk.pay(id, slices);
    await expect(tx)
      .to.emit(settlementDesk, "SetAside")
      .withArgs(middle, second.address, BLOCKLIST, 2_000_000n)
      .and.to.emit(settlementDesk, "SlicePaid")
      .withArgs(middle, second.address, 2_000_000n);
    await expect(tx).to.changeTokenBalances(
      ethers,
      token,
      [supplier, second, third, settlementDesk],
      [7_000_000n, 0n, 1_000_000n, 2_000_000n],
    );
    expect(await settlementDesk.setAsideOf(second.address, BLOCKLIST)).to.equal(2_000_000n);
    const claimed = settlementDesk.connect(second).claim(second, BLOCKLIST, outsider.address);
    await expect(claimed)
      .to.emit(settlementDesk, "Claimed")
      .withArgs(second.address, BLOCKLIST, outsider.address, 2_000_000n);
    await expect(claimed).to.changeTokenBalances(ethers, token, [outsider, settlementDesk], [2_000_000n, -2_000_000n]);
    await expect(settlementDesk.connect(second).claim(second, BLOCKLIST, outsider.address))
      .to.be.revertedWithCustomError(settlementDesk, "Settlement_NothingToClaim")
      .withArgs(second.address, BLOCKLIST);
  });

  it("is set aside when paid out later, too; sums add up", async () => {
    const net = await load();
    const { settlementDesk, token, second, third, stranger, desk, id, middle, last } = net;
    await desk.pay(id, [net.head]);
    await token.setRefused(second.address, true);
    await token.setRefused(third.address, true);
    await settlementDesk.connect(stranger).payOut(id, [middle, last]);
    expect(await settlementDesk.setAsideOf(second.address, BLOCKLIST)).to.equal(2_000_000n);
    expect(await settlementDesk.setAsideOf(third.address, BLOCKLIST)).to.equal(1_000_000n);
    expect(await token.balanceOf(settlementDesk)).to.equal(3_000_000n);
    expect((await settlementDesk.collectionOf(id)).held).to.equal(0);
  });

  it("keeps its claim when it names an account that cannot receive either", async () => {
    const net = await load();
    const { settlementDesk, token, second, desk, id, slices } = net;
    await token.setRefused(second.address, true);
    await desk.pay(id, slices);
    await expect(settlementDesk.connect(second).claim(second, BLOCKLIST, second.address))
      .to.be.revertedWithCustomError(token, "BlocklistToken_Refused")
      .withArgs(second.address);
    expect(await settlementDesk.setAsideOf(second.address, BLOCKLIST)).to.equal(2_000_000n);
  });

  it("does not hide a token that keeps a fee: what is collected must arrive in full", async () => {
    const net = await load();
    const { settlementDesk, token, desk, id } = net;
    await token.setFee(5);
    await expect(desk.pay(id, []))
      .to.be.revertedWithCustomError(settlementDesk, "Settlement_ShortReceipt")
      .withArgs(await token.getAddress(), FACE, FACE - 5n);
  });

  it("claims nothing where nothing was set aside", async () => {
    const { settlementDesk, supplier } = await load();
    await expect(settlementDesk.connect(supplier).claim(supplier, 1, supplier.address))
      .to.be.revertedWithCustomError(settlementDesk, "Settlement_NothingToClaim")
      .withArgs(supplier.address, 1);
  });
});
