import { expect } from "chai";
import { SilentToken__factory, TestToken__factory } from "../../types/contracts/index.js";
import { addCurrency } from "../helpers/addCurrency.ts";
import { loaderOf } from "../helpers/loader.ts";
import { confirmedReceivable, type Network, startDay } from "../helpers/network.ts";
import { signPermit } from "../helpers/signPermit.ts";
import { offerTerms } from "../helpers/standingOffer.ts";

const CNY = 1;
const EUR = 2;
const SILENT = 3;
const FACE = 10_000_000n;

/** A receivable on its due day; nobody has approved anything. */
async function withoutApprovals(net: Network) {
  const { id, slice, terms } = await confirmedReceivable(net, { face: FACE });
  const desk = await net.settlementDesk.getAddress();
  await net.cny.connect(net.obligor).approve(desk, 0);
  await net.cny.connect(net.bank).approve(net.discountDesk, 0);
  await startDay(net, Number(terms.dueDay));
  const signed = (change: Partial<Parameters<typeof signPermit>[2]> = {}) =>
    signPermit(net, net.cny, { owner: net.obligor, spender: desk, value: FACE, ...change });
  const byObligor = net.settlementDesk.connect(net.obligor);
  const permitCall = (p: Awaited<ReturnType<typeof signed>>) =>
    byObligor.interface.encodeFunctionData("permit", [CNY, p.value, p.deadline, p.v, p.r, p.s]);
  const payCall = byObligor.interface.encodeFunctionData("pay", [id, [slice]]);
  return { id, slice, desk, signed, byObligor, permitCall, payCall };
}

describe("Permits", () => {
  const load = loaderOf(withoutApprovals);

  it("let the obligor pay in one transaction, having approved nothing before", async () => {
    const { ethers, cny, obligor, supplier, desk, byObligor, signed, permitCall, payCall } = await load();
    expect(await cny.allowance(obligor.address, desk)).to.equal(0);
    await expect(byObligor.multicall([permitCall(await signed()), payCall])).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, supplier, desk],
      [-FACE, FACE, 0n],
    );
    expect(await cny.allowance(obligor.address, desk)).to.equal(0);
  });

  it("let a bank post an offer and cover it in one transaction, in token units", async () => {
    const net = await load();
    const { eur, bank, discountDesk } = net;
    const spender = await discountDesk.getAddress();
    await eur.connect(bank).approve(discountDesk, 0);
    const p = await signPermit(net, eur, { owner: bank, spender, value: FACE * 10_000n });
    const terms = await offerTerms(net, { currency: EUR });
    await discountDesk
      .connect(bank)
      .multicall([
        discountDesk.interface.encodeFunctionData("permit", [EUR, p.value, p.deadline, p.v, p.r, p.s]),
        discountDesk.interface.encodeFunctionData("postOffer", [terms, FACE]),
      ]);
    expect(await eur.allowance(bank.address, spender)).to.equal(FACE * 10_000n);
    expect((await discountDesk.offerOf(1)).bank).to.equal(bank.address);
  });

  it("go through although somebody has handed the signature in first", async () => {
    const { ethers, cny, obligor, supplier, outsider, desk, byObligor, signed, permitCall, payCall } = await load();
    const p = await signed();
    await cny.connect(outsider).permit(obligor.address, desk, p.value, p.deadline, p.v, p.r, p.s);
    await expect(byObligor.multicall([permitCall(p), payCall])).to.changeTokenBalances(ethers, cny, [supplier], [FACE]);
  });

  it("revert with the token's reason when the signature is spent, and so is the allowance", async () => {
    const { cny, obligor, byObligor, signed, permitCall, payCall } = await load();
    const p = await signed();
    await byObligor.multicall([permitCall(p), payCall]);
    const refused = expect(byObligor.permit(CNY, p.value, p.deadline, p.v, p.r, p.s));
    await refused.to.be.revertedWithCustomError(cny, "ERC2612InvalidSigner");
    expect(await cny.nonces(obligor.address)).to.equal(1);
  });

  it("revert for somebody else's signature, and nothing is paid", async () => {
    const { cny, obligor, supplier, bank, byObligor, signed, permitCall, payCall } = await load();
    const before = await cny.balanceOf(supplier.address);
    const p = await signed({ signer: bank });
    await expect(byObligor.multicall([permitCall(p), payCall]))
      .to.be.revertedWithCustomError(cny, "ERC2612InvalidSigner")
      .withArgs(bank.address, obligor.address);
    expect(await cny.balanceOf(supplier.address)).to.equal(before);
  });

  it("revert for an expired signature", async () => {
    const { cny, networkHelpers, byObligor, signed, permitCall, payCall } = await load();
    const deadline = await networkHelpers.time.latest();
    await expect(byObligor.multicall([permitCall(await signed({ deadline })), payCall]))
      .to.be.revertedWithCustomError(cny, "ERC2612ExpiredSignature")
      .withArgs(deadline);
  });

  it("give no allowance to another than the caller's desk", async () => {
    const { cny, discountDesk, bank, obligor, desk, signed } = await load();
    const p = await signed();
    for (const [who, at] of [
      [bank, desk],
      [obligor, discountDesk],
    ] as const)
      await expect(
        discountDesk.attach(at).connect(who).getFunction("permit")(CNY, p.value, p.deadline, p.v, p.r, p.s),
      ).to.be.revertedWithCustomError(cny, "ERC2612InvalidSigner");
  });

  it("revert for an unknown currency", async () => {
    const { ledger, byObligor, signed } = await load();
    const p = await signed();
    await expect(byObligor.permit(9, p.value, p.deadline, p.v, p.r, p.s))
      .to.be.revertedWithCustomError(ledger, "Rulebook_CurrencyUnknown")
      .withArgs(9);
  });

  it("revert for a token that says yes to what it does not know, and for one that has no permit", async () => {
    const net = await load();
    const { operator, obligor, byObligor, signed } = net;
    const token = await new SilentToken__factory(operator).deploy();
    const at = await token.getAddress();
    await addCurrency(net, TestToken__factory.connect(at, operator));
    const p = await signed();
    const permit = () => byObligor.permit(SILENT, p.value, p.deadline, p.v, p.r, p.s);
    for (const says of [true, false]) {
      await token.setSaysYes(says);
      await expect(permit()).to.be.revertedWithCustomError(byObligor, "Permit_Refused").withArgs(at, FACE, 0);
    }
    await token.connect(obligor).approve(byObligor, FACE);
    await permit();
  });
});
