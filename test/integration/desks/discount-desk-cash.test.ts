import { expect } from "chai";
import type { SaleStruct } from "../../../types/contracts/desks/DiscountDesk.js";
import { anotherBank, deskWithBooks } from "../../helpers/discountDesk.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId } from "../../helpers/network.ts";
import { postOffer } from "../../helpers/standingOffer.ts";
import { tilingOf } from "../../helpers/words.ts";

const FACE = 10_000_000n;
/** The ledger's smallest slice of this face: one of five hundred. */
const SMALLEST = FACE / 500n;
const PLENTY = 3_000_000_000_000n;
const RATE = 38_500n;

/** What a face pays for 90/360. */
function netOf(face: bigint, ratePpm = RATE): bigint {
  return face - (face * ratePpm * 90n * 2n + 360_000_000n) / 720_000_000n;
}

/** The smallest face that pays at least `cash`, found by trying. */
function faceFor(cash: bigint, ratePpm = RATE): bigint {
  let face = cash;
  while (netOf(face, ratePpm) < cash) ++face;
  return face;
}

async function oneOffer(base: Network) {
  const net = { ...base, ...(await deskWithBooks(base)) };
  const receivable = await confirmedReceivable(net);
  const offer = await postOffer(net, { smallestFace: 1n }, { limit: PLENTY });
  const desk = net.discountDesk.connect(net.supplier);
  const needs = (cash: bigint, change: Partial<SaleStruct> = {}, offers = [offer]) =>
    desk.takeBest([{ id: receivable.slice, cash, leastNet: 0, mostFace: FACE, ...change }], offers);
  return { ...net, ...receivable, offer, desk, needs };
}

