import { expect } from "chai";
import { concat, getBytes, toBeHex, ZeroAddress, ZeroHash } from "ethers";
import type { QuoteStruct } from "../../../types/contracts/desks/DiscountDesk.js";
import { expectCashMissing } from "../../helpers/cashMissing.ts";
import { loaderOf } from "../../helpers/loader.ts";
import {
  confirmedReceivable,
  type Network,
  ROLE,
  sliceId,
  startDay,
  termsFor,
  todayOf,
} from "../../helpers/network.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { signQuote } from "../../helpers/signQuote.ts";
import { expectVoidOnceChanged } from "../../helpers/sliceChanges.ts";
import { sliceWord } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const NET = 9_900_000n;
const PART = 1_000_000n;
const FAR = 5_000_000_000;
const EUR = 2;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
const DOCUMENT = `0x${"d0".repeat(32)}`;
const SECP256K1_N = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** A slice of the supplier's, and the bank's price for it. */
async function quotedSlice(net: Network) {
  const receivable = await confirmedReceivable(net);
  const { quote, signature } = await signQuote(net, receivable.slice, NET);
  const [payee, banker] = net.suppliers;
  if (!payee || !banker) throw new Error("two companies expected");
  const desk = net.discountDesk.connect(net.supplier);
  const take = (change: Partial<QuoteStruct> = {}, signed = signature) =>
    desk.takeQuote({ ...quote, ...change }, signed);
  return { ...receivable, quote, signature, payee, banker, desk, take };
}

