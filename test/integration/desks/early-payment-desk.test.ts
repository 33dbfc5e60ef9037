import { expect } from "chai";
import { daysBetween } from "../../../frontend/src/domain/day-count.ts";
import { addCurrency } from "../../helpers/addCurrency.ts";
import { expectCashMissing } from "../../helpers/cashMissing.ts";
import { postedProgramme } from "../../helpers/earlyPayment.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, identityOf, ROLE, sliceId, startDay, termsFor, todayOf } from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { sliceWord } from "../../helpers/words.ts";

const CNY = 1;
const EUR = 2;
const EUR_SCALE = 10_000n;
const FACE = 10_000_000n;
const RETIRED = 4n;
/** 3.85 % for 90/360 on 100 000.00: 962.50. */
const DISCOUNT = 96_250n;
const NET = FACE - DISCOUNT;
const PROGRAMME = 1n;
const UNKNOWN = 9n;

describe("EarlyPaymentDesk", () => {
  const load = loaderOf(postedProgramme);

  describe("accept", () => {
    it("reverts for an unknown programme and an unknown slice", async () => {
      const { ledger, earlyDesk, desk, id, slice } = await load();
      await expect(desk.accept(slice, UNKNOWN, 0))
        .to.be.revertedWithCustomError(earlyDesk, "Early_ProgrammeUnknown")
        .withArgs(UNKNOWN);
      await expect(desk.accept(sliceId(id, 7n), PROGRAMME, 0))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(sliceId(id, 7n));
    });

    it("works from the programme's first second to its last", async () => {
      const net = await load();
      const { earlyDesk, desk, postProgramme, slice } = net;
      const startsAt = (await net.networkHelpers.time.latest()) + 3600;
      const expiresAt = startsAt + 100;
      const id = await postProgramme({ startsAt, expiresAt });
      const snapshot = await net.networkHelpers.takeSnapshot();
      const acceptAt = async (second: number) => {
        await net.networkHelpers.time.setNextBlockTimestamp(second);
        return desk.accept(slice, id, 0);
      };
      await expect(acceptAt(startsAt - 1))
        .to.be.revertedWithCustomError(earlyDesk, "Early_ProgrammeNotStarted")
        .withArgs(id, startsAt, startsAt - 1);
      await expect(acceptAt(expiresAt + 1))
        .to.be.revertedWithCustomError(earlyDesk, "Early_ProgrammeExpired")
        .withArgs(id, expiresAt, expiresAt + 1);
      for (const second of [startsAt, expiresAt]) {
        await snapshot.restore();
        await acceptAt(second);
      }
    });

    it("reverts for somebody else's slice, another obligor's and another currency", async () => {
      const net = await load();
      const { ledger, earlyDesk, desk, cautious, supplier, outsider, obligor, postProgramme, slice } = net;
      await expect(earlyDesk.connect(cautious).accept(slice, PROGRAMME, 0))
        .to.be.revertedWithCustomError(earlyDesk, "Early_NotHolder")
        .withArgs(slice, cautious.address, supplier.address);
      await ledger.admit(outsider.address, identityOf("another obligor"), ROLE.OBLIGOR, 40_000);
      const others = await postProgramme({}, undefined, outsider);
      await expect(desk.accept(slice, others, 0))
        .to.be.revertedWithCustomError(earlyDesk, "Early_OtherObligor")
        .withArgs(outsider.address, obligor.address);
      const inEuro = await confirmedReceivable(net, { number: "EUR", currency: EUR });
      await expect(desk.accept(inEuro.slice, PROGRAMME, 0))
        .to.be.revertedWithCustomError(earlyDesk, "Early_OtherCurrency")
        .withArgs(CNY, EUR);
    });

    it("reverts below the smallest face, and takes exactly that", async () => {
      const { ledger, earlyDesk, desk, supplier, id, slice } = await load();
      await ledger.connect(supplier).split(slice, [99_999n, 100_000n]);
      await expect(desk.accept(sliceId(id, FACE - 199_999n), PROGRAMME, 0))
        .to.be.revertedWithCustomError(earlyDesk, "Early_FaceTooSmall")
        .withArgs(99_999n, 100_000n);
      await desk.accept(sliceId(id, FACE - 100_000n), PROGRAMME, 0);
    });

    it("reverts when the net is a cent below what the screen showed", async () => {
      const { earlyDesk, desk, slice } = await load();
      await expect(desk.accept(slice, PROGRAMME, NET + 1n))
        .to.be.revertedWithCustomError(earlyDesk, "Early_NetTooLow")
        .withArgs(NET, NET + 1n);
      await desk.accept(slice, PROGRAMME, NET);
    });

    it("reverts at a rate that would take more than the face", async () => {
      const { ethers, desk, postProgramme, slice } = await load();
      const harness = await ethers.deployContract("ArithmeticHarness");
      const robbing = await postProgramme({}, [{ longestDays: 90, ratePpm: 4_000_001 }]);
      await expect(desk.accept(slice, robbing, 0))
        .to.be.revertedWithCustomError(harness, "Money_DiscountExceedsFace")
        .withArgs(FACE, 10_000_003n);
    });

    it("reverts for a slice so small that its discount rounds to nothing; a rate of zero pays the face", async () => {
      const net = await load();
      const { earlyDesk, desk, postProgramme, slice } = net;
      const tiny = await postProgramme({ smallestFace: 1 }, [{ longestDays: 90, ratePpm: 1 }]);
      // 1 ppm for 90/360 on 19 999.99 is 0.49999975 cents, on 20 000.00 exactly half a cent, which rounds up.
      const below = await confirmedReceivable(net, { number: "below", face: 1_999_999n });
      const exactly = await confirmedReceivable(net, { number: "exactly", face: 2_000_000n });
      for (const act of [() => desk.accept(below.slice, tiny, 0), () => earlyDesk.quote(below.slice, tiny)])
        await expect(act()).to.be.revertedWithCustomError(earlyDesk, "Early_NoDiscount").withArgs(1_999_999n, 1, 90);
      await desk.accept(exactly.slice, tiny, 1_999_999n);
      const free = await postProgramme({}, [{ longestDays: 90, ratePpm: 0 }]);
      await desk.accept(slice, free, FACE);
    });

    it("slides along the scale: each day has its tier's rate, and beyond the last there is none", async () => {
      const net = await load();
      const { earlyDesk, desk, slice, today } = net;
      const longer = await confirmedReceivable(net, { number: "longer", dueDay: today + 91 });
      for (const act of [() => desk.accept(longer.slice, PROGRAMME, 0), () => earlyDesk.quote(longer.slice, PROGRAMME)])
        await expect(act()).to.be.revertedWithCustomError(earlyDesk, "Early_TooEarly").withArgs(91, 90);
      const expected = [
        [90, 38_500n],
        [61, 38_500n],
        [60, 48_000n],
        [31, 48_000n],
        [30, 60_000n],
        [1, 60_000n],
      ] as const;
      for (const [days, ratePpm] of expected) {
        if (days < 90) await startDay(net, today + 90 - days);
        const discount = (FACE * ratePpm * BigInt(days) + 180_000_000n) / 360_000_000n;
        expect(await earlyDesk.quote(slice, PROGRAMME)).to.deep.equal([FACE, BigInt(days), discount, FACE - discount]);
      }
    });

    it("swaps slice and cash to the cent, as quoted; the cents retire and are owed no longer", async () => {
      const net = await load();
      const { ethers, ledger, cny, earlyDesk, desk, obligor, supplier, id, slice } = net;
      const owedBefore = (await ledger.outstandingOf(identityOf(obligor.address), CNY)).amount;
      const price = [FACE, 90n, DISCOUNT, NET];
      expect(await earlyDesk.quote(slice, PROGRAMME)).to.deep.equal(price);
      const tx = desk.accept(slice, PROGRAMME, NET);
      const word = sliceWord({ holder: obligor.address, end: FACE, flags: RETIRED, sequence: 1n });
      await expect(tx)
        .to.emit(earlyDesk, "PaidEarly")
        .withArgs(slice, PROGRAMME, supplier.address, obligor.address, price, 38_500, NET)
        .and.to.emit(ledger, "SliceRetired")
        .withArgs(slice, await earlyDesk.getAddress(), supplier.address, word);
      await expect(tx).to.changeTokenBalances(ethers, cny, [obligor, supplier, earlyDesk], [-NET, NET, 0n]);
      expect(await ledger.sliceWordOf(slice)).to.equal(word);
      expect(await ledger.retiredOf(id)).to.equal(FACE);
      const owed = (await ledger.outstandingOf(identityOf(obligor.address), CNY)).amount;
      expect([owedBefore, owed]).to.deep.equal([FACE, 0n]);
      expect((await earlyDesk.programmeOf(PROGRAMME))[0].spent).to.equal(NET);
    });

    it("pays cents in a token of six decimals", async () => {
      const net = await load();
      const { ethers, eur, desk, obligor, supplier, postProgramme } = net;
      const id = await postProgramme({ currency: EUR });
      const { slice } = await confirmedReceivable(net, { number: "EUR", currency: EUR, face: 123_457n });
      // 1 234.57 at 3.85 % for 90/360 is 11.88 and some.
      const cash = 123_457n - 1_188n;
      await expect(desk.accept(slice, id, cash)).to.changeTokenBalances(
        ethers,
        eur,
        [obligor, supplier],
        [-cash * EUR_SCALE, cash * EUR_SCALE],
      );
    });

    it("reverts with the token's own error when cash is missing or not approved, and retires nothing", async () => {
      const { ledger, cny, earlyDesk, desk, obligor, supplier, slice } = await load();
      const act = () => desk.accept(slice, PROGRAMME, 0);
      await expectCashMissing({ token: cny, payer: obligor, desk: earlyDesk, amount: NET, act });
      expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
      expect((await earlyDesk.programmeOf(PROGRAMME))[0].spent).to.equal(0);
    });

    it("reverts when obligor or holder are not in good standing", async () => {
      const { ledger, desk, obligor, supplier, slice, today } = await load();
      const holding = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
      for (const who of [obligor, supplier]) {
        await ledger.suspend(who.address);
        await expect(desk.accept(slice, PROGRAMME, 0))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(who.address, holding, await ledger.participantOf(who.address), today);
        await ledger.restore(who.address);
      }
    });

    it("takes several slices in one transaction, all or none", async () => {
      const { ethers, ledger, cny, earlyDesk, desk, obligor, supplier, id, slice } = await load();
      await ledger.connect(supplier).split(slice, [FACE / 2n]);
      const calls = [slice, sliceId(id, FACE / 2n)].map((each) =>
        earlyDesk.interface.encodeFunctionData("accept", [each, PROGRAMME, NET / 2n]),
      );
      await expect(desk.multicall([...calls, ...calls])).to.be.revertedWithCustomError(earlyDesk, "Early_NotHolder");
      await expect(desk.multicall(calls)).to.changeTokenBalances(ethers, cny, [obligor, supplier], [-NET, NET]);
    });

    it("needs no registry entry: nothing is financed", async () => {
      const net = await load();
      const { ledger, desk, obligor, supplier } = net;
      const terms = await termsFor(net, { number: "unregistered" });
      const slice = sliceId(await idOf(net, terms), 0n);
      await ledger.connect(supplier).register(terms);
      await ledger.connect(obligor).confirm(supplier.address, terms, 1);
      await desk.accept(slice, PROGRAMME, NET);
      expect(await ledger.ownerOf(slice)).to.equal(obligor.address);
    });
  });

  describe("key replacement", () => {
    it("ends the lost key's programmes; the account in force posts its own and pays", async () => {
      const net = await load();
      const { ethers, ledger, cny, earlyDesk, own, desk, programme, scale, obligor, outsider, supplier } = net;
      const { postProgramme, slice } = net;
      await replaceKey(net, obligor, outsider);
      await expect(desk.accept(slice, PROGRAMME, 0))
        .to.be.revertedWithCustomError(earlyDesk, "Early_OtherObligor")
        .withArgs(obligor.address, outsider.address);
      await expect(own.post(programme, scale)).to.be.revertedWithCustomError(ledger, "Participants_MayNotAct");
      const id = await postProgramme({}, scale, outsider);
      await cny.mint(outsider.address, FACE);
      await cny.connect(outsider).approve(earlyDesk, FACE);
      const { net: cash } = await earlyDesk.quote(slice, id);
      await expect(desk.accept(slice, id, cash)).to.changeTokenBalances(
        ethers,
        cny,
        [obligor, outsider, supplier],
        [0n, -cash, cash],
      );
      expect(await ledger.ownerOf(slice)).to.equal(outsider.address);
    });
  });

  describe("the domain's vectors", () => {
    const vectors = [
      { face: 621_600n, days: 76, scale: [[76, 45_000]], discount: 5_905n },
      { face: 3_000_000n, days: 170, scale: [[170, 54_000]], discount: 76_500n },
      { face: 1_537_500n, days: 40, scale: [[40, 120_000]], discount: 20_500n },
      { face: 300_000_000n, days: 118, scale: [[118, 39_000]], discount: 3_835_000n },
      {
        face: 1_000_000n,
        days: 7,
        scale: [
          [7, 180_000],
          [14, 240_000],
        ],
        discount: 3_500n,
      },
      {
        face: 1_000_000n,
        days: 14,
        scale: [
          [7, 180_000],
          [14, 240_000],
        ],
        discount: 9_333n,
      },
      { face: 1_000_000n, days: 7, scale: [[7, 240_000]], discount: 4_667n },
    ] as const;

    for (const { face, days, scale, discount } of vectors) {
      const rates = scale.map(([longest, ppm]) => `${longest} d at ${ppm} ppm`).join(", ");
      it(`${face} cents, ${days}/360, ${rates}: discount ${discount}`, async () => {
        const net = await load();
        const { ethers, cny, desk, supplier, postProgramme, today } = net;
        const tiers = scale.map(([longestDays, ratePpm]) => ({ longestDays, ratePpm }));
        const id = await postProgramme({ budget: face }, tiers);
        const { slice } = await confirmedReceivable(net, { number: "vector", face, dueDay: today + days });
        await expect(desk.accept(slice, id, face - discount)).to.changeTokenBalance(
          ethers,
          cny,
          supplier,
          face - discount,
        );
      });
    }

    it("counts days and the year as the currency says: 30/360 over 365", async () => {
      const net = await load();
      const { cny, earlyDesk, postProgramme, today } = net;
      const currency = await addCurrency(net, cny, { dayCount: 1, dayBase: 365 });
      const from = await todayOf(net);
      const dueDay = from + 200;
      const days = BigInt(daysBetween(from, dueDay, "30/360"));
      const id = await postProgramme({ currency }, [{ longestDays: 200, ratePpm: 50_000 }]);
      const { slice } = await confirmedReceivable(net, { number: "30/360", currency, dueDay });
      const discount = (FACE * 50_000n * days + 182_500_000n) / 365_000_000n;
      expect(days).not.to.equal(200n);
      expect(await earlyDesk.quote(slice, id)).to.deep.equal([FACE, days, discount, FACE - discount]);
      expect(from).to.equal(today + 1);
    });
  });
});