describe("DiscountDesk: takeBest for cash needed", () => {
  const load = loaderOf(oneOffer);

  it("sells the smallest tail that pays it, to the cent, and leaves the rest", async () => {
    const net = await load();
    const { ethers, cny, discountDesk, desk, book, bank, supplier, id, slice, offer, needs } = net;
    const snapshot = await net.networkHelpers.takeSnapshot();
    for (const cash of [1_000_000n, 1_234_567n, 5_000_000n, 9_000_001n]) {
      const face = faceFor(cash);
      expect(netOf(face - 1n)).to.be.lessThan(cash);
      const price = [face, 90n, face - netOf(face), netOf(face)];
      expect(await desk.quote(slice, cash, offer.terms)).to.deep.equal(price);
      const tx = needs(cash, { leastNet: cash, mostFace: face });
      await expect(tx)
        .to.emit(discountDesk, "Discounted")
        .withArgs(sliceId(id, FACE - face), offer.offerId, supplier.address, bank.address, price, RATE, face, 1);
      await expect(tx).to.changeTokenBalances(ethers, cny, [bank, supplier], [-netOf(face), netOf(face)]);
      await expect(tx).not.to.emit(book, "RecourseTold");
      expect(await tilingOf(net, id)).to.deep.equal([
        { start: 0n, holder: supplier.address, end: FACE - face, hops: 0, flags: 0, sequence: 0 },
        { start: FACE - face, holder: bank.address, end: FACE, hops: 0, flags: 0, sequence: 1 },
      ]);
      await snapshot.restore();
    }
  });

  it("sells the ledger's smallest slice when less would do", async () => {
    const { ledger, bank, id, needs } = await load();
    await needs(500n, { mostFace: SMALLEST });
    expect(await ledger.ownerOf(sliceId(id, FACE - SMALLEST))).to.equal(bank.address);
  });

  it("knows the smallest slice where the policy's minimum is the larger", async () => {
    const net = await load();
    const { ledger, bank, needs } = net;
    const small = await confirmedReceivable(net, { number: "small", face: 10_000n });
    await needs(50n, { id: small.slice, mostFace: 100n });
    expect(await ledger.ownerOf(sliceId(small.id, 9_900n))).to.equal(bank.address);
  });

  it("keeps a rest of the smallest size, and below it sells the whole slice, if the seller agrees to that", async () => {
    const net = await load();
    const { ledger, discountDesk, bank, supplier, id, slice, needs } = net;
    const offer = await postOffer(net, { tiers: [{ longestDays: 90, ratePpm: 30_000 }] });
    const most = FACE - SMALLEST;
    const cash = netOf(most, 30_000n);
    expect(netOf(most - 1n, 30_000n)).to.be.lessThan(cash);
    const snapshot = await net.networkHelpers.takeSnapshot();
    await needs(cash, { mostFace: most }, [offer]);
    expect(await ledger.ownerOf(sliceId(id, SMALLEST))).to.equal(bank.address);
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
    await snapshot.restore();
    await expect(needs(cash + 1n, { mostFace: FACE - 1n }, [offer]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_MoreFaceThanAllowed")
      .withArgs(slice, FACE, FACE - 1n);
    await needs(cash + 1n, { mostFace: FACE }, [offer]);
    expect(await ledger.ownerOf(slice)).to.equal(bank.address);
  });

  it("sells all for what all pays, and reverts a cent above it", async () => {
    const net = await load();
    const { ethers, cny, discountDesk, bank, supplier, slice, needs } = net;
    await expect(needs(netOf(FACE) + 1n))
      .to.be.revertedWithCustomError(discountDesk, "Discount_NetTooLow")
      .withArgs(slice, netOf(FACE), netOf(FACE) + 1n);
    await expect(needs(netOf(FACE))).to.changeTokenBalances(ethers, cny, [bank, supplier], [-netOf(FACE), netOf(FACE)]);
  });

  it("gives no more face than the seller allows", async () => {
    const { discountDesk, id, needs } = await load();
    const face = faceFor(1_000_000n);
    await expect(needs(1_000_000n, { mostFace: face - 1n }))
      .to.be.revertedWithCustomError(discountDesk, "Discount_MoreFaceThanAllowed")
      .withArgs(sliceId(id, 0n), face, face - 1n);
  });

  it("reverts when the net is below the least, which may be more than the cash needed", async () => {
    const { discountDesk, slice, needs } = await load();
    const net = netOf(SMALLEST);
    await expect(needs(500n, { leastNet: net + 1n }))
      .to.be.revertedWithCustomError(discountDesk, "Discount_NetTooLow")
      .withArgs(slice, net, net + 1n);
    await needs(500n, { leastNet: net });
  });

  it("takes the offer that wants the fewest cents, then the one that pays the most", async () => {
    const net = await load();
    const { discountDesk, offer, needs } = net;
    const rival = await anotherBank(net, discountDesk);
    const cheap = await postOffer(
      net,
      { smallestFace: 1n, tiers: [{ longestDays: 90, ratePpm: 30_000 }] },
      { bank: rival },
    );
    const snapshot = await net.networkHelpers.takeSnapshot();
    const bought = async () =>
      Promise.all([offer, cheap].map(async ({ offerId }) => (await discountDesk.offerOf(offerId)).used));
    await needs(1_000_000n, {}, [offer, cheap]);
    expect(await bought()).to.deep.equal([0n, faceFor(1_000_000n, 30_000n)]);
    await snapshot.restore();
    // Both are asked for the ledger's smallest slice.
    await needs(500n, {}, [offer, cheap]);
    expect(await bought()).to.deep.equal([0n, SMALLEST]);
  });

  it("passes over an offer whose bounds the part does not meet", async () => {
    const net = await load();
    const { discountDesk, offer, needs } = net;
    const tiers = [{ longestDays: 90, ratePpm: 1_000 }];
    const face = faceFor(1_000_000n, 1_000n);
    const large = await postOffer(net, { tiers, smallestFace: face + 1n });
    const small = await postOffer(net, { tiers, smallestFace: 1n, largestFace: face - 1n });
    await needs(1_000_000n, {}, [large, small, offer]);
    expect((await discountDesk.offerOf(offer.offerId)).used).to.equal(faceFor(1_000_000n));
    await expect(needs(1_000_000n, { id: net.slice }, [large]))
      .to.be.revertedWithCustomError(discountDesk, "Discount_FaceTooSmall")
      .withArgs(net.slice, face, face + 1n);
  });

  it("passes over an offer so dear that no face would do", async () => {
    const net = await load();
    const { discountDesk, bank, supplier, offer, needs } = net;
    const { slice, id } = await confirmedReceivable(net, { number: "large", face: 100_000_000_000n });
    const tiers = [{ longestDays: 90, ratePpm: 3_999_999 }];
    const greedy = await postOffer(net, { tiers }, { limit: PLENTY });
    const face = 100_971_854n;
    expect([netOf(face - 1n), netOf(face)]).to.deep.equal([99_999_999n, 100_000_000n]);
    // One of five hundred is the smallest that may be cut.
    const part = 200_000_000n;
    await expect(needs(100_000_000n, { id: slice, mostFace: part }, [greedy, offer]))
      .to.emit(discountDesk, "Discounted")
      .withArgs(
        sliceId(id, 100_000_000_000n - part),
        offer.offerId,
        supplier.address,
        bank.address,
        [part, 90n, part - netOf(part), netOf(part)],
        RATE,
        part,
        2,
      );
  });

  it("cuts one slice several times in one call", async () => {
    const net = await load();
    const { desk, bank, supplier, id, slice, offer } = net;
    const sale = (cash: bigint) => ({ id: slice, cash, leastNet: cash, mostFace: FACE });
    await desk.takeBest([sale(1_000_000n), sale(2_000_000n)], [offer]);
    const [first, second] = [faceFor(1_000_000n), faceFor(2_000_000n)];
    const tiling = await tilingOf(net, id);
    expect(tiling.map(({ start, holder }) => [start, holder])).to.deep.equal([
      [0n, supplier.address],
      [FACE - first - second, bank.address],
      [FACE - first, bank.address],
    ]);
  });

  it("tells the books of the part alone", async () => {
    const net = await load();
    const { book, bank, supplier, obligor, id, needs } = net;
    const bound = await postOffer(net, { withRecourse: true, limited: true });
    const face = faceFor(1_000_000n);
    const part = sliceId(id, FACE - face);
    const tx = needs(1_000_000n, {}, [bound]);
    await expect(tx).to.emit(book, "RecourseTold").withArgs(part, FACE, supplier.address, bank.address);
    await expect(tx)
      .to.emit(book, "ExposureTold")
      .withArgs(bank.address, part, FACE, obligor.address, supplier.address, 1);
  });
});
