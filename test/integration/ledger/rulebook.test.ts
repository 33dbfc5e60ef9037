import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import {
  Authority__factory,
  ILedger__factory,
  Ledger__factory,
  Registrar__factory,
  SliceMetadata__factory,
  TestToken__factory,
} from "../../../types/contracts/index.js";
import { admitDesk, authorityOf, DECISION, GOVERNANCE_DELAY, govern } from "../../helpers/governance.ts";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, termsFor } from "../../helpers/network.ts";
import { NEXT_POLICY } from "../../helpers/policy.ts";

const FINANCE = 1;
const SETTLE = 2;
const LAST_DESK = 31;
const LAST_CURRENCY = 255;

/** A rulebook whose governor need not wait, beside the network's own. */
async function impatientLedger({ ledger, operator, cny }: Network) {
  const authority = await new Authority__factory(operator).deploy(operator.address);
  const metadata = await new SliceMetadata__factory(operator).deploy();
  const registrar = await new Registrar__factory(operator).deploy(metadata, await ledger.probe());
  const deployed = await new Ledger__factory(operator).deploy(authority, registrar, metadata);
  const own = ILedger__factory.connect(await deployed.getAddress(), operator);
  const code = encodeBytes32String("CNY").slice(0, 8);
  const currency = { token: await cny.getAddress(), tokenDecimals: 0, minorDigits: 2, dayCount: 0, dayBase: 360, code };
  return { own, currency };
}

