import { expect } from "chai";
import type { SaleStruct } from "../../../types/contracts/desks/DiscountDesk.js";
import { anotherBank, deskWithBooks } from "../../helpers/discountDesk.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId, todayOf } from "../../helpers/network.ts";
import { postOffer } from "../../helpers/standingOffer.ts";

const FACE = 10_000_000n;
const PLENTY = 3_000_000_000_000n;

function rate(ratePpm: number) {
  return { tiers: [{ longestDays: 90, ratePpm }] };
}

/** The discount of a face at a rate for 90/360. */
function net(face: bigint, ratePpm: bigint): bigint {
  return face - (face * ratePpm * 90n * 2n + 360_000_000n) / 720_000_000n;
}

function whole(id: bigint, leastNet = 0n): SaleStruct {
  return { id, cash: 0, leastNet, mostFace: 0 };
}

async function threeOffers(base: Network) {
  const world = { ...base, ...(await deskWithBooks(base)) };
  const receivable = await confirmedReceivable(world);
  const rival = await anotherBank(world, world.discountDesk);
  const dear = await postOffer(world, rate(60_000), { limit: PLENTY });
  const cheap = await postOffer(world, rate(30_000), { limit: PLENTY, bank: rival });
  const middling = await postOffer(world, rate(45_000), { limit: PLENTY });
  const desk = world.discountDesk.connect(world.supplier);
  return { ...world, ...receivable, rival, dear, cheap, middling, desk, today: await todayOf(world) };
}

