import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import type { StandingOfferStruct } from "../../../types/contracts/desks/DiscountDesk.js";
import { DECISION } from "../../helpers/governance.ts";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
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
const OFFER_ID = 1n;

async function standingOffer(net: Network) {
  const receivable = await confirmedReceivable(net);
  const expiresAt = (await net.networkHelpers.time.latest()) + 30 * 86_400;
  const offer: StandingOfferStruct = {
    bank: net.bank.address,
    expiresAt,
    ratePpm: 38_500,
    longestTenor: 90,
    currency: CNY,
    withdrawn: false,
    obligor: net.obligor.address,
    limit: 15_000_000n,
    used: 0,
    smallestFace: 100_000n,
  };
  const post = (change: Partial<StandingOfferStruct> = {}, bank: HardhatEthersSigner = net.bank) =>
    net.discountDesk.connect(bank).postOffer({ ...offer, ...change });
  await post();
  const desk = net.discountDesk.connect(net.supplier);
  return { ...receivable, offer, expiresAt, post, desk, today: await todayOf(net) };
}

describe("DiscountDesk", () => {
  const load = loaderOf(standingOffer);

  describe("postOffer", () => {
    it("reverts when it could never be taken", async () => {
      const net = await load();
      const { discountDesk, post, offer } = net;
      const unsound: Partial<StandingOfferStruct>[] = [
        { longestTenor: 0 },
        { smallestFace: 0 },
        { limit: 99_999n },
        { expiresAt: 0 },
      ];
      for (const change of unsound) {
        const given = { ...offer, ...change };
        await expect(post(change))
          .to.be.revertedWithCustomError(discountDesk, "Discount_OfferInvalid")
          .withArgs(given.expiresAt, given.longestTenor, given.limit, given.smallestFace);
      }
      const now = await nextSecond(net);
      await expect(post({ expiresAt: now })).to.be.revertedWithCustomError(discountDesk, "Discount_OfferInvalid");
    });

    it("reverts in an unknown currency", async () => {
      const { ledger, post } = await load();
      await expect(post({ currency: 3 }))
        .to.be.revertedWithCustomError(ledger, "Rulebook_CurrencyUnknown")
        .withArgs(3);
    });

    it("posts in the caller's own name, whatever was given", async () => {
      const { discountDesk, post, offer, outsider, bank, obligor } = await load();
      await expect(post({ bank: bank.address, used: 5, withdrawn: true }, outsider)).to.emit(
        discountDesk,
        "OfferPosted",
      );
      const posted = await discountDesk.offerOf(2);
      expect([posted.bank, posted.used, posted.withdrawn]).to.deep.equal([outsider.address, 0n, false]);
      expect([posted.obligor, posted.limit]).to.deep.equal([obligor.address, offer.limit]);
    });
  });

  describe("withdrawOffer", () => {
    it("reverts for an unknown offer, and for everybody but its bank", async () => {
      const { discountDesk, desk, supplier, bank } = await load();
      await expect(desk.withdrawOffer(7))
        .to.be.revertedWithCustomError(discountDesk, "Discount_OfferUnknown")
        .withArgs(7);
      await expect(desk.withdrawOffer(OFFER_ID))
        .to.be.revertedWithCustomError(discountDesk, "Discount_NotBank")
        .withArgs(OFFER_ID, supplier.address, bank.address);
    });

    it("ends the offer at once", async () => {
      const { discountDesk, desk, bank, slice } = await load();
      await expect(discountDesk.connect(bank).withdrawOffer(OFFER_ID))
        .to.emit(discountDesk, "OfferWithdrawn")
        .withArgs(OFFER_ID, bank.address);
      await expect(desk.take(slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(discountDesk, "Discount_OfferIsWithdrawn")
        .withArgs(OFFER_ID);
    });
  });

  describe("take", () => {
    it("reverts for an unknown offer", async () => {
      const { discountDesk, desk, slice } = await load();
      await expect(desk.take(slice, 9, 0))
        .to.be.revertedWithCustomError(discountDesk, "Discount_OfferUnknown")
        .withArgs(9);
    });

    it("reverts after the offer's last second, and works in it", async () => {
      const net = await load();
      const { discountDesk, desk, slice, expiresAt } = net;
      const snapshot = await net.networkHelpers.takeSnapshot();
      await net.networkHelpers.time.setNextBlockTimestamp(expiresAt + 1);
      await expect(desk.take(slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(discountDesk, "Discount_OfferExpired")
        .withArgs(OFFER_ID, expiresAt, expiresAt + 1);
      await snapshot.restore();
      await net.networkHelpers.time.setNextBlockTimestamp(expiresAt);
      await desk.take(slice, OFFER_ID, 0);
    });

    it("reverts for somebody else's slice", async () => {
      const { discountDesk, supplier, cautious, slice } = await load();
      await expect(discountDesk.connect(cautious).take(slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(discountDesk, "Discount_NotSeller")
        .withArgs(slice, cautious.address, supplier.address);
    });

    it("reverts for another obligor or another currency than offered", async () => {
      const net = await load();
      const { discountDesk, desk, obligor, outsider, post } = net;
      await post({ obligor: outsider.address });
      await expect(desk.take(net.slice, 2, 0))
        .to.be.revertedWithCustomError(discountDesk, "Discount_OtherObligor")
        .withArgs(outsider.address, obligor.address);
      const inEuro = await confirmedReceivable(net, { number: "EUR", currency: EUR });
      await expect(desk.take(inEuro.slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(discountDesk, "Discount_OtherCurrency")
        .withArgs(CNY, EUR);
    });

    it("reverts below the smallest face, and takes exactly that", async () => {
      const { ledger, discountDesk, desk, supplier, id, slice } = await load();
      await ledger.connect(supplier).split(slice, [99_999n, 100_000n]);
      await expect(desk.take(sliceId(id, FACE - 199_999n), OFFER_ID, 0))
        .to.be.revertedWithCustomError(discountDesk, "Discount_FaceTooSmall")
        .withArgs(99_999n, 100_000n);
      await desk.take(sliceId(id, FACE - 100_000n), OFFER_ID, 0);
    });

    it("reverts above the longest tenor", async () => {
      const net = await load();
      const { slice } = await confirmedReceivable(net, { number: "long", dueDay: net.today + 91 });
      await expect(net.desk.take(slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(net.discountDesk, "Discount_TenorTooLong")
        .withArgs(91, 90);
    });

    it("reverts when the limit is used up, and takes what exactly fills it", async () => {
      const net = await load();
      const { ledger, discountDesk, desk, supplier, slice } = net;
      const more = await confirmedReceivable(net, { number: "more" });
      await desk.take(slice, OFFER_ID, 0);
      await expect(desk.take(more.slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(discountDesk, "Discount_LimitExceeded")
        .withArgs(OFFER_ID, FACE, 5_000_000n);
      await ledger.connect(supplier).split(more.slice, [5_000_000n]);
      await desk.take(more.slice, OFFER_ID, 0);
      expect((await discountDesk.offerOf(OFFER_ID)).used).to.equal(15_000_000n);
      await expect(desk.take(sliceId(more.id, 5_000_000n), OFFER_ID, 0))
        .to.be.revertedWithCustomError(discountDesk, "Discount_LimitExceeded")
        .withArgs(OFFER_ID, 5_000_000n, 0);
    });

    it("reverts when the net is a cent below what the screen showed", async () => {
      const { discountDesk, desk, slice } = await load();
      await expect(desk.take(slice, OFFER_ID, NET + 1n))
        .to.be.revertedWithCustomError(discountDesk, "Discount_NetTooLow")
        .withArgs(NET, NET + 1n);
      await desk.take(slice, OFFER_ID, NET);
    });

    it("reverts at a rate that would take more than the face", async () => {
      const { ethers, discountDesk, desk, post, slice } = await load();
      const harness = await ethers.deployContract("ArithmeticHarness");
      await post({ ratePpm: 4_000_001 });
      expect((await discountDesk.offerOf(2)).ratePpm).to.equal(4_000_001);
      await expect(desk.take(slice, 2, 0))
        .to.be.revertedWithCustomError(harness, "Money_DiscountExceedsFace")
        .withArgs(FACE, 10_000_003n);
    });

    it("reverts with the token's own error when cash is missing or not approved, and moves nothing", async () => {
      const { ledger, cny, discountDesk, desk, bank, supplier, slice } = await load();
      const spender = await discountDesk.getAddress();
      await cny.connect(bank).approve(discountDesk, NET - 1n);
      await expect(desk.take(slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(cny, "ERC20InsufficientAllowance")
        .withArgs(spender, NET - 1n, NET);
      await cny.connect(bank).approve(discountDesk, PLENTY);
      await cny.connect(bank).transfer(supplier.address, PLENTY - NET + 1n);
      await expect(desk.take(slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(cny, "ERC20InsufficientBalance")
        .withArgs(bank.address, NET - 1n, NET);
      expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
      expect((await discountDesk.offerOf(OFFER_ID)).used).to.equal(0);
    });

    it("reverts without the registry's entry", async () => {
      const net = await load();
      const { ledger, desk, supplier, obligor } = net;
      const terms = await termsFor(net, { number: "unregistered" });
      const id = await idOf(net, terms);
      await ledger.connect(supplier).register(terms);
      await ledger.connect(obligor).confirm(supplier.address, terms, 1);
      await expect(desk.take(sliceId(id, 0n), OFFER_ID, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_RegistryEntryMissing")
        .withArgs(id);
    });

    it("reverts for a desk that the holder has not enabled, or that was removed", async () => {
      const { ledger, discountDesk, desk, supplier, slice } = await load();
      const address = await discountDesk.getAddress();
      await ledger.connect(supplier).setDeskEnabled(address, false);
      await expect(desk.take(slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_DeskNotEnabled")
        .withArgs(supplier.address, address);
      await ledger.removeDesk(address, DECISION);
      await expect(desk.take(slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskLacksPower")
        .withArgs(address, 0, 1);
    });

    it("reverts when the offer's poster is no bank in good standing", async () => {
      const { ledger, desk, bank, poserOffer, today, slice } = await loadWithPoser();
      await expect(desk.take(slice, poserOffer.id, 0))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(poserOffer.poser, ROLE.BANK, await ledger.participantOf(poserOffer.poser), today);
      await ledger.suspend(bank.address);
      await expect(desk.take(slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(bank.address, ROLE.BANK, await ledger.participantOf(bank.address), today);
    });

    it("reverts for an offered slice and on the due day", async () => {
      const net = await load();
      const { ledger, desk, supplier, cautious, id, slice, terms, today, post } = net;
      await ledger.connect(supplier).transfer(slice, cautious.address, (today + 1) * 86_400);
      await expect(desk.take(slice, OFFER_ID, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(slice, FLAG.RESERVED);
      await post({ expiresAt: Number(terms.dueDay) * 86_400 });
      await startDay(net, Number(terms.dueDay));
      await expect(desk.take(slice, 2, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
        .withArgs(id, terms.dueDay, terms.dueDay);
    });

    it("quotes nothing for a slice that is not there", async () => {
      const { discountDesk, ledger, id } = await load();
      const unknown = sliceId(id, 500n);
      await expect(discountDesk.quote(unknown, OFFER_ID))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(unknown);
    });

    it("swaps slice and cash to the cent, as quoted", async () => {
      const { ethers, ledger, cny, discountDesk, desk, bank, supplier, slice } = await load();
      const price = [FACE, 90n, DISCOUNT, NET];
      expect(await discountDesk.quote(slice, OFFER_ID)).to.deep.equal(price);
      const tx = desk.take(slice, OFFER_ID, NET);
      await expect(tx)
        .to.emit(discountDesk, "Discounted")
        .withArgs(slice, OFFER_ID, supplier.address, bank.address, price, 38_500, FACE);
      await expect(tx).to.changeTokenBalances(ethers, cny, [bank, supplier, discountDesk], [-NET, NET, 0n]);
      expect(await ledger.sliceWordOf(slice)).to.equal(sliceWord({ holder: bank.address, end: FACE, sequence: 1n }));
    });

    it("pays cents in a token of six decimals", async () => {
      const net = await load();
      const { ethers, eur, desk, bank, supplier, post } = net;
      await post({ currency: EUR });
      const { slice } = await confirmedReceivable(net, { number: "EUR", currency: EUR, face: 123_457n });
      // 1 234.57 at 3.85 % for 90/360 is 11.88 and some.
      const net_ = 123_457n - 1_188n;
      await expect(desk.take(slice, 2, net_)).to.changeTokenBalances(
        ethers,
        eur,
        [bank, supplier],
        [-net_ * EUR_SCALE, net_ * EUR_SCALE],
      );
    });
  });

  async function loadWithPoser() {
    const net = await load();
    const [poser] = net.suppliers;
    if (!poser) throw new Error("a supplier expected");
    await net.post({}, poser);
    return { ...net, poserOffer: { id: 2, poser: poser.address } };
  }
});