describe("Rulebook", () => {
  const load = loaderOf(impatientLedger);

  describe("announced changes", () => {
    it("revert when they were not announced", async () => {
      const { ledger, operator, outsider, currency } = await load();
      const calls = [
        ledger.admitDesk.populateTransaction(outsider.address, FINANCE, DECISION),
        ledger.addPolicy.populateTransaction(NEXT_POLICY, DECISION),
        ledger.addCurrency.populateTransaction(currency, DECISION),
      ];
      const authority = Authority__factory.connect(await ledger.authority(), operator);
      for (const call of calls) {
        const { data } = await call;
        const id = await authority.hashOperation(operator.address, ledger, data);
        await expect(operator.sendTransaction(await call))
          .to.be.revertedWithCustomError(authority, "AccessManagerNotScheduled")
          .withArgs(id);
      }
    });

    it("revert before their time, and take effect after it", async () => {
      const net = await load();
      const { ledger, operator, outsider } = net;
      const authority = await authorityOf(net);
      const data = ledger.interface.encodeFunctionData("admitDesk", [outsider.address, SETTLE, DECISION]);
      await authority.schedule(ledger, data, 0);
      await net.networkHelpers.time.increase(GOVERNANCE_DELAY - 60);
      const admit = () => ledger.admitDesk(outsider.address, SETTLE, DECISION);
      await expect(admit()).to.be.revertedWithCustomError(authority, "AccessManagerNotReady");
      await net.networkHelpers.time.increase(60);
      await expect(authority.execute(ledger, data))
        .to.be.revertedWithCustomError(ledger, "Rulebook_CallerUnknown")
        .withArgs(await authority.getAddress());
      await expect(admit())
        .to.emit(ledger, "DeskAdmitted")
        .withArgs(6, outsider.address, operator.address, DECISION, SETTLE);
      expect(await ledger.deskOf(outsider.address)).to.deep.equal([6n, BigInt(SETTLE)]);
    });

    it("revert for everybody but the governor", async () => {
      const { ledger, supplier, currency } = await load();
      const stranger = ledger.connect(supplier);
      const desk = await ledger.getAddress();
      const calls = [
        stranger.addPolicy(NEXT_POLICY, DECISION),
        stranger.addCurrency(currency, DECISION),
        stranger.admitDesk(desk, FINANCE, DECISION),
        stranger.removeDesk(desk, DECISION),
      ];
      for (const call of calls) {
        await expect(call)
          .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
          .withArgs(supplier.address);
      }
    });
  });

  describe("addPolicy", () => {
    it("reverts for unsound rules", async () => {
      const { own } = await load();
      const unsound: Partial<typeof NEXT_POLICY>[] = [
        { tenorHardDays: 0, tenorSoftDays: 0 },
        { tenorSoftDays: 121 },
        { minSlice: 0 },
        { maxSlices: 0 },
        { utcOffsetHours: -13 },
        { utcOffsetHours: 15 },
      ];
      for (const change of unsound) {
        await expect(own.addPolicy({ ...NEXT_POLICY, ...change }, DECISION))
          .to.be.revertedWithCustomError(own, "Rulebook_PolicyInvalid")
          .withArgs(1);
      }
    });

    it("reverts when it would begin in the past, or not after the last one", async () => {
      const net = await load();
      const { own } = net;
      const now = await nextSecond(net);
      await expect(own.addPolicy({ ...NEXT_POLICY, effectiveFrom: now - 1 }, DECISION))
        .to.be.revertedWithCustomError(own, "Rulebook_PolicyInPast")
        .withArgs(now - 1, now);
      const later = now + 1_000;
      await own.addPolicy({ ...NEXT_POLICY, effectiveFrom: later }, DECISION);
      await expect(own.addPolicy({ ...NEXT_POLICY, effectiveFrom: later }, DECISION))
        .to.be.revertedWithCustomError(own, "Rulebook_PolicyInPast")
        .withArgs(later, later + 1);
    });

    it("supersedes the last version from its own first second", async () => {
      const net = await load();
      const { own } = net;
      await own.addPolicy(NEXT_POLICY, DECISION);
      const later = (await net.networkHelpers.time.latest()) + 1_000;
      await expect(own.addPolicy({ ...NEXT_POLICY, effectiveFrom: later, supersededAt: 7 }, DECISION)).to.emit(
        own,
        "PolicyAdded",
      );
      expect((await own.policyOf(1)).supersededAt).to.equal(later);
      expect((await own.policyOf(2)).supersededAt).to.equal(0);
      expect((await own.policyOf(2)).effectiveFrom).to.equal(later);
      expect(await own.latestPolicy()).to.equal(2);
    });

    it("lets an invoice be confirmed only under the version in force", async () => {
      const net = await load();
      const { ledger, obligor, supplier } = net;
      const terms = await termsFor(net);
      await ledger.connect(supplier).register(terms);
      const confirm = (policy: number) => ledger.connect(obligor).confirm(supplier.address, terms, policy);
      let now = await nextSecond(net);
      await expect(confirm(2)).to.be.revertedWithCustomError(ledger, "Rulebook_PolicyNotInForce").withArgs(2, now);
      const from = now + GOVERNANCE_DELAY + 3_600;
      await govern(
        net,
        ledger.interface.encodeFunctionData("addPolicy", [{ ...NEXT_POLICY, effectiveFrom: from }, DECISION]),
      );
      now = await nextSecond(net);
      await expect(confirm(2)).to.be.revertedWithCustomError(ledger, "Rulebook_PolicyNotInForce").withArgs(2, now);
      await net.networkHelpers.time.setNextBlockTimestamp(from);
      await expect(confirm(1)).to.be.revertedWithCustomError(ledger, "Rulebook_PolicyNotInForce").withArgs(1, from);
      await net.networkHelpers.time.setNextBlockTimestamp(from + 1);
      await expect(confirm(2)).to.emit(ledger, "ReceivableConfirmed");
    });

    it("leaves a receivable under the version it was confirmed under", async () => {
      const net = await load();
      const { ledger, supplier } = net;
      const { id, slice } = await confirmedReceivable(net);
      await govern(
        net,
        ledger.interface.encodeFunctionData("addPolicy", [{ ...NEXT_POLICY, minSlice: 9_000_000 }, DECISION]),
      );
      await ledger.connect(supplier).split(slice, [20_000]);
      expect(BigInt.asUintN(16, (await ledger.receivableWordOf(id)) >> 8n)).to.equal(1);
    });
  });

  describe("addCurrency", () => {
    it("reverts for a token that cannot pay the minor unit, or an odd year", async () => {
      const { own, operator, currency } = await load();
      const coarse = await new TestToken__factory(operator).deploy("Coarse", "C", 0);
      const fine = await new TestToken__factory(operator).deploy("Fine", "F", 37);
      const cases = [
        [{ ...currency, token: await coarse.getAddress() }, 0],
        [{ ...currency, token: await fine.getAddress() }, 37],
        [{ ...currency, dayBase: 364 }, 2],
      ] as const;
      for (const [added, decimals] of cases) {
        await expect(own.addCurrency(added, DECISION))
          .to.be.revertedWithCustomError(own, "Rulebook_CurrencyInvalid")
          .withArgs(added.token, decimals, added.minorDigits, added.dayBase);
      }
    });

    it("reverts for an unknown index on reading", async () => {
      const { ledger } = await load();
      for (const index of [0, 3]) {
        await expect(ledger.currencyOf(index))
          .to.be.revertedWithCustomError(ledger, "Rulebook_CurrencyUnknown")
          .withArgs(index);
      }
    });

    it("reads the decimals from the token, whatever was given, until the table is full", async () => {
      const { own, operator, eur, currency } = await load();
      const added = { ...currency, token: await eur.getAddress(), tokenDecimals: 9 };
      await expect(own.addCurrency(added, DECISION))
        .to.emit(own, "CurrencyAdded")
        .withArgs(1, operator.address, DECISION, [added.token, 6n, 2n, 0n, 360n, currency.code]);
      for (let index = 2; index <= LAST_CURRENCY; index++) await own.addCurrency(currency, DECISION);
      await expect(own.addCurrency(currency, DECISION))
        .to.be.revertedWithCustomError(own, "Rulebook_TablesFull")
        .withArgs();
    });
  });

  describe("admitDesk and removeDesk", () => {
    it("reverts for a desk that is known, even a removed one", async () => {
      const { own, outsider } = await load();
      await own.admitDesk(outsider.address, FINANCE, DECISION);
      await own.removeDesk(outsider.address, DECISION);
      await expect(own.admitDesk(outsider.address, FINANCE, DECISION))
        .to.be.revertedWithCustomError(own, "Rulebook_DeskKnown")
        .withArgs(outsider.address);
    });

    it("reverts for the removal of something that is no desk", async () => {
      const { ledger, outsider } = await load();
      await expect(ledger.removeDesk(outsider.address, DECISION))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskUnknown")
        .withArgs(outsider.address);
    });

    it("reverts when all 31 indices are taken", async () => {
      const { own, outsider } = await load();
      for (let i = 1; i <= LAST_DESK; i++)
        await own.admitDesk(`0x${i.toString(16).padStart(40, "0")}`, FINANCE, DECISION);
      await expect(own.admitDesk(outsider.address, FINANCE, DECISION))
        .to.be.revertedWithCustomError(own, "Rulebook_TablesFull")
        .withArgs();
    });

    it("removes at once, and keeps the index", async () => {
      const net = await load();
      const { ledger, operator, bank } = net;
      await admitDesk(net, bank.address, FINANCE | SETTLE);
      await expect(ledger.removeDesk(bank.address, DECISION))
        .to.emit(ledger, "DeskRemoved")
        .withArgs(6, bank.address, operator.address, DECISION);
      expect(await ledger.deskOf(bank.address)).to.deep.equal([6n, 0n]);
    });
  });
});
