import { expect } from "chai";
import type { OfferTermsStruct } from "../../../types/contracts/desks/DiscountDesk.js";
import { deskWithBooks } from "../../helpers/discountDesk.ts";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network } from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { offerTerms, postOffer } from "../../helpers/standingOffer.ts";

const FACE = 10_000_000n;
const LIMIT = 15_000_000n;

async function oneOffer(base: Network) {
  const net = { ...base, ...(await deskWithBooks(base)) };
  const receivable = await confirmedReceivable(net);
  const { offerId, terms: offered } = await postOffer(net, {}, { limit: LIMIT });
  const banks = net.discountDesk.connect(net.bank);
  const take = () => net.discountDesk.connect(net.supplier).take(receivable.slice, offered, offerId, 0);
  return { ...net, ...receivable, offerId, offered, banks, take };
}

describe("DiscountDesk: a bank's standing offers", () => {
  const load = loaderOf(oneOffer);

  describe("postOffer", () => {
    it("keeps a hash of the terms, and says all of them", async () => {
      const net = await load();
      const { discountDesk, banks, bank, offerId } = net;
      const terms = await offerTerms(net, { tiers: tiersOf(12), sellerLimit: 100_000n, withRecourse: true });
      const told = [
        ...Object.values(terms).slice(0, 10),
        tiersOf(12).map((tier) => Object.values(tier)),
        terms.obligors,
      ];
      await expect(banks.postOffer(terms, LIMIT))
        .to.emit(discountDesk, "OfferPosted")
        .withArgs(offerId + 1n, bank.address, LIMIT, told);
      const [commitment, ...rest] = await discountDesk.offerOf(offerId + 1n);
      expect(rest).to.deep.equal([false, false, bank.address, LIMIT, 0n]);
      const encoded = net.ethers.AbiCoder.defaultAbiCoder().encode([`tuple${TERMS}`], [told]);
      expect(commitment).to.equal(net.ethers.keccak256(encoded).slice(0, 62));
    });

    it("reverts with no tiers or more than twelve, and with tiers that do not ascend", async () => {
      const { discountDesk, banks, offered } = await load();
      const post = (tiers: OfferTermsStruct["tiers"]) => banks.postOffer({ ...offered, tiers }, LIMIT);
      for (const count of [0, 13])
        await expect(post(tiersOf(count)))
          .to.be.revertedWithCustomError(discountDesk, "Discount_TierCount")
          .withArgs(count, 12);
      const [first, second] = tiersOf(2);
      if (!first || !second) throw new Error("two tiers expected");
      for (const tiers of [
        [first, first],
        [second, first],
      ])
        await expect(post(tiers))
          .to.be.revertedWithCustomError(discountDesk, "Discount_TiersNotAscending")
          .withArgs(1, first.longestDays);
      await expect(post([{ ...first, longestDays: 0 }]))
        .to.be.revertedWithCustomError(discountDesk, "Discount_TiersNotAscending")
        .withArgs(0, 0);
    });

    it("reverts at a rate that would take all of a face at the tier's longest tenor", async () => {
      const { discountDesk, banks, offered } = await load();
      const post = (ratePpm: number) =>
        banks.postOffer({ ...offered, tiers: [...tiersOf(1), { longestDays: 90, ratePpm }] }, LIMIT);
      await expect(post(4_000_000))
        .to.be.revertedWithCustomError(discountDesk, "Discount_RateTooHigh")
        .withArgs(1, 90, 4_000_000);
      await expect(post(3_999_999)).to.emit(discountDesk, "OfferPosted");
    });

    it("reverts for no obligor or more than 32, another day base, and an unknown currency", async () => {
      const { ledger, discountDesk, banks, offered, obligor } = await load();
      const post = (change: Partial<OfferTermsStruct>) => banks.postOffer({ ...offered, ...change }, LIMIT);
      for (const count of [0, 33])
        await expect(post({ obligors: Array.from({ length: count }, () => obligor.address) }))
          .to.be.revertedWithCustomError(discountDesk, "Discount_ObligorCount")
          .withArgs(count, 32);
      for (const dayBase of [0, 364])
        await expect(post({ dayBase }))
          .to.be.revertedWithCustomError(discountDesk, "Discount_DayBaseInvalid")
          .withArgs(dayBase);
      await expect(post({ currency: 3 }))
        .to.be.revertedWithCustomError(ledger, "Rulebook_CurrencyUnknown")
        .withArgs(3);
    });

    it("reverts when no face could ever be bought under it, and takes bounds that meet", async () => {
      const { discountDesk, banks, offered } = await load();
      const sound = { smallestFace: 100n, largestFace: 100n, sellerLimit: 100n, limit: 100n };
      const post = ({ limit, ...faces }: typeof sound) => banks.postOffer({ ...offered, ...faces }, limit);
      for (const change of [{ smallestFace: 0n }, { largestFace: 99n }, { sellerLimit: 99n }, { limit: 99n }]) {
        const given = { ...sound, ...change };
        await expect(post(given))
          .to.be.revertedWithCustomError(discountDesk, "Discount_FacesInvalid")
          .withArgs(given.smallestFace, given.largestFace, given.sellerLimit, given.limit);
      }
      await expect(post(sound)).to.emit(discountDesk, "OfferPosted");
    });

    it("reverts when its time is over or ends before it begins, and takes one that lasts a second", async () => {
      const net = await load();
      const { discountDesk, banks, offered } = net;
      const post = (startsAt: number, expiresAt: number) => banks.postOffer({ ...offered, startsAt, expiresAt }, LIMIT);
      let now = await nextSecond(net);
      await expect(post(0, now))
        .to.be.revertedWithCustomError(discountDesk, "Discount_TimesInvalid")
        .withArgs(0, now, now);
      now = await nextSecond(net);
      await expect(post(now + 6, now + 5))
        .to.be.revertedWithCustomError(discountDesk, "Discount_TimesInvalid")
        .withArgs(now + 6, now + 5, now);
      await expect(post(now + 60, now + 60)).to.emit(discountDesk, "OfferPosted");
    });
  });

  it("only its bank changes it: no stranger, and the bank's lost account no more than one", async () => {
    const net = await load();
    const { discountDesk, banks, bank, supplier, outsider, offerId } = net;
    const acts = (who: typeof bank, id = offerId) => {
      const by = discountDesk.connect(who);
      return [
        () => by.raiseOffer(id, LIMIT + 1n),
        () => by.pauseOffer(id),
        () => by.resumeOffer(id),
        () => by.withdrawOffer(id),
      ];
    };
    for (const act of acts(bank, 7n))
      await expect(act()).to.be.revertedWithCustomError(discountDesk, "Discount_OfferUnknown").withArgs(7);
    for (const act of acts(supplier))
      await expect(act())
        .to.be.revertedWithCustomError(discountDesk, "Discount_NotBank")
        .withArgs(offerId, supplier.address, bank.address);
    await banks.pauseOffer(offerId);
    await replaceKey(net, bank, outsider);
    for (const act of acts(bank))
      await expect(act())
        .to.be.revertedWithCustomError(discountDesk, "Discount_NotBank")
        .withArgs(offerId, bank.address, outsider.address);
    const [raise, , resume, withdraw] = acts(outsider);
    for (const act of [raise, resume, withdraw])
      await expect(act?.()).to.emit(
        discountDesk,
        act === raise ? "OfferRaised" : act === resume ? "OfferResumed" : "OfferWithdrawn",
      );
  });

  it("a limit only rises; what was bought stays counted", async () => {
    const { discountDesk, banks, bank, offerId, take } = await load();
    await take();
    for (const limit of [LIMIT, LIMIT - 1n])
      await expect(banks.raiseOffer(offerId, limit))
        .to.be.revertedWithCustomError(discountDesk, "Discount_LimitNotRaised")
        .withArgs(offerId, limit, LIMIT);
    await expect(banks.raiseOffer(offerId, LIMIT + 1n))
      .to.emit(discountDesk, "OfferRaised")
      .withArgs(offerId, bank.address, LIMIT + 1n);
    const { limit, used } = await discountDesk.offerOf(offerId);
    expect([limit, used]).to.deep.equal([LIMIT + 1n, FACE]);
  });

  it("a paused one can't be taken until it is resumed", async () => {
    const { discountDesk, banks, bank, offerId, take } = await load();
    await expect(banks.resumeOffer(offerId))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OfferNotPaused")
      .withArgs(offerId);
    await expect(banks.pauseOffer(offerId)).to.emit(discountDesk, "OfferPaused").withArgs(offerId, bank.address);
    await expect(banks.pauseOffer(offerId))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OfferIsPaused")
      .withArgs(offerId);
    await expect(take()).to.be.revertedWithCustomError(discountDesk, "Discount_OfferIsPaused").withArgs(offerId);
    await expect(banks.resumeOffer(offerId)).to.emit(discountDesk, "OfferResumed").withArgs(offerId, bank.address);
    await expect(take()).to.emit(discountDesk, "Discounted");
  });

  it("a withdrawn one is over for good", async () => {
    const { discountDesk, banks, bank, offerId, take } = await load();
    await expect(banks.withdrawOffer(offerId)).to.emit(discountDesk, "OfferWithdrawn").withArgs(offerId, bank.address);
    const attempts = [
      take(),
      banks.raiseOffer(offerId, LIMIT + 1n),
      banks.pauseOffer(offerId),
      banks.resumeOffer(offerId),
      banks.withdrawOffer(offerId),
    ];
    for (const attempt of attempts)
      await expect(attempt).to.be.revertedWithCustomError(discountDesk, "Discount_OfferIsWithdrawn").withArgs(offerId);
  });
});

const TERMS = "(uint8,uint8,uint16,bool,bool,uint40,uint40,uint48,uint48,uint48,tuple(uint16,uint24)[],address[])";

/** Tiers of 30, 60, 90 … days. */
function tiersOf(count: number) {
  return Array.from({ length: count }, (_, i) => ({ longestDays: 30 * (i + 1), ratePpm: 38_500 + i }));
}
