import { expect } from "chai";
import { ContractWallet__factory } from "../../../types/contracts/index.js";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, identityOf, type Network, ROLE } from "../../helpers/network.ts";
import { signQuote } from "../../helpers/signQuote.ts";

const FACE = 10_000_000n;
const NET = 9_900_000n;
const PLENTY = 3_000_000_000_000n;
const KYC_UNTIL = 40_000;

async function twoQuotes(net: Network) {
  const first = await confirmedReceivable(net);
  const second = await confirmedReceivable(net, { number: "second" });
  const [one, other] = [await signQuote(net, first.slice, NET), await signQuote(net, second.slice, NET)];
  const desk = net.discountDesk.connect(net.supplier);
  return { slice: first.slice, other: second.slice, one, two: other, desk, banks: net.discountDesk.connect(net.bank) };
}

describe("DiscountDesk: cancelQuote", () => {
  const load = loaderOf(twoQuotes);

  it("reverts for everybody but the bank that the quote names", async () => {
    const { discountDesk, supplier, operator, outsider, bank, one } = await load();
    for (const who of [supplier, operator, outsider])
      await expect(discountDesk.connect(who).cancelQuote(one.quote))
        .to.be.revertedWithCustomError(discountDesk, "Quote_NotBank")
        .withArgs(who.address, bank.address);
  });

  it("voids that quote at once, and no other", async () => {
    const { discountDesk, desk, banks, bank, one, two } = await load();
    const digest = await discountDesk.quoteDigest(one.quote);
    await expect(banks.cancelQuote(one.quote)).to.emit(discountDesk, "QuoteCancelled").withArgs(bank.address, digest);
    await expect(desk.takeQuote(one.quote, one.signature))
      .to.be.revertedWithCustomError(discountDesk, "Quote_IsCancelled")
      .withArgs(digest);
    await desk.takeQuote(two.quote, two.signature);
  });

  it("leaves the bank free to quote the same slice anew, a cent or a second apart", async () => {
    const net = await load();
    const { desk, banks, slice, one } = net;
    await banks.cancelQuote(one.quote);
    const { quote, signature } = await signQuote(net, slice, NET - 1n);
    await desk.takeQuote(quote, signature);
  });

  it("can be said before the quote is signed, and twice", async () => {
    const net = await load();
    const { discountDesk, desk, banks, slice, one } = net;
    const quote = { ...one.quote, net: NET + 1n };
    await banks.cancelQuote(quote);
    await banks.cancelQuote(quote);
    const { signature } = await signQuote(net, slice, NET, { quote });
    await expect(desk.takeQuote(quote, signature))
      .to.be.revertedWithCustomError(discountDesk, "Quote_IsCancelled")
      .withArgs(await discountDesk.quoteDigest(quote));
  });

  it("another bank's cancelling of the same slice's price changes nothing", async () => {
    const { ledger, operator, discountDesk, desk, outsider, one } = await load();
    await ledger.connect(operator).admit(outsider.address, identityOf("another bank"), ROLE.BANK, KYC_UNTIL);
    await discountDesk.connect(outsider).cancelQuote({ ...one.quote, bank: outsider.address });
    await desk.takeQuote(one.quote, one.signature);
  });
});

describe("DiscountDesk: cancelAllQuotes", () => {
  const load = loaderOf(twoQuotes);

  it("voids every quote signed so far; those of the next series are good, of later ones not yet", async () => {
    const net = await load();
    const { discountDesk, desk, banks, bank, slice, one, two } = net;
    expect(await banks.cancelAllQuotes.staticCall()).to.equal(1);
    await expect(banks.cancelAllQuotes()).to.emit(discountDesk, "QuoteSeriesEnded").withArgs(bank.address, 0);
    for (const { quote, signature } of [one, two])
      await expect(desk.takeQuote(quote, signature))
        .to.be.revertedWithCustomError(discountDesk, "Quote_SeriesOver")
        .withArgs(bank.address, 0, 1);
    const early = await signQuote(net, slice, NET, { quote: { series: 2n } });
    await expect(desk.takeQuote(early.quote, early.signature))
      .to.be.revertedWithCustomError(discountDesk, "Quote_SeriesOver")
      .withArgs(bank.address, 2, 1);
    const next = await signQuote(net, slice, NET);
    expect(next.quote.series).to.equal(1);
    await desk.takeQuote(next.quote, next.signature);
    await expect(banks.cancelAllQuotes()).to.emit(discountDesk, "QuoteSeriesEnded").withArgs(bank.address, 1);
  });

  it("is each bank's own", async () => {
    const { discountDesk, desk, bank, outsider, one } = await load();
    await discountDesk.connect(outsider).cancelAllQuotes();
    expect(await discountDesk.quoteSeriesOf(bank.address)).to.equal(0);
    expect(await discountDesk.quoteSeriesOf(outsider.address)).to.equal(1);
    await desk.takeQuote(one.quote, one.signature);
  });
});

/** A bank that is a contract: the outsider's key is its owner's. */
async function contractBank(net: Network) {
  const { ledger, cny, operator, outsider, discountDesk } = net;
  const wallet = await new ContractWallet__factory(operator).deploy(outsider.address);
  const bank = await wallet.getAddress();
  await ledger.admit(bank, identityOf("a bank that is a contract"), ROLE.BANK, KYC_UNTIL);
  await cny.mint(bank, PLENTY);
  await wallet.act(cny, cny.interface.encodeFunctionData("approve", [await discountDesk.getAddress(), PLENTY]));
  const { slice } = await confirmedReceivable(net);
  const sign = (signer = outsider) => signQuote(net, slice, NET, { signer, quote: { bank, series: 0n } });
  return { wallet, walletBank: bank, slice, sign, desk: discountDesk.connect(net.supplier) };
}

describe("DiscountDesk: a bank that is a contract (ERC-1271)", () => {
  const load = loaderOf(contractBank);

  it("buys by its owner's signature", async () => {
    const { ethers, ledger, cny, discountDesk, desk, supplier, slice, walletBank, sign } = await load();
    const { quote, signature } = await sign();
    const tx = desk.takeQuote(quote, signature);
    await expect(tx)
      .to.emit(discountDesk, "QuoteTaken")
      .withArgs(slice, walletBank, supplier.address, await discountDesk.quoteDigest(quote), FACE, NET, false);
    await expect(tx).to.changeTokenBalances(ethers, cny, [walletBank, supplier], [-NET, NET]);
    expect(await ledger.ownerOf(slice)).to.equal(walletBank);
  });

  it("reverts for another key's signature, and an empty one", async () => {
    const { discountDesk, desk, bank, walletBank, sign } = await load();
    const { quote, signature } = await sign(bank);
    for (const wrong of [signature, "0x"])
      await expect(desk.takeQuote(quote, wrong))
        .to.be.revertedWithCustomError(discountDesk, "Quote_SignatureInvalid")
        .withArgs(walletBank, await discountDesk.quoteDigest(quote));
  });

  it("cancels in its own name; its owner's key can't", async () => {
    const { discountDesk, desk, outsider, wallet, walletBank, sign } = await load();
    const { quote, signature } = await sign();
    await expect(discountDesk.connect(outsider).cancelQuote(quote))
      .to.be.revertedWithCustomError(discountDesk, "Quote_NotBank")
      .withArgs(outsider.address, walletBank);
    await wallet.act(discountDesk, discountDesk.interface.encodeFunctionData("cancelAllQuotes"));
    await expect(desk.takeQuote(quote, signature))
      .to.be.revertedWithCustomError(discountDesk, "Quote_SeriesOver")
      .withArgs(walletBank, 0, 1);
  });
});
