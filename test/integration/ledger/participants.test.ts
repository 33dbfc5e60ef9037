import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { authorityOf } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { identityOf, type Network, ROLE, termsFor, todayOf } from "../../helpers/network.ts";

const KYC_UNTIL = 30_000;
const SUSPENDED = 1n << 8n;
const CONSENTS = 2n << 8n;

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
