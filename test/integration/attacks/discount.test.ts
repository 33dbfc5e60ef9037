import { expect } from "chai";
import {
  ContractWallet__factory,
  FalseReturningToken__factory,
  FeeToken__factory,
  HookedToken__factory,
  PausableToken__factory,
  ReenteringToken__factory,
  type TestToken,
} from "../../../types/contracts/index.js";
import { addCurrency } from "../../helpers/addCurrency.ts";
import { anotherBank, deskWithBooks } from "../../helpers/discountDesk.ts";
import { loaderOf } from "../../helpers/loader.ts";
import {
  confirmedReceivable,
  identityOf,
  type Network,
  ROLE,
  sliceId,
  startDay,
  todayOf,
} from "../../helpers/network.ts";
import { signQuote } from "../../helpers/signQuote.ts";
import { postOffer } from "../../helpers/standingOffer.ts";

const FACE = 10_000_000n;
/** 3.85 % for 90/360. */
const NET = 9_903_750n;
const PLENTY = 3_000_000_000_000n;
const HOSTILE = 3;
const DOCUMENT = `0x${"d0".repeat(32)}`;
const FAR = 5_000_000_000;

async function oneOffer(base: Network) {
  const net = { ...base, ...(await deskWithBooks(base)) };
  const receivable = await confirmedReceivable(net);
  const offer = await postOffer(net);
  return { ...net, ...receivable, offer, desk: net.discountDesk.connect(net.supplier), today: await todayOf(net) };
}

/** `token` becomes the third currency; the bank has plenty of it, and the supplier a slice in it. */
async function inHostileToken(net: Network, token: TestToken) {
  await addCurrency(net, token);
  await token.mint(net.bank.address, PLENTY);
  await token.connect(net.bank).approve(net.discountDesk, PLENTY);
  const { id, slice } = await confirmedReceivable(net, { number: "hostile", currency: HOSTILE });
  const offer = await postOffer(net, { currency: HOSTILE });
  const quoted = await signQuote(net, slice, NET);
  const by = net.discountDesk.connect(net.supplier);
  const whole = { id: slice, cash: 0, leastNet: 0, mostFace: 0 };
  const sales = [
    () => by.take(slice, offer.terms, offer.offerId, 0),
    () => by.takeBest([whole], [offer]),
    () => by.takeQuote(quoted.quote, quoted.signature),
  ];
  return { id, slice, offer, sales };
}

