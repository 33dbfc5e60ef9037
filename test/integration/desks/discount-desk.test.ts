import { expect } from "chai";
import { expectCashMissing } from "../../helpers/cashMissing.ts";
import { deskWithBooks } from "../../helpers/discountDesk.ts";
import { DECISION } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import {
  confirmedReceivable,
  identityOf,
  type Network,
  ROLE,
  sliceId,
  startDay,
  termsFor,
  todayOf,
} from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { postOffer } from "../../helpers/standingOffer.ts";
import { FLAG, sliceWord } from "../../helpers/words.ts";

const CNY = 1;
const EUR = 2;
/** Token units in one cent of the EUR test token, which has six decimals. */
const EUR_SCALE = 10_000n;
const FACE = 10_000_000n;
const PLENTY = 3_000_000_000_000n;
/** 3.85 % for 90/360 on 100 000.00: 962.50. */
const DISCOUNT = 96_250n;
const NET = FACE - DISCOUNT;

async function oneOffer(base: Network) {
  const net = { ...base, ...(await deskWithBooks(base)) };
  const receivable = await confirmedReceivable(net);
  const { offerId, terms: offered } = await postOffer(net);
  const desk = net.discountDesk.connect(net.supplier);
  const take = (slice = receivable.slice, leastNet = 0n) => desk.take(slice, offered, offerId, leastNet);
  return { ...net, ...receivable, offerId, offered, desk, take, today: await todayOf(net) };
}

