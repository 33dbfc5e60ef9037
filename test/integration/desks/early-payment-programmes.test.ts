import { expect } from "chai";
import type { ProgrammeStruct, TierStruct } from "../../../types/contracts/desks/EarlyPaymentDesk.js";
import { postedProgramme } from "../../helpers/earlyPayment.ts";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import { identityOf, ROLE, todayOf } from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { signPermit } from "../../helpers/signPermit.ts";

const CNY = 1;
const FACE = 10_000_000n;
/** 3.85 % for 90/360 on 100 000.00: 962.50. */
const DISCOUNT = 96_250n;
const NET = FACE - DISCOUNT;
const PROGRAMME = 1n;
const UNKNOWN = 9n;

describe("EarlyPaymentDesk: programmes", () => {
  const load = loaderOf(postedProgramme);

  describe("post", () => {
    it("reverts for whoever is no obligor in good standing", async () => {
      const net = await load();
      const { ledger, earlyDesk, programme, scale, supplier, outsider, obligor, today } = net;
      await ledger.suspend(obligor.address);
      for (const who of [supplier, outsider, obligor]) {
        await expect(earlyDesk.connect(who).post(programme, scale))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(who.address, ROLE.OBLIGOR, await ledger.participantOf(who.address), today);
      }
    });

    it("reverts when it could never be accepted", async () => {
      const net = await load();
      const { earlyDesk, own, programme, scale } = net;
      const unsound: Partial<ProgrammeStruct>[] = [
        { budget: 0 },
        { smallestFace: 0 },
        { expiresAt: 0 },
        { startsAt: BigInt(programme.expiresAt) + 1n },
        { expiresAt: await nextSecond(net) },
      ];
      for (const change of unsound) {
        const given = { ...programme, ...change };
        await expect(own.post(given, scale))
          .to.be.revertedWithCustomError(earlyDesk, "Early_ProgrammeInvalid")
          .withArgs(given.startsAt, given.expiresAt, given.budget, given.smallestFace);
      }
      await own.post({ ...programme, startsAt: programme.expiresAt }, scale);
    });

    it("reverts in an unknown currency", async () => {
      const { ledger, own, programme, scale } = await load();
      await expect(own.post({ ...programme, currency: 3 }, scale))
        .to.be.revertedWithCustomError(ledger, "Rulebook_CurrencyUnknown")
        .withArgs(3);
    });

    it("reverts without a tier, with thirteen, and where they do not ascend; takes twelve", async () => {
      const { earlyDesk, own, programme } = await load();
      const ascending = Array.from({ length: 13 }, (_, i) => ({ longestDays: i + 1, ratePpm: 1 }));
      for (const tiers of [[], ascending])
        await expect(own.post(programme, tiers))
          .to.be.revertedWithCustomError(earlyDesk, "Early_TierCount")
          .withArgs(tiers.length, 12);
      const wrong: [TierStruct[], number, number][] = [
        [[{ longestDays: 0, ratePpm: 1 }], 0, 0],
        [[5, 5].map((longestDays, i) => ({ longestDays, ratePpm: i })), 1, 5],
        [ascending.slice(0, 12).reverse(), 1, 11],
      ];
      for (const [tiers, index, days] of wrong)
        await expect(own.post(programme, tiers))
          .to.be.revertedWithCustomError(earlyDesk, "Early_TiersNotAscending")
          .withArgs(index, days);
      await own.post(programme, ascending.slice(0, 12));
      const [, tiers] = await earlyDesk.programmeOf(2);
      expect(tiers).to.deep.equal(ascending.slice(0, 12).map(({ longestDays }) => [BigInt(longestDays), 1n]));
    });

    it("posts in the caller's own name, whatever was given, and says all of it", async () => {
      const { earlyDesk, own, programme, scale, supplier, obligor } = await load();
      const given = { ...programme, obligor: supplier.address, paused: true, withdrawn: true, spent: 5 };
      const stored = [
        obligor.address,
        0n,
        BigInt(programme.expiresAt),
        1n,
        true,
        false,
        false,
        15_000_000n,
        0n,
        100_000n,
      ];
      const tiers = scale.map(({ longestDays, ratePpm }) => [BigInt(longestDays), BigInt(ratePpm)]);
      await expect(own.post(given, scale))
        .to.emit(earlyDesk, "ProgrammePosted")
        .withArgs(2, obligor.address, stored, tiers);
      expect(await earlyDesk.programmeOf(2)).to.deep.equal([stored, tiers]);
      const [unknown, none] = await earlyDesk.programmeOf(3);
      expect([unknown.budget, none.length]).to.deep.equal([0n, 0]);
    });
  });

  describe("raiseBudget, invite, pause, resume, withdraw", () => {
    it("revert for an unknown programme, and for everybody but its obligor", async () => {
      const { earlyDesk, desk, supplier, obligor } = await load();
      const acts = (id: bigint) => [
        () => desk.raiseBudget(id, 1),
        () => desk.invite(id, [supplier.address], true),
        () => desk.pause(id),
        () => desk.resume(id),
        () => desk.withdraw(id),
      ];
      for (const act of acts(UNKNOWN))
        await expect(act()).to.be.revertedWithCustomError(earlyDesk, "Early_ProgrammeUnknown").withArgs(UNKNOWN);
      for (const act of acts(PROGRAMME))
        await expect(act())
          .to.be.revertedWithCustomError(earlyDesk, "Early_NotObligor")
          .withArgs(PROGRAMME, supplier.address, obligor.address);
    });

    it("end with the programme: withdrawn is for good", async () => {
      const { earlyDesk, own, desk, obligor, supplier, slice } = await load();
      await expect(own.withdraw(PROGRAMME))
        .to.emit(earlyDesk, "ProgrammeWithdrawn")
        .withArgs(PROGRAMME, obligor.address);
      for (const act of [
        () => desk.accept(slice, PROGRAMME, 0),
        () => own.resume(PROGRAMME),
        () => own.pause(PROGRAMME),
        () => own.withdraw(PROGRAMME),
        () => own.raiseBudget(PROGRAMME, 1),
        () => own.invite(PROGRAMME, [supplier.address], true),
      ])
        await expect(act()).to.be.revertedWithCustomError(earlyDesk, "Early_ProgrammeIsWithdrawn").withArgs(PROGRAMME);
    });

    it("pause stops acceptance at once, until it is resumed", async () => {
      const { earlyDesk, own, desk, obligor, slice } = await load();
      await expect(own.pause(PROGRAMME)).to.emit(earlyDesk, "ProgrammePaused").withArgs(PROGRAMME, obligor.address);
      await expect(desk.accept(slice, PROGRAMME, 0))
        .to.be.revertedWithCustomError(earlyDesk, "Early_ProgrammeIsPaused")
        .withArgs(PROGRAMME);
      await expect(own.resume(PROGRAMME)).to.emit(earlyDesk, "ProgrammeResumed").withArgs(PROGRAMME, obligor.address);
      await desk.accept(slice, PROGRAMME, NET);
    });

    it("the obligor approves the cash by signature and posts in one transaction", async () => {
      const net = await load();
      const { ethers, cny, earlyDesk, own, desk, programme, scale, obligor, supplier, slice } = net;
      await cny.connect(obligor).approve(earlyDesk, 0);
      const spender = await earlyDesk.getAddress();
      const { value, deadline, v, r, s } = await signPermit(net, cny, { owner: obligor, spender, value: NET });
      await own.multicall([
        earlyDesk.interface.encodeFunctionData("permit", [CNY, value, deadline, v, r, s]),
        earlyDesk.interface.encodeFunctionData("post", [programme, scale]),
      ]);
      await expect(desk.accept(slice, 2, NET)).to.changeTokenBalance(ethers, cny, supplier, NET);
    });

    it("a raised budget takes what was too much before", async () => {
      const { earlyDesk, own, desk, obligor, postProgramme, slice } = await load();
      const id = await postProgramme({ budget: NET - 1n });
      await expect(desk.accept(slice, id, 0))
        .to.be.revertedWithCustomError(earlyDesk, "Early_BudgetExceeded")
        .withArgs(id, NET, NET - 1n);
      await expect(own.raiseBudget(id, 1))
        .to.emit(earlyDesk, "ProgrammeBudgetRaised")
        .withArgs(id, obligor.address, NET, 0);
      await desk.accept(slice, id, 0);
      const [{ budget, spent }] = await earlyDesk.programmeOf(id);
      expect([budget, spent]).to.deep.equal([NET, NET]);
    });

    it("only the invited accept a programme that is not for all; an invitation is the organisation's", async () => {
      const net = await load();
      const { ledger, earlyDesk, own, desk, postProgramme, supplier, outsider, slice, today } = net;
      const id = await postProgramme({ forAll: false });
      await expect(desk.accept(slice, id, 0))
        .to.be.revertedWithCustomError(earlyDesk, "Early_NotInvited")
        .withArgs(id, supplier.address);
      await expect(own.invite(id, [outsider.address], true))
        .to.be.revertedWithCustomError(ledger, "Participants_NotAdmitted")
        .withArgs(outsider.address);
      const many = Array.from({ length: 101 }, () => supplier.address);
      await expect(own.invite(id, many, true))
        .to.be.revertedWithCustomError(earlyDesk, "Early_TooManyInvited")
        .withArgs(101, 100);
      await expect(own.invite(id, [supplier.address], true))
        .to.emit(earlyDesk, "HolderInvited")
        .withArgs(id, supplier.address, identityOf(supplier.address), true);
      await own.invite(id, [supplier.address], false);
      expect(await earlyDesk.isInvited(id, supplier.address)).to.equal(false);
      await own.invite(id, many.slice(0, 100), true);
      expect(await earlyDesk.isInvited(id, supplier.address)).to.equal(true);
      await replaceKey(net, supplier, outsider);
      await ledger.moveToSuccessor([slice]);
      await ledger.connect(outsider).setDeskEnabled(earlyDesk, true);
      await earlyDesk.connect(outsider).accept(slice, id, NET);
      expect(today).to.be.lessThan(await todayOf(net));
    });
  });
});