describe("Attacks on the discount desk", () => {
  const load = loaderOf(oneOffer);

  it("an offer changed in front of the taker: it sells at the terms it saw, or not at all", async () => {
    const net = await load();
    const { ledger, discountDesk, desk, bank, supplier, slice, offer } = net;
    const banks = discountDesk.connect(bank);
    const { offerId, terms } = offer;
    const dear = await postOffer(net, { expiresAt: terms.expiresAt, tiers: [{ longestDays: 90, ratePpm: 300_000 }] });
    const snapshot = await net.networkHelpers.takeSnapshot();
    const outruns = [
      { run: () => banks.withdrawOffer(offerId), refusal: "Discount_OfferIsWithdrawn" },
      { run: () => banks.pauseOffer(offerId), refusal: "Discount_OfferIsPaused" },
    ];
    for (const { run, refusal } of outruns) {
      await run();
      await expect(desk.take(slice, terms, offerId, 0))
        .to.be.revertedWithCustomError(discountDesk, refusal)
        .withArgs(offerId);
      expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
      await snapshot.restore();
    }
    const [given, committed] = await Promise.all(
      [offerId, dear.offerId].map(async (id) => (await discountDesk.offerOf(id)).commitment),
    );
    await expect(desk.take(slice, terms, dear.offerId, 0))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OtherTerms")
      .withArgs(dear.offerId, given, committed);
    await banks.raiseOffer(offerId, PLENTY);
    await expect(desk.take(slice, terms, offerId, NET)).to.emit(discountDesk, "Discounted");
  });

  it("any field of the terms changed: the terms are not the offer's", async () => {
    const { discountDesk, desk, slice, offer } = await load();
    const { offerId, terms } = offer;
    const { commitment } = await discountDesk.offerOf(offerId);
    const changes = [
      { currency: 2 },
      { dayCount: 1 },
      { dayBase: 365 },
      { withRecourse: true },
      { limited: true },
      { startsAt: 1 },
      { expiresAt: Number(terms.expiresAt) + 1 },
      { smallestFace: 1n },
      { largestFace: 1n },
      { sellerLimit: 1n },
      { tiers: [{ longestDays: 90, ratePpm: 0 }] },
      { tiers: [{ longestDays: 91, ratePpm: 38_500 }] },
      { tiers: [...terms.tiers, { longestDays: 91, ratePpm: 0 }] },
      { obligors: [...terms.obligors, desk] },
    ];
    for (const change of changes)
      await expect(desk.take(slice, { ...terms, ...change }, offerId, 0), Object.keys(change).join())
        .to.be.revertedWithCustomError(discountDesk, "Discount_OtherTerms")
        .withArgs(offerId, (given: string) => given !== commitment, commitment);
  });

  it("a quote with recourse after the slice was split, merged, moved, frozen or came back: void", async () => {
    const net = await load();
    const { ledger, supplier, supervisor, suppliers, desk, id, slice } = net;
    const [other] = suppliers;
    if (!other) throw new Error("a payee expected");
    const { quote, signature } = await signQuote(net, slice, NET, { quote: { recourse: true, limited: true } });
    const by = ledger.connect(supplier);
    await by.setStandingConsent(true);
    const split = () => by.split(slice, [FACE / 2n]);
    const changes = [
      split,
      async () => {
        await split();
        await by.merge(slice, sliceId(id, FACE / 2n));
      },
      () => by.transfer(slice, other.address, 0),
      () => ledger.connect(supervisor).freeze(slice, 0, FACE, 1, DOCUMENT, FAR),
      async () => {
        await by.transfer(slice, other.address, 0);
        await ledger.connect(other).transfer(slice, supplier.address, 0);
      },
    ];
    const snapshot = await net.networkHelpers.takeSnapshot();
    for (const change of changes) {
      await change();
      await expect(desk.takeQuote(quote, signature))
        .to.be.revertedWithCustomError(ledger, "Slices_WordChanged")
        .withArgs(slice, quote.word, await ledger.sliceWordOf(slice));
      await snapshot.restore();
    }
    await expect(desk.takeQuote(quote, signature)).to.emit(net.book, "RecourseTold");
  });

  it("a quote replayed: on another chain, at another discount desk, with the recourse struck out, twice", async () => {
    const net = await load();
    const { ledger, discountDesk, bank, supplier, slice, desk } = net;
    const other = (await deskWithBooks(net)).discountDesk;
    const here = await signQuote(net, slice, NET, { quote: { recourse: true } });
    const digest = await discountDesk.quoteDigest(here.quote);
    const elsewhere = [
      await signQuote(net, slice, NET, { quote: here.quote, chainId: 1n }),
      await signQuote(net, slice, NET, { quote: here.quote, verifyingContract: await other.getAddress() }),
    ];
    for (const { signature } of elsewhere)
      await expect(desk.takeQuote(here.quote, signature))
        .to.be.revertedWithCustomError(discountDesk, "Quote_SignatureInvalid")
        .withArgs(bank.address, digest);
    expect(await other.quoteDigest(here.quote)).not.to.equal(digest);
    await expect(other.connect(supplier).takeQuote(here.quote, here.signature))
      .to.be.revertedWithCustomError(other, "Quote_SignatureInvalid")
      .withArgs(bank.address, await other.quoteDigest(here.quote));
    const without = { ...here.quote, recourse: false };
    await expect(desk.takeQuote(without, here.signature))
      .to.be.revertedWithCustomError(discountDesk, "Quote_SignatureInvalid")
      .withArgs(bank.address, await discountDesk.quoteDigest(without));
    const calls = Array(2).fill(desk.interface.encodeFunctionData("takeQuote", [here.quote, here.signature]));
    await expect(desk.multicall(calls)).to.be.revertedWithCustomError(ledger, "Slices_WordChanged");
    await expect(desk.takeQuote(here.quote, here.signature)).to.emit(discountDesk, "QuoteTaken");
  });

  it("slivers whose discount rounds to nothing are refused, a cent more is not, and at no rate any is bought at its face", async () => {
    const net = await load();
    const { ledger, discountDesk, desk, supplier, today } = net;
    const { offerId, terms } = await postOffer(net, { smallestFace: 1n });
    // 3.85 % for one day is half a cent of 46.76, and less of 46.75.
    const { id, slice } = await confirmedReceivable(net, { number: "slivers", face: 20_000n, dueDay: today + 1 });
    await ledger.connect(supplier).split(slice, [4_675n, 4_675n, 4_676n]);
    const [sliver, more] = [14_026n, 4_676n].map((tail) => sliceId(id, 20_000n - tail));
    if (!sliver || !more) throw new Error("two parts expected");
    await expect(desk.take(sliver, terms, offerId, 0))
      .to.be.revertedWithCustomError(discountDesk, "Discount_RoundsToNothing")
      .withArgs(sliver, 4_675n, 4_675n);
    await expect(desk.takeBest([{ id: slice, cash: 500n, leastNet: 0, mostFace: 20_000n }], [{ offerId, terms }]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_RoundsToNothing")
      .withArgs(slice, 500n, 500n);
    await expect(desk.take(more, terms, offerId, 4_675n)).to.emit(discountDesk, "Discounted");
    const free = await postOffer(net, { smallestFace: 1n, tiers: [{ longestDays: 90, ratePpm: 0 }] });
    await expect(desk.take(sliver, free.terms, free.offerId, 4_675n)).to.emit(discountDesk, "Discounted");
  });

  it("a token that takes a fee: the sale fails, by offer and by quote", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, operator } = net;
    const token = await new FeeToken__factory(operator).deploy();
    const { slice, sales } = await inHostileToken(net, token);
    await token.setFee(1, false);
    const fee = NET / 10_000n;
    for (const sell of sales)
      await expect(sell())
        .to.be.revertedWithCustomError(discountDesk, "Discount_ShortReceipt")
        .withArgs(await token.getAddress(), NET, NET - fee);
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
    await token.setFee(0, false);
    await expect(sales[0]?.()).to.changeTokenBalance(net.ethers, token, supplier, NET);
  });

  it("a token that takes from the seller more than the bank pays: the sale fails", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, operator } = net;
    const token = await new HookedToken__factory(operator).deploy();
    const { slice, sales } = await inHostileToken(net, token);
    await token.mint(supplier.address, NET);
    const at = await token.getAddress();
    // While the bank pays, the token draws one unit more than that from the seller, which has trusted it.
    await token.connect(supplier).approve(at, NET + 1n);
    const draw = token.interface.encodeFunctionData("transferFrom", [supplier.address, operator.address, NET + 1n]);
    await token.prepare(at, draw);
    for (const sell of sales)
      await expect(sell()).to.be.revertedWithCustomError(discountDesk, "Discount_ShortReceipt").withArgs(at, NET, 0n);
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
  });

  it("a token that moves nothing and says so only by its answer: the sale fails", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, operator } = net;
    const token = await new FalseReturningToken__factory(operator).deploy();
    const { slice, sales } = await inHostileToken(net, token);
    await token.setRefuses(true);
    for (const sell of sales)
      await expect(sell())
        .to.be.revertedWithCustomError(discountDesk, "SafeERC20FailedOperation")
        .withArgs(await token.getAddress());
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
  });

  it("a token that calls the desk back while it pays: refused from within, and the sale is as it should be", async () => {
    const net = await load();
    const { discountDesk, operator, supplier, bank } = net;
    const token = await new ReenteringToken__factory(operator).deploy();
    const { slice, offer, sales } = await inHostileToken(net, token);
    const whole = { id: slice, cash: 0, leastNet: 0, mostFace: 0 };
    const quoted = await signQuote(net, slice, NET);
    const encode = discountDesk.interface;
    const calls = [
      encode.encodeFunctionData("take", [slice, offer.terms, offer.offerId, 0]),
      encode.encodeFunctionData("takeBest", [[whole], [offer]]),
      encode.encodeFunctionData("takeQuote", [quoted.quote, quoted.signature]),
    ];
    const guarded = encode.getError("ReentrancyGuardReentrantCall")?.selector;
    const snapshot = await net.networkHelpers.takeSnapshot();
    for (const sell of sales)
      for (const call of calls) {
        await token.prepare(discountDesk, call);
        await expect(sell()).to.changeTokenBalances(net.ethers, token, [bank, supplier], [-NET, NET]);
        expect(await token.succeeded()).to.equal(false);
        expect(await token.answer()).to.equal(guarded);
        await snapshot.restore();
      }
  });

  it("sold, given back and sold again in one transaction: counted twice, so the limit holds", async () => {
    const net = await load();
    const { ledger, discountDesk, operator, supplier, desk } = net;
    const token = await new ReenteringToken__factory(operator).deploy();
    const { slice } = await inHostileToken(net, token);
    // A bank in league with the seller, which gives each slice back as soon as it pays for it.
    const accomplice = await new ContractWallet__factory(operator).deploy(operator.address);
    const bank = await accomplice.getAddress();
    await ledger.admit(bank, identityOf("an accomplice"), ROLE.BANK, 40_000);
    await ledger.connect(supplier).setStandingConsent(true);
    await token.mint(bank, PLENTY);
    await accomplice.act(
      token,
      token.interface.encodeFunctionData("approve", [await discountDesk.getAddress(), PLENTY]),
    );
    const { terms } = await postOffer(net, { currency: HOSTILE });
    const post = (limit: bigint) =>
      accomplice.act(discountDesk, discountDesk.interface.encodeFunctionData("postOffer", [terms, limit]));
    await post(2n * FACE - 1n);
    await post(2n * FACE);
    const [narrow, wide] = [4n, 5n];
    const back = ledger.interface.encodeFunctionData("transfer", [slice, supplier.address, 0]);
    await token.prepare(accomplice, accomplice.interface.encodeFunctionData("act", [await ledger.getAddress(), back]));
    const twice = (offerId: bigint) =>
      desk.multicall(Array(2).fill(desk.interface.encodeFunctionData("take", [slice, terms, offerId, 0])));
    expect((await discountDesk.offerOf(wide)).bank).to.equal(bank);
    await expect(twice(narrow))
      .to.be.revertedWithCustomError(discountDesk, "Discount_LimitExceeded")
      .withArgs(slice, narrow, FACE, FACE - 1n);
    await twice(wide);
    expect(await token.succeeded()).to.equal(true);
    expect((await discountDesk.offerOf(wide)).used).to.equal(2n * FACE);
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
  });

  it("the allowance withdrawn in the middle of a batch: nothing of it is sold, unless another bank's offer can pay", async () => {
    const net = await load();
    const { ethers, ledger, cny, discountDesk, desk, bank, supplier, slice, offer } = net;
    const second = await confirmedReceivable(net, { number: "INV-2" });
    const whole = (id: bigint) => ({ id, cash: 0, leastNet: NET, mostFace: FACE });
    // Enough for one of the two, as when the bank cuts its allowance while the batch is on its way.
    await cny.connect(bank).approve(discountDesk, NET + 1n);
    await expect(desk.takeBest([whole(slice), whole(second.slice)], [offer])).to.revert(ethers);
    for (const id of [slice, second.slice]) expect(await ledger.ownerOf(id)).to.equal(supplier.address);
    expect(await cny.balanceOf(supplier)).to.equal(PLENTY);
    expect((await discountDesk.offerOf(offer.offerId)).used).to.equal(0);
    const rival = await anotherBank(net, discountDesk);
    const dearer = await postOffer(net, { tiers: [{ longestDays: 90, ratePpm: 60_000 }] }, { bank: rival });
    const either = (id: bigint) => ({ ...whole(id), leastNet: 0 });
    await expect(desk.takeBest([either(slice), either(second.slice)], [offer, dearer])).to.changeTokenBalances(
      ethers,
      cny,
      [bank, rival, supplier],
      [-NET, -9_850_000n, NET + 9_850_000n],
    );
  });

  it("a token that is paused: the sale fails, by offer and by quote; afterwards it goes on", async () => {
    const net = await load();
    const token = await new PausableToken__factory(net.operator).deploy();
    const { slice, sales } = await inHostileToken(net, token);
    await token.pause();
    for (const sale of sales) await expect(sale()).to.revert(net.ethers);
    expect(await net.ledger.ownerOf(slice)).to.equal(net.supplier.address);
    await token.unpause();
    await expect(sales[0]?.()).to.emit(net.discountDesk, "Discounted");
  });

  it("face already paid sold to a bank: retired or burnt, it is nobody's to sell", async () => {
    const net = await load();
    const { ethers, ledger, cny, settlementDesk, desk, obligor, bank, supplier, id, slice, offer, terms } = net;
    const { quote, signature } = await signQuote(net, slice, NET);
    const part = sliceId(id, FACE / 2n);
    await ledger.connect(supplier).split(slice, [FACE / 2n]);
    await cny.connect(obligor).approve(settlementDesk, PLENTY);
    await settlementDesk.connect(obligor).payEarly(id, [part], [await ledger.sliceWordOf(part)]);
    const sales = [
      () => desk.take(part, offer.terms, offer.offerId, 0),
      () => desk.takeBest([{ id: part, cash: 0, leastNet: 0, mostFace: 0 }], [offer]),
      () => desk.takeQuote(quote, signature),
    ];
    for (const sale of sales) await expect(sale()).to.revert(ethers);
    // Nor by the obligor, which holds them now.
    await ledger.connect(obligor).setDeskEnabled(net.discountDesk, true);
    for (const sale of [
      () => net.discountDesk.connect(obligor).take(part, offer.terms, offer.offerId, 0),
      () => net.discountDesk.connect(obligor).takeBest([{ id: part, cash: 0, leastNet: 0, mostFace: 0 }], [offer]),
    ])
      await expect(sale()).to.revert(ethers);
    await startDay(net, Number(terms.dueDay));
    await settlementDesk.connect(obligor).pay(id, [slice, part]);
    for (const sale of sales) await expect(sale()).to.revert(ethers);
    expect(await cny.balanceOf(bank)).to.equal(PLENTY);
  });

  it("the last second before the due day is one day's discount; the next is too late", async () => {
    const net = await load();
    const { ledger, discountDesk, desk, id, slice, terms: confirmed } = net;
    const dueDay = Number(confirmed.dueDay);
    const midnight = dueDay * 86_400 - 8 * 3600;
    const { offerId, terms } = await postOffer(net, { expiresAt: midnight + 1 });
    const whole = { id: slice, cash: 0, leastNet: 0, mostFace: 0 };
    await startDay(net, dueDay - 1);
    const snapshot = await net.networkHelpers.takeSnapshot();
    const sales = [() => desk.take(slice, terms, offerId, 0), () => desk.takeBest([whole], [{ offerId, terms }])];
    for (const sell of sales) {
      await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
      const price = [FACE, 1, 1_069n, FACE - 1_069n];
      await expect(sell())
        .to.emit(discountDesk, "Discounted")
        .withArgs(slice, offerId, net.supplier.address, net.bank.address, price, 38_500, FACE, 1);
      await snapshot.restore();
      await net.networkHelpers.time.setNextBlockTimestamp(midnight);
      await expect(sell()).to.be.revertedWithCustomError(ledger, "Slices_DueDayReached").withArgs(id, dueDay, dueDay);
      await snapshot.restore();
    }
  });
});
