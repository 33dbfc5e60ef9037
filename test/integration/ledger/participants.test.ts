import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { authorityOf } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { identityOf, type Network, ROLE, termsFor, todayOf } from "../../helpers/network.ts";

const KYC_UNTIL = 30_000;
const SUSPENDED = 1n << 8n;
const CONSENTS = 2n << 8n;

function withKycUntil(word: bigint, day: number): bigint {
  return (word & ~(0xffffn << 48n)) | (BigInt(day) << 48n);
}

async function newcomer(net: Network) {
  return { identity: identityOf("a newcomer"), account: net.outsider.address, terms: await termsFor(net) };
}

describe("Participants", () => {
  const load = loaderOf(newcomer);

  describe("admit", () => {
    it("reverts for an empty account, identity or role", async () => {
      const { ledger, account, identity } = await load();
      const noIdentity = `0x${"00".repeat(20)}`;
      const invalid = [
        [ZeroAddress, identity, ROLE.SUPPLIER],
        [account, noIdentity, ROLE.SUPPLIER],
        [account, identity, 0],
      ] as const;
      for (const [who, what, roles] of invalid) {
        await expect(ledger.admit(who, what, roles, KYC_UNTIL))
          .to.be.revertedWithCustomError(ledger, "Participants_InvalidAdmission")
          .withArgs(who, what, roles);
      }
    });

    it("reverts for an account that is admitted", async () => {
      const { ledger, supplier, identity } = await load();
      await expect(ledger.admit(supplier.address, identity, ROLE.SUPPLIER, KYC_UNTIL))
        .to.be.revertedWithCustomError(ledger, "Participants_AlreadyAdmitted")
        .withArgs(supplier.address);
    });

    it("reverts for an organisation that is admitted under another account", async () => {
      const { ledger, supplier, account } = await load();
      const identity = identityOf(supplier.address);
      await expect(ledger.admit(account, identity, ROLE.SUPPLIER, KYC_UNTIL))
        .to.be.revertedWithCustomError(ledger, "Participants_IdentityTaken")
        .withArgs(identity, supplier.address);
    });

    it("reverts for everybody but the operator", async () => {
      const { ledger, account, identity, ...others } = await load();
      for (const who of [others.outsider, others.supplier, others.bank, others.obligor]) {
        await expect(ledger.connect(who).admit(account, identity, ROLE.SUPPLIER, KYC_UNTIL))
          .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
          .withArgs(who.address);
      }
    });

    it("records the organisation", async () => {
      const { ledger, operator, account, identity } = await load();
      const word = BigInt(ROLE.SUPPLIER) | (BigInt(KYC_UNTIL) << 48n) | (BigInt(identity) << 64n);
      await expect(ledger.admit(account, identity, ROLE.SUPPLIER, KYC_UNTIL))
        .to.emit(ledger, "ParticipantAdmitted")
        .withArgs(account, identity, operator.address, word);
      expect(await ledger.participantOf(account)).to.equal(word);
      expect(await ledger.accountOf(identity)).to.equal(account);
    });
  });

  describe("suspend and restore", () => {
    it("reverts for an account that is not admitted", async () => {
      const { ledger, account } = await load();
      for (const call of [ledger.suspend(account), ledger.restore(account)]) {
        await expect(call).to.be.revertedWithCustomError(ledger, "Participants_NotAdmitted").withArgs(account);
      }
    });

    it("reverts for everybody but the operator", async () => {
      const { ledger, obligor, supplier } = await load();
      const stranger = ledger.connect(supplier);
      for (const call of [stranger.suspend(obligor.address), stranger.restore(obligor.address)]) {
        await expect(call)
          .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
          .withArgs(supplier.address);
      }
    });

    it("keeps a suspended company from acting until it is restored", async () => {
      const net = await load();
      const { ledger, operator, supplier, terms } = net;
      const before = await ledger.participantOf(supplier.address);
      await expect(ledger.suspend(supplier.address))
        .to.emit(ledger, "ParticipantSuspended")
        .withArgs(supplier.address, operator.address, before | SUSPENDED);
      await expect(ledger.connect(supplier).register(terms))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(supplier.address, ROLE.SUPPLIER, before | SUSPENDED, await todayOf(net));
      await expect(ledger.restore(supplier.address))
        .to.emit(ledger, "ParticipantRestored")
        .withArgs(supplier.address, operator.address, before);
      await ledger.connect(supplier).register(terms);
    });
  });

  describe("setRoles", () => {
    it("reverts for no role and for a bit that is none", async () => {
      const { ledger, supplier } = await load();
      for (const roles of [0, 32, ROLE.SUPPLIER | 128]) {
        await expect(ledger.setRoles(supplier.address, roles))
          .to.be.revertedWithCustomError(ledger, "Participants_InvalidRoles")
          .withArgs(supplier.address, roles);
      }
    });

    it("reverts for an account that is not admitted, and for everybody but the operator", async () => {
      const { ledger, supplier, supervisor, account } = await load();
      await expect(ledger.setRoles(account, ROLE.SUPPLIER))
        .to.be.revertedWithCustomError(ledger, "Participants_NotAdmitted")
        .withArgs(account);
      for (const who of [supplier, supervisor]) {
        await expect(ledger.connect(who).setRoles(supplier.address, ROLE.BANK))
          .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
          .withArgs(who.address);
      }
    });

    it("exchanges the roles and leaves checks, consent, desks and identity as they are", async () => {
      const net = await load();
      const { ledger, operator, suppliers, terms } = net;
      const [company] = suppliers;
      if (!company) throw new Error("a company expected");
      const word = (await ledger.participantOf(company.address)) - BigInt(ROLE.SUPPLIER) + BigInt(ROLE.BANK);
      await expect(ledger.setRoles(company.address, ROLE.BANK))
        .to.emit(ledger, "RolesSet")
        .withArgs(company.address, operator.address, word);
      expect(await ledger.participantOf(company.address)).to.equal(word);
      await expect(ledger.connect(company).register(terms))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(company.address, ROLE.SUPPLIER, word, await todayOf(net));
      await ledger.setRoles(company.address, ROLE.SUPPLIER | ROLE.OPERATOR);
      await expect(ledger.connect(company).register(terms)).to.emit(ledger, "ReceivableRegistered");
    });
  });

  describe("setKycUntil", () => {
    it("reverts for an account that is not admitted, and for everybody but the operator", async () => {
      const { ledger, supplier, supervisor, account } = await load();
      await expect(ledger.setKycUntil(account, KYC_UNTIL))
        .to.be.revertedWithCustomError(ledger, "Participants_NotAdmitted")
        .withArgs(account);
      for (const who of [supplier, supervisor]) {
        await expect(ledger.connect(who).setKycUntil(supplier.address, KYC_UNTIL))
          .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
          .withArgs(who.address);
      }
    });

    it("shortens and renews; the last day still counts, to its last second in UTC+8", async () => {
      const net = await load();
      const { ledger, operator, supplier, terms } = net;
      const today = await todayOf(net);
      const word = withKycUntil(await ledger.participantOf(supplier.address), today);
      await expect(ledger.setKycUntil(supplier.address, today))
        .to.emit(ledger, "KycUntilSet")
        .withArgs(supplier.address, operator.address, word);
      expect(await ledger.participantOf(supplier.address)).to.equal(word);
      const midnight = (today + 1) * 86_400 - 8 * 3600;
      await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
      await ledger.connect(supplier).register(terms);
      await net.networkHelpers.time.setNextBlockTimestamp(midnight);
      await expect(ledger.connect(supplier).cancel(terms))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(supplier.address, ROLE.SUPPLIER, word, today + 1);
      await ledger.setKycUntil(supplier.address, today + 1);
      await expect(ledger.connect(supplier).cancel(terms)).to.emit(ledger, "ReceivableCancelled");
    });
  });

  describe("setStandingConsent", () => {
    it("reverts for an account that is not admitted", async () => {
      const { ledger, outsider } = await load();
      await expect(ledger.connect(outsider).setStandingConsent(true))
        .to.be.revertedWithCustomError(ledger, "Participants_NotAdmitted")
        .withArgs(outsider.address);
    });

    it("gives and withdraws consent", async () => {
      const { ledger, cautious } = await load();
      const before = await ledger.participantOf(cautious.address);
      await expect(ledger.connect(cautious).setStandingConsent(true))
        .to.emit(ledger, "StandingConsentSet")
        .withArgs(cautious.address, true, before | CONSENTS);
      await expect(ledger.connect(cautious).setStandingConsent(false))
        .to.emit(ledger, "StandingConsentSet")
        .withArgs(cautious.address, false, before);
    });
  });

  describe("setDeskEnabled", () => {
    it("reverts for something that is no desk", async () => {
      const { ledger, supplier, account } = await load();
      await expect(ledger.connect(supplier).setDeskEnabled(account, true))
        .to.be.revertedWithCustomError(ledger, "Rulebook_DeskUnknown")
        .withArgs(account);
    });

    it("reverts for an account that is not admitted", async () => {
      const { ledger, outsider, discountDesk } = await load();
      await expect(ledger.connect(outsider).setDeskEnabled(discountDesk, true))
        .to.be.revertedWithCustomError(ledger, "Participants_NotAdmitted")
        .withArgs(outsider.address);
    });

    it("sets and clears the desk's bit", async () => {
      const { ledger, bank, settlementDesk } = await load();
      const desk = await settlementDesk.getAddress();
      const { index } = await ledger.deskOf(desk);
      const before = await ledger.participantOf(bank.address);
      await expect(ledger.connect(bank).setDeskEnabled(desk, true))
        .to.emit(ledger, "DeskEnabledSet")
        .withArgs(bank.address, desk, true, before | (1n << (16n + index)));
      await expect(ledger.connect(bank).setDeskEnabled(desk, false))
        .to.emit(ledger, "DeskEnabledSet")
        .withArgs(bank.address, desk, false, before);
    });
  });

  it("asks the AccessManager that was named at deployment", async () => {
    const net = await load();
    expect(await net.ledger.authority()).to.equal(await (await authorityOf(net)).getAddress());
  });
});