describe("DiscountDesk: takeBest", () => {
  const load = loaderOf(threeOffers);

  it("sells to whoever pays most of those named, wherever it stands among them, and says how many were", async () => {
    const world = await load();
    const { ethers, cny, ledger, discountDesk, desk, supplier, rival, slice, dear, cheap, middling } = world;
    const snapshot = await world.networkHelpers.takeSnapshot();
    const cash = net(FACE, 30_000n);
    const price = [FACE, 90, FACE - cash, cash];
    for (const offers of [
      [cheap, dear, middling],
      [dear, cheap, middling],
      [middling, dear, cheap],
    ]) {
      const sale = desk.takeBest([whole(slice, cash)], offers);
      await expect(sale)
        .to.emit(discountDesk, "Discounted")
        .withArgs(slice, cheap.offerId, supplier.address, rival.address, price, 30_000, FACE, 3);
      await expect(sale).to.changeTokenBalances(ethers, cny, [rival, supplier], [-cash, cash]);
      expect(await ledger.ownerOf(slice)).to.equal(rival.address);
      await snapshot.restore();
    }
    await expect(desk.takeBest([whole(slice)], [dear, middling]))
      .to.emit(discountDesk, "Discounted")
      .withArgs(slice, middling.offerId, supplier.address, world.bank.address, anyPrice, 45_000, FACE, 2);
  });

  it("takes the first named of two that pay the same", async () => {
    const world = await load();
    const { discountDesk, desk, slice, cheap } = world;
    const twin = await postOffer(world, rate(30_000), { limit: PLENTY });
    const snapshot = await world.networkHelpers.takeSnapshot();
    for (const offers of [
      [cheap, twin],
      [twin, cheap],
    ]) {
      await desk.takeBest([whole(slice)], offers);
      const used = await Promise.all(offers.map(async ({ offerId }) => (await discountDesk.offerOf(offerId)).used));
      expect(used).to.deep.equal([FACE, 0n]);
      await snapshot.restore();
    }
  });

  it("passes over whatever does not fit", async () => {
    const world = await load();
    const { discountDesk, desk, rival, slice, supplier, bank, dear, cheap } = world;
    const now = await world.networkHelpers.time.latest();
    const post = (change: object, limit = PLENTY) =>
      postOffer(world, { ...rate(1_000), ...change }, { limit, bank: rival });
    const withdrawn = await post({});
    const paused = await post({});
    await discountDesk.connect(rival).withdrawOffer(withdrawn.offerId);
    await discountDesk.connect(rival).pauseOffer(paused.offerId);
    const unfit = [
      withdrawn,
      paused,
      await post({ startsAt: now + 80_000 }),
      await post({ expiresAt: now + 100 }),
      await post({ currency: 2 }),
      await post({ obligors: [bank.address] }),
      await post({ tiers: [{ longestDays: 89, ratePpm: 1_000 }] }),
      await post({ smallestFace: FACE + 1n }),
      await post({ largestFace: FACE - 1n }),
      await post({}, FACE - 1n),
      await post({ sellerLimit: FACE - 1n }),
    ];
    await world.networkHelpers.time.increase(200);
    await expect(desk.takeBest([whole(slice)], [...unfit, dear, cheap]))
      .to.emit(discountDesk, "Discounted")
      .withArgs(slice, cheap.offerId, supplier.address, rival.address, anyPrice, 30_000, FACE, 13);
  });

  it("reverts with the first one's reason when none fits", async () => {
    const world = await load();
    const { discountDesk, desk, slice, obligor, bank } = world;
    const far = await postOffer(world, { tiers: [{ longestDays: 89, ratePpm: 1_000 }] });
    const strange = await postOffer(world, { obligors: [bank.address] });
    await expect(desk.takeBest([whole(slice)], [far, strange]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_TenorTooLong")
      .withArgs(slice, 90, 89);
    await expect(desk.takeBest([whole(slice)], [strange, far]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OtherObligor")
      .withArgs(slice, strange.offerId, obligor.address);
  });

  it("reverts when even the best pays less than the screen showed, and then nothing at all is sold", async () => {
    const world = await load();
    const { ledger, discountDesk, desk, supplier, slice, dear, cheap } = world;
    const other = await confirmedReceivable(world, { number: "other" });
    const cash = net(FACE, 30_000n);
    await expect(desk.takeBest([whole(slice, cash), whole(other.slice, cash + 1n)], [dear, cheap]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_NetTooLow")
      .withArgs(other.slice, cash, cash + 1n);
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
  });

  it("sells twenty slices to sixteen offers, each to the best that has room left", async () => {
    const world = await load();
    const { ethers, cny, ledger, discountDesk, desk, supplier, bank, rival, id, slice } = world;
    const part = 500_000n;
    await ledger.connect(supplier).split(slice, Array(19).fill(part));
    const slices = Array.from({ length: 20 }, (_, i) => sliceId(id, BigInt(i) * part));
    // Each has room for two; the cheapest is named last.
    const offers = [];
    for (let i = 0; i < 16; ++i) {
      const obligors = [...Array(31).fill(bank.address), world.obligor.address];
      const by = i % 2 === 0 ? bank : rival;
      offers.push(await postOffer(world, { ...rate(60_000 - 1_000 * i), obligors }, { limit: 2n * part, bank: by }));
    }
    const tx = desk.takeBest(
      slices.map((each) => whole(each)),
      offers,
    );
    const prices = slices.map((_, i) => net(part, 45_000n + 1_000n * BigInt(Math.floor(i / 2))));
    const paid = (even: boolean) =>
      prices.filter((_, i) => (Math.floor(i / 2) % 2 === 0) === even).reduce((sum, each) => sum + each, 0n);
    await expect(tx).to.changeTokenBalances(
      ethers,
      cny,
      [supplier, rival, bank],
      [paid(true) + paid(false), -paid(true), -paid(false)],
    );
    const used = await Promise.all(offers.map(async ({ offerId }) => (await discountDesk.offerOf(offerId)).used));
    expect(used).to.deep.equal([...Array(6).fill(0n), ...Array(10).fill(2n * part)]);
  });

  it("buys within an offer's limits however often the offer is named", async () => {
    const world = await load();
    const { ledger, discountDesk, desk, supplier, id, slice } = world;
    await ledger.connect(supplier).split(slice, [5_000_000n]);
    const sales = [whole(slice), whole(sliceId(id, 5_000_000n))];
    const narrow = await postOffer(world, {}, { limit: 9_999_999n });
    await expect(desk.takeBest(sales, [narrow, narrow]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_LimitExceeded")
      .withArgs(sales[1]?.id, narrow.offerId, 5_000_000n, 4_999_999n);
    const perSeller = await postOffer(world, { sellerLimit: 9_999_999n });
    await expect(desk.takeBest(sales, [perSeller, perSeller]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_SellerLimitExceeded")
      .withArgs(sales[1]?.id, perSeller.offerId, 5_000_000n, 4_999_999n);
  });

  it("reverts for no or too many slices or offers, unknown offers, other terms", async () => {
    const { discountDesk, desk, slice, dear, cheap } = await load();
    const sales = (count: number) => Array.from({ length: count }, () => whole(slice));
    const offers = (count: number) => Array.from({ length: count }, () => dear);
    for (const count of [0, 21])
      await expect(desk.takeBest(sales(count), offers(1)))
        .to.be.revertedWithCustomError(discountDesk, "Discount_SaleCount")
        .withArgs(count, 20);
    for (const count of [0, 17])
      await expect(desk.takeBest(sales(1), offers(count)))
        .to.be.revertedWithCustomError(discountDesk, "Discount_OfferCount")
        .withArgs(count, 16);
    await expect(desk.takeBest(sales(1), [dear, { offerId: 99, terms: dear.terms }]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OfferUnknown")
      .withArgs(99);
    const [given, committed] = await Promise.all(
      [dear, cheap].map(async ({ offerId }) => (await discountDesk.offerOf(offerId)).commitment),
    );
    await expect(desk.takeBest(sales(1), [dear, { offerId: cheap.offerId, terms: dear.terms }]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_OtherTerms")
      .withArgs(cheap.offerId, given, committed);
  });

  it("never mixes offers with recourse and without, and records each sale with recourse and within limits", async () => {
    const world = await load();
    const { discountDesk, desk, book, supplier, rival, obligor, id, slice, dear, cheap } = world;
    const bound = { withRecourse: true, limited: true };
    const binding = await postOffer(world, { ...rate(20_000), ...bound }, { bank: rival });
    await expect(desk.takeBest([whole(slice)], [cheap, dear, binding]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_MixedRecourse")
      .withArgs(cheap.offerId, binding.offerId);
    await expect(desk.takeBest([whole(slice)], [binding, cheap]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_MixedRecourse")
      .withArgs(binding.offerId, cheap.offerId);
    await world.ledger.connect(supplier).split(slice, [4_000_000n]);
    const tail = sliceId(id, 6_000_000n);
    const sale = desk.takeBest([whole(tail), whole(slice)], [binding]);
    for (const [which, end] of [
      [tail, FACE],
      [slice, 6_000_000n],
    ] as const) {
      await expect(sale).to.emit(book, "RecourseTold").withArgs(which, end, supplier.address, rival.address);
      await expect(sale)
        .to.emit(book, "ExposureTold")
        .withArgs(rival.address, which, end, obligor.address, supplier.address, 1);
    }
  });

  it("reverts for somebody else's slice, one that is not there or was just sold, and on the due day", async () => {
    const world = await load();
    const { ledger, discountDesk, desk, cautious, supplier, rival, bank, id, slice, terms, cheap } = world;
    await expect(discountDesk.connect(cautious).takeBest([whole(slice)], [cheap]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_NotSeller")
      .withArgs(slice, cautious.address, supplier.address);
    await expect(desk.takeBest([whole(slice), whole(slice)], [cheap]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_NotSeller")
      .withArgs(slice, supplier.address, rival.address);
    const unknown = sliceId(id, 7n);
    await expect(desk.takeBest([whole(unknown)], [cheap]))
      .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
      .withArgs(unknown);
    const lasting = await postOffer(world, { expiresAt: Number(terms.dueDay) * 86_400 + 86_400 * 5 }, { bank });
    for (const day of [0, 1]) {
      const due = Number(terms.dueDay);
      await world.networkHelpers.time.increaseTo((due + day) * 86_400 - 8 * 3600);
      await expect(desk.takeBest([whole(slice)], [lasting]))
        .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
        .withArgs(id, due, due + day);
    }
  });
});

function anyPrice(price: unknown): boolean {
  return Array.isArray(price);
}