describe("DiscountDesk: takeQuote", () => {
  const load = loaderOf(quotedSlice);

  it("swaps slice and cash to the cent, at the bank's price; not a hop", async () => {
    const { ethers, ledger, cny, discountDesk, bank, supplier, slice, quote, take } = await load();
    const digest = await discountDesk.quoteDigest(quote);
    const tx = take();
    await expect(tx)
      .to.emit(discountDesk, "QuoteTaken")
      .withArgs(slice, bank.address, supplier.address, digest, FACE, NET, false);
    const word = sliceWord({ holder: bank.address, end: FACE, sequence: 1n });
    await expect(tx)
      .to.emit(ledger, "SliceMovedByDesk")
      .withArgs(slice, await discountDesk.getAddress(), supplier.address, word);
    await expect(tx).to.changeTokenBalances(ethers, cny, [bank, supplier, discountDesk], [-NET, NET, 0n]);
    expect(await ledger.sliceWordOf(slice)).to.equal(word);
  });

  it("pays cents in a token of six decimals", async () => {
    const net = await load();
    const { ethers, eur, desk, bank, supplier } = net;
    const { slice } = await confirmedReceivable(net, { number: "EUR", currency: EUR, face: 123_457n });
    const { quote, signature } = await signQuote(net, slice, 123_001n);
    const units = 1_230_010_000n;
    await expect(desk.takeQuote(quote, signature)).to.changeTokenBalances(
      ethers,
      eur,
      [bank, supplier],
      [-units, units],
    );
  });

  it("takes a price from nothing up to the face, and reverts a cent above it", async () => {
    const net = await load();
    const { ethers, cny, discountDesk, desk, bank, supplier, slice } = net;
    const above = await signQuote(net, slice, FACE + 1n);
    await expect(desk.takeQuote(above.quote, above.signature))
      .to.be.revertedWithCustomError(discountDesk, "Quote_NetAboveFace")
      .withArgs(FACE + 1n, FACE);
    const snapshot = await net.networkHelpers.takeSnapshot();
    for (const cash of [FACE, 0n]) {
      const { quote, signature } = await signQuote(net, slice, cash);
      await expect(desk.takeQuote(quote, signature)).to.changeTokenBalances(
        ethers,
        cny,
        [bank, supplier],
        [-cash, cash],
      );
      await snapshot.restore();
    }
  });

  it("reverts after its last second, and works in it", async () => {
    const net = await load();
    const { discountDesk, quote, take } = net;
    const expiresAt = Number(quote.expiresAt);
    const snapshot = await net.networkHelpers.takeSnapshot();
    await net.networkHelpers.time.setNextBlockTimestamp(expiresAt + 1);
    await expect(take())
      .to.be.revertedWithCustomError(discountDesk, "Quote_Expired")
      .withArgs(await discountDesk.quoteDigest(quote), expiresAt, expiresAt + 1);
    await snapshot.restore();
    await net.networkHelpers.time.setNextBlockTimestamp(expiresAt);
    await take();
  });

  it("is void after whatever happens to the slice first: cut, paid with, offered, frozen, approved of or not", async () => {
    const net = await load();
    const { ledger, supplier, payee, slice, quote, take } = net;
    await expectVoidOnceChanged(net, { ...net, word: quote.word, take: () => take() });
    await ledger.connect(supplier).approve(payee.address, slice);
    await take();
  });

  it("is good once: neither at once again nor when the bank has paid the slice back", async () => {
    const { ledger, supplier, bank, slice, quote, take } = await load();
    await take();
    const refused = async () =>
      expect(take())
        .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
        .withArgs(slice, quote.word, await ledger.sliceWordOf(slice));
    await refused();
    await ledger.connect(supplier).setStandingConsent(true);
    await ledger.connect(bank).transfer(slice, supplier.address, 0);
    await refused();
  });

  it("reverts when it was signed for another chain, another contract, or by somebody else", async () => {
    const net = await load();
    const { discountDesk, settlementDesk, bank, slice, quote, take, payee } = net;
    const digest = await discountDesk.quoteDigest(quote);
    const others = [{ chainId: 1n }, { verifyingContract: await settlementDesk.getAddress() }, { signer: payee }];
    for (const change of others) {
      const signed = await signQuote(net, slice, NET, { ...change, quote });
      await expect(take({}, signed.signature))
        .to.be.revertedWithCustomError(discountDesk, "Quote_SignatureInvalid")
        .withArgs(bank.address, digest);
    }
    const same = await signQuote(net, slice, NET, { quote });
    await take({}, same.signature);
  });

  it("reverts when anything in it is not what was signed", async () => {
    const net = await load();
    const { discountDesk, banker, slice, quote, take } = net;
    const other = await confirmedReceivable(net, { number: "other" });
    const changes: Partial<QuoteStruct>[] = [
      { id: other.slice },
      { word: BigInt(quote.word) ^ 1n },
      { bank: banker.address },
      { net: NET + 1n },
      { net: NET - 1n },
      { expiresAt: Number(quote.expiresAt) + 1 },
      { recourse: true },
      { limited: true },
    ];
    for (const change of changes) {
      const given = { ...quote, ...change };
      await expect(take(change))
        .to.be.revertedWithCustomError(discountDesk, "Quote_SignatureInvalid")
        .withArgs(given.bank, await discountDesk.quoteDigest(given));
    }
    await take({ id: slice });
  });

  it("reverts for a quote that names no word, which would fit whatever the slice becomes, and again and again", async () => {
    const net = await load();
    const { ledger, discountDesk, desk, supplier, slice } = net;
    const { quote, signature } = await signQuote(net, slice, PART, { quote: { word: 0n } });
    await ledger.connect(supplier).split(slice, [PART]);
    await expect(desk.takeQuote(quote, signature))
      .to.be.revertedWithCustomError(discountDesk, "Quote_WordMissing")
      .withArgs(slice);
  });

  it("reverts for the signature's mirror image, a shortened and an empty one", async () => {
    const { discountDesk, bank, quote, signature, take } = await load();
    const bytes = getBytes(signature);
    const s = BigInt(toBeHex(BigInt(`0x${signature.slice(66, 130)}`)));
    const v = bytes[64] === 27 ? "0x1c" : "0x1b";
    const mirrored = concat([bytes.slice(0, 32), toBeHex(SECP256K1_N - s, 32), v]);
    for (const wrong of [mirrored, signature.slice(0, 130), "0x", concat([ZeroHash, ZeroHash, "0x1b"])])
      await expect(take({}, wrong))
        .to.be.revertedWithCustomError(discountDesk, "Quote_SignatureInvalid")
        .withArgs(bank.address, await discountDesk.quoteDigest(quote));
  });

  it("reverts for a bank of no address, which is what a broken signature recovers to", async () => {
    const { discountDesk, take, quote } = await load();
    const nobodys = { ...quote, bank: ZeroAddress, series: 0 };
    await expect(take({ bank: ZeroAddress, series: 0 }, "0x00"))
      .to.be.revertedWithCustomError(discountDesk, "Quote_SignatureInvalid")
      .withArgs(ZeroAddress, await discountDesk.quoteDigest(nobodys));
  });

  it("reverts for everybody but the slice's holder, approved or not", async () => {
    const { ledger, discountDesk, supplier, bank, outsider, payee, slice, quote, signature } = await load();
    await ledger.connect(supplier).setApprovalForAll(payee.address, true);
    for (const who of [bank, outsider, payee])
      await expect(discountDesk.connect(who).takeQuote(quote, signature))
        .to.be.revertedWithCustomError(discountDesk, "Quote_NotSeller")
        .withArgs(slice, who.address, supplier.address);
  });

  it("reverts when the signer is no bank in good standing, or the seller may not act", async () => {
    const net = await load();
    const { ledger, discountDesk, bank, supplier, payee, slice, desk, take } = net;
    const today = await todayOf(net);
    const refuses = async (attempt: Promise<unknown>, who: string, roles: number) =>
      expect(attempt)
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(who, roles, await ledger.participantOf(who), today);
    const series = await discountDesk.quoteSeriesOf(payee.address);
    const poser = await signQuote(net, slice, NET, { signer: payee, quote: { bank: payee.address, series } });
    await refuses(desk.takeQuote(poser.quote, poser.signature), payee.address, ROLE.BANK);
    await ledger.suspend(bank.address);
    await refuses(take(), bank.address, ROLE.BANK);
    await ledger.restore(bank.address);
    await ledger.setKycUntil(bank.address, today - 1);
    await refuses(take(), bank.address, ROLE.BANK);
    await ledger.setKycUntil(bank.address, today);
    await ledger.suspend(supplier.address);
    await refuses(take(), supplier.address, HOLDING_ROLES);
    await ledger.restore(supplier.address);
    await take();
  });

  it("reverts when the bank would buy from itself", async () => {
    const net = await load();
    const { ledger, discountDesk, bank, slice, take } = net;
    await take();
    await ledger.connect(bank).setDeskEnabled(discountDesk, true);
    const { quote, signature } = await signQuote(net, slice, NET);
    await expect(discountDesk.connect(bank).takeQuote(quote, signature))
      .to.be.revertedWithCustomError(ledger, "Slices_ToSelf")
      .withArgs(slice, bank.address);
  });

  it("reverts without the registry's entry, on frozen or offered cents however freshly quoted, and on the due day", async () => {
    const net = await load();
    const { ledger, desk, supervisor, supplier, obligor, cautious, id, slice, terms } = net;
    const taken = async (which: bigint) => {
      const { quote, signature } = await signQuote(net, which, 1n);
      return desk.takeQuote(quote, signature);
    };
    const bare = await termsFor(net, { number: "not in the registry" });
    await ledger.connect(supplier).register(bare);
    await ledger.connect(obligor).confirm(supplier.address, bare, 1);
    const bareId = await idOf(net, bare);
    await expect(taken(sliceId(bareId, 0n)))
      .to.be.revertedWithCustomError(ledger, "Slices_RegistryEntryMissing")
      .withArgs(bareId);
    const part = sliceId(id, FACE - PART);
    await ledger.connect(supplier).splitAndTransfer(slice, [{ to: cautious.address, amount: PART }], FAR);
    await expect(taken(part)).to.be.revertedWithCustomError(ledger, "Slices_Busy").withArgs(part, 1);
    await ledger.connect(supervisor).freeze(part, FACE - PART, FACE, 1, DOCUMENT, FAR);
    await expect(taken(part)).to.be.revertedWithCustomError(ledger, "Slices_Busy").withArgs(part, 2);
    await startDay(net, Number(terms.dueDay));
    await expect(taken(slice))
      .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
      .withArgs(id, terms.dueDay, terms.dueDay);
  });

  it("reverts with the token's own error when cash is missing or not approved, and moves nothing", async () => {
    const { ledger, cny, discountDesk, bank, slice, quote, take } = await load();
    await expectCashMissing({ token: cny, payer: bank, desk: discountDesk, amount: NET, act: () => take() });
    expect(await ledger.sliceWordOf(slice)).to.equal(quote.word);
    await cny.mint(bank.address, 1n);
    await take();
  });
});