describe("DiscountDesk: take", () => {
  const load = loaderOf(oneOffer);

  it("reverts for an unknown offer, and for other terms than were posted", async () => {
    const { discountDesk, desk, slice, offerId, offered } = await load();
    await expect(desk.take(slice, offered, 9, 0))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OfferUnknown")
      .withArgs(9);
    const { commitment } = await discountDesk.offerOf(offerId);
    const other = { ...offered, limited: true };
    await desk.postOffer(other, 15_000_000n);
    const { commitment: given } = await discountDesk.offerOf(offerId + 1n);
    await expect(desk.take(slice, other, offerId, 0))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OtherTerms")
      .withArgs(offerId, given, commitment);
  });

  it("reverts before the offer's first second and after its last, and works in both", async () => {
    const net = await load();
    const { discountDesk, desk, slice } = net;
    const now = await net.networkHelpers.time.latest();
    const [startsAt, expiresAt] = [now + 1000, now + 2000];
    const { offerId, terms } = await postOffer(net, { startsAt, expiresAt });
    const snapshot = await net.networkHelpers.takeSnapshot();
    const takeAt = async (second: number) => {
      await snapshot.restore();
      await net.networkHelpers.time.setNextBlockTimestamp(second);
      return desk.take(slice, terms, offerId, 0);
    };
    await expect(takeAt(startsAt - 1))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OfferNotStarted")
      .withArgs(offerId, startsAt, startsAt - 1);
    await expect(takeAt(expiresAt + 1))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OfferExpired")
      .withArgs(offerId, expiresAt, expiresAt + 1);
    for (const second of [startsAt, expiresAt]) await expect(takeAt(second)).to.emit(discountDesk, "Discounted");
  });

  it("reverts for somebody else's slice", async () => {
    const { discountDesk, supplier, cautious, slice, offerId, offered } = await load();
    await expect(discountDesk.connect(cautious).take(slice, offered, offerId, 0))
      .to.be.revertedWithCustomError(discountDesk, "Discount_NotSeller")
      .withArgs(slice, cautious.address, supplier.address);
  });

  it("reverts for an obligor that is not listed and for another currency", async () => {
    const net = await load();
    const { discountDesk, desk, slice, obligor, outsider, bank, take } = net;
    const others = await postOffer(net, { obligors: [outsider.address, bank.address] });
    await expect(desk.take(slice, others.terms, others.offerId, 0))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OtherObligor")
      .withArgs(slice, others.offerId, obligor.address);
    const inEuro = await confirmedReceivable(net, { number: "EUR", currency: EUR });
    await expect(take(inEuro.slice))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OtherCurrency")
      .withArgs(inEuro.slice, CNY, EUR);
  });

  it("finds the obligor at the end of the longest list", async () => {
    const net = await load();
    const others = Array.from({ length: 31 }, (_, i) => `0x${(i + 1).toString(16).padStart(40, "0")}`);
    const { offerId, terms } = await postOffer(net, { obligors: [...others, net.obligor.address] });
    await expect(net.desk.take(net.slice, terms, offerId, NET)).to.emit(net.discountDesk, "Discounted");
  });

  it("knows the obligor by the account that replaced its lost one", async () => {
    const net = await load();
    const { ledger, obligor, outsider, desk, slice } = net;
    await replaceKey(net, obligor, outsider);
    expect(await ledger.accountInForce(obligor.address)).to.equal(outsider.address);
    const { offerId, terms } = await postOffer(net, { obligors: [outsider.address] });
    await expect(desk.take(slice, terms, offerId, 0)).to.emit(net.discountDesk, "Discounted");
  });

  it("reverts below the smallest face and above the largest, and takes exactly those", async () => {
    const net = await load();
    const { ledger, discountDesk, desk, supplier, id, slice } = net;
    const { offerId, terms } = await postOffer(net, { largestFace: 200_000n });
    await ledger.connect(supplier).split(slice, [99_999n, 100_000n, 200_000n, 200_001n]);
    const starts = [FACE - 600_000n, FACE - 500_001n, FACE - 400_001n, FACE - 200_001n];
    const [small, smallest, largest, large] = starts.map((start) => sliceId(id, start));
    const sell = (which = 0n) => desk.take(which, terms, offerId, 0);
    await expect(sell(small))
      .to.be.revertedWithCustomError(discountDesk, "Discount_FaceTooSmall")
      .withArgs(small, 99_999n, 100_000n);
    await expect(sell(large))
      .to.be.revertedWithCustomError(discountDesk, "Discount_FaceTooLarge")
      .withArgs(large, 200_001n, 200_000n);
    for (const which of [smallest, largest]) await expect(sell(which)).to.emit(discountDesk, "Discounted");
  });

  it("takes the rate of the first tier that is long enough, and nothing beyond the last", async () => {
    const net = await load();
    const { discountDesk, desk, supplier, bank, today } = net;
    const tiers = [
      { longestDays: 30, ratePpm: 30_000 },
      { longestDays: 60, ratePpm: 36_000 },
      { longestDays: 90, ratePpm: 42_000 },
    ];
    const { offerId, terms } = await postOffer(net, { tiers }, { limit: PLENTY });
    const sell = async (tenor: number) => {
      const { slice } = await confirmedReceivable(net, { number: `in ${tenor} days`, dueDay: today + tenor });
      return { slice, sale: desk.take(slice, terms, offerId, 0) };
    };
    const steps: [number, bigint][] = [
      [1, 30_000n],
      [30, 30_000n],
      [31, 36_000n],
      [60, 36_000n],
      [61, 42_000n],
      [90, 42_000n],
    ];
    for (const [i, [tenor, ratePpm]] of steps.entries()) {
      const { slice, sale } = await sell(tenor);
      const discount = (FACE * ratePpm * BigInt(tenor) * 2n + 360_000_000n) / 720_000_000n;
      const price = [FACE, tenor, discount, FACE - discount];
      await expect(sale, `${tenor} days`)
        .to.emit(discountDesk, "Discounted")
        .withArgs(slice, offerId, supplier.address, bank.address, price, ratePpm, FACE * BigInt(i + 1), 1);
    }
    const { slice, sale } = await sell(91);
    await expect(sale).to.be.revertedWithCustomError(discountDesk, "Discount_TenorTooLong").withArgs(slice, 91, 90);
  });

  it("counts days and divides by the base as the offer says, whatever the currency does", async () => {
    const net = await load();
    const { desk, slice, terms, today } = net;
    const { offerId, terms: offered } = await postOffer(net, { dayCount: 1, dayBase: 365 });
    const { daysToRun, discount } = await desk.quote(slice, 0, offered);
    const [from, to] = [today, Number(terms.dueDay)].map((day) => new Date(day * 86_400_000));
    if (!from || !to) throw new Error("two dates expected");
    const fromDay = Math.min(from.getUTCDate(), 30);
    const toDay = to.getUTCDate() === 31 && fromDay === 30 ? 30 : to.getUTCDate();
    const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
    expect(daysToRun).to.equal(months * 30 + toDay - fromDay);
    expect(discount).to.equal((FACE * 38_500n * daysToRun * 2n + 365_000_000n) / 730_000_000n);
    await expect(desk.take(slice, offered, offerId, FACE - discount)).to.emit(net.discountDesk, "Discounted");
  });

  it("reverts when the limit is used up, and takes what exactly fills it", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, offerId, take } = net;
    const more = await confirmedReceivable(net, { number: "more" });
    await take();
    await expect(take(more.slice))
      .to.be.revertedWithCustomError(discountDesk, "Discount_LimitExceeded")
      .withArgs(more.slice, offerId, FACE, 5_000_000n);
    await ledger.connect(supplier).split(more.slice, [5_000_000n]);
    await take(more.slice);
    expect((await discountDesk.offerOf(offerId)).used).to.equal(15_000_000n);
    const rest = sliceId(more.id, 5_000_000n);
    await expect(take(rest))
      .to.be.revertedWithCustomError(discountDesk, "Discount_LimitExceeded")
      .withArgs(rest, offerId, 5_000_000n, 0);
  });

  it("reverts above what it buys of one seller, whatever account the seller has, and serves another", async () => {
    const net = await load();
    const { ledger, discountDesk, desk, supplier, outsider, suppliers, id, slice } = net;
    const { offerId, terms } = await postOffer(net, { sellerLimit: 300_000n });
    const other = suppliers[0];
    if (!other) throw new Error("a supplier expected");
    await ledger.connect(supplier).splitAndTransfer(slice, [{ to: other.address, amount: 200_000n }], 0);
    await ledger.connect(supplier).split(slice, [200_000n, 100_000n, 100_001n]);
    const [first, fitting, wide] = [600_001n, 400_001n, 300_001n].map((tail) => sliceId(id, FACE - tail));
    if (!first || !fitting || !wide) throw new Error("three parts expected");
    await desk.take(first, terms, offerId, 0);
    expect(await discountDesk.boughtOf(offerId, identityOf(supplier.address))).to.equal(200_000n);
    await expect(desk.take(wide, terms, offerId, 0))
      .to.be.revertedWithCustomError(discountDesk, "Discount_SellerLimitExceeded")
      .withArgs(wide, offerId, 100_001n, 100_000n);
    await discountDesk.connect(other).take(sliceId(id, FACE - 200_000n), terms, offerId, 0);
    await replaceKey(net, supplier, outsider);
    await ledger.moveToSuccessor([wide, fitting]);
    await ledger.connect(outsider).setDeskEnabled(discountDesk, true);
    const bySuccessor = discountDesk.connect(outsider);
    await expect(bySuccessor.take(wide, terms, offerId, 0))
      .to.be.revertedWithCustomError(discountDesk, "Discount_SellerLimitExceeded")
      .withArgs(wide, offerId, 100_001n, 100_000n);
    await bySuccessor.take(fitting, terms, offerId, 0);
    expect(await discountDesk.boughtOf(offerId, identityOf(supplier.address))).to.equal(300_000n);
  });

  it("reverts when the net is a cent below what the screen showed", async () => {
    const { discountDesk, slice, take } = await load();
    await expect(take(slice, NET + 1n))
      .to.be.revertedWithCustomError(discountDesk, "Discount_NetTooLow")
      .withArgs(slice, NET, NET + 1n);
    await expect(take(slice, NET)).to.emit(discountDesk, "Discounted");
  });

  it("reverts with the token's own error when cash is missing or not approved, and moves nothing", async () => {
    const { ledger, cny, discountDesk, bank, supplier, slice, offerId, take } = await load();
    await expectCashMissing({ token: cny, payer: bank, desk: discountDesk, amount: NET, act: () => take() });
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
    expect((await discountDesk.offerOf(offerId)).used).to.equal(0);
  });

  it("reverts without the registry's entry", async () => {
    const net = await load();
    const { ledger, take, supplier, obligor } = net;
    const terms = await termsFor(net, { number: "unregistered" });
    const id = await idOf(net, terms);
    await ledger.connect(supplier).register(terms);
    await ledger.connect(obligor).confirm(supplier.address, terms, 1);
    await expect(take(sliceId(id, 0n)))
      .to.be.revertedWithCustomError(ledger, "Slices_RegistryEntryMissing")
      .withArgs(id);
  });

  it("reverts for a desk that the holder has not enabled, or that was removed", async () => {
    const { ledger, discountDesk, take, supplier } = await load();
    const address = await discountDesk.getAddress();
    await ledger.connect(supplier).setDeskEnabled(address, false);
    await expect(take())
      .to.be.revertedWithCustomError(ledger, "Slices_DeskNotEnabled")
      .withArgs(supplier.address, address);
    await ledger.removeDesk(address, DECISION);
    await expect(take()).to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower").withArgs(address, 0, 1);
  });

  it("reverts when the offer's poster is no bank in good standing", async () => {
    const net = await load();
    const { ledger, desk, bank, today, slice, take } = net;
    const [poser] = net.suppliers;
    if (!poser) throw new Error("a supplier expected");
    const posed = await postOffer(net, {}, { bank: poser });
    await expect(desk.take(slice, posed.terms, posed.offerId, 0))
      .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
      .withArgs(poser.address, ROLE.BANK, await ledger.participantOf(poser.address), today);
    await ledger.suspend(bank.address);
    await expect(take())
      .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
      .withArgs(bank.address, ROLE.BANK, await ledger.participantOf(bank.address), today);
  });

  it("reverts for an offered slice and on the due day", async () => {
    const net = await load();
    const { ledger, desk, supplier, cautious, id, slice, terms, today, take } = net;
    await ledger.connect(supplier).transfer(slice, cautious.address, (today + 1) * 86_400);
    await expect(take()).to.be.revertedWithCustomError(ledger, "Slices_Busy").withArgs(slice, FLAG.RESERVED);
    const lasting = await postOffer(net, { expiresAt: Number(terms.dueDay) * 86_400 });
    await startDay(net, Number(terms.dueDay));
    await expect(desk.take(slice, lasting.terms, lasting.offerId, 0))
      .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
      .withArgs(id, terms.dueDay, terms.dueDay);
  });

  it("swaps slice and cash to the cent, as quoted", async () => {
    const { ethers, ledger, cny, discountDesk, desk, bank, supplier, slice, offerId, offered, take } = await load();
    const price = [FACE, 90n, DISCOUNT, NET];
    expect(await desk.quote(slice, 0, offered)).to.deep.equal(price);
    const tx = take(slice, NET);
    await expect(tx)
      .to.emit(discountDesk, "Discounted")
      .withArgs(slice, offerId, supplier.address, bank.address, price, 38_500, FACE, 1);
    await expect(tx).to.changeTokenBalances(ethers, cny, [bank, supplier, discountDesk], [-NET, NET, 0n]);
    expect(await ledger.sliceWordOf(slice)).to.equal(sliceWord({ holder: bank.address, end: FACE, sequence: 1n }));
  });

  it("pays cents in a token of six decimals", async () => {
    const net = await load();
    const { ethers, eur, desk, bank, supplier } = net;
    const { offerId, terms } = await postOffer(net, { currency: EUR });
    const { slice } = await confirmedReceivable(net, { number: "EUR", currency: EUR, face: 123_457n });
    // 1 234.57 at 3.85 % for 90/360 is 11.88 and some.
    const net_ = 123_457n - 1_188n;
    await expect(desk.take(slice, terms, offerId, net_)).to.changeTokenBalances(
      ethers,
      eur,
      [bank, supplier],
      [-net_ * EUR_SCALE, net_ * EUR_SCALE],
    );
  });

  it("tells the books, where the offer says so, of the very cents, and fails when one refuses", async () => {
    const net = await load();
    const { ledger, discountDesk, desk, book, bank, supplier, obligor, id, slice } = net;
    const part = sliceId(id, FACE - 300_000n);
    await ledger.connect(supplier).split(slice, [300_000n]);
    const snapshot = await net.networkHelpers.takeSnapshot();
    for (const withRecourse of [false, true])
      for (const limited of [false, true]) {
        const { offerId, terms } = await postOffer(net, { withRecourse, limited });
        const sale = desk.take(part, terms, offerId, 0);
        if (limited)
          await expect(sale)
            .to.emit(book, "ExposureTold")
            .withArgs(bank.address, part, FACE, obligor.address, supplier.address, CNY);
        else await expect(sale).not.to.emit(book, "ExposureTold");
        if (withRecourse)
          await expect(sale).to.emit(book, "RecourseTold").withArgs(part, FACE, supplier.address, bank.address);
        else await expect(sale).not.to.emit(book, "RecourseTold");
        await snapshot.restore();
        await book.setRefuses(true);
        const again = await postOffer(net, { withRecourse, limited });
        const refused = desk.take(part, again.terms, again.offerId, 0);
        if (limited || withRecourse) await expect(refused).to.be.revertedWithCustomError(book, "RecordingBook_Refused");
        else await expect(refused).to.emit(discountDesk, "Discounted");
        await snapshot.restore();
      }
  });

  it("quotes nothing for a slice that is not there, another obligor, currency or a longer tenor", async () => {
    const net = await load();
    const { discountDesk, ledger, id, slice, obligor, bank, offered } = net;
    const unknown = sliceId(id, 500n);
    const quoted = (change: object, which = slice) => discountDesk.quote(which, 0, { ...offered, ...change });
    await expect(quoted({}, unknown)).to.be.revertedWithCustomError(ledger, "Slices_Unknown").withArgs(unknown);
    await expect(quoted({ obligors: [bank.address] }))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OtherObligor")
      .withArgs(slice, 0, obligor.address);
    await expect(quoted({ currency: EUR }))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OtherCurrency")
      .withArgs(slice, EUR, CNY);
    await expect(quoted({ tiers: [{ longestDays: 89, ratePpm: 1 }] }))
      .to.be.revertedWithCustomError(discountDesk, "Discount_TenorTooLong")
      .withArgs(slice, 90, 89);
  });
});
