import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { authorityOf, GOVERNANCE_DELAY } from "../../helpers/governance.ts";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import { identityOf, type Network, ROLE } from "../../helpers/network.ts";
import { agreeReplacement, NOTICE, replaceKey } from "../../helpers/replaceKey.ts";

const SUSPENDED = 1n << 8n;
const CONSENTS = 2n << 8n;
const REPLACED = 4n << 8n;
const DESKS = 0xffff_ffffn << 16n;
const SUPERVISOR_ROLE = 4n;
const NOBODY = [ZeroAddress, 0n, ZeroAddress];

/** A company with standing consent and a desk, and two accounts that were never admitted. */
async function aCompany(net: Network) {
  const [company] = net.suppliers;
  const all = await net.ethers.getSigners();
  const second = all.at(-1);
  if (!company || !second) throw new Error("a company and a spare account expected");
  expect(await net.ledger.participantOf(second.address)).to.equal(0n);
  return { company, first: net.outsider, second, word: await net.ledger.participantOf(company.address) };
}

/** Gives the operator the supervisor's role as well, as an administrator might, after the delay. */
async function makeOperatorSupervisor(net: Network) {
  const authority = await authorityOf(net);
  const data = authority.interface.encodeFunctionData("grantRole", [SUPERVISOR_ROLE, net.operator.address, 0]);
  await authority.schedule(authority, data, 0);
  await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
  await authority.grantRole(SUPERVISOR_ROLE, net.operator.address, 0);
}

describe("Key replacement", () => {
  const load = loaderOf(aCompany);

  describe("proposeReplacement", () => {
    it("reverts for everybody but the operator", async () => {
      const { ledger, company, supervisor, first } = await load();
      for (const who of [company, supervisor, first]) {
        await expect(ledger.connect(who).proposeReplacement(company.address, first.address))
          .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
          .withArgs(who.address);
      }
    });

    it("reverts for an account that is not admitted", async () => {
      const { ledger, first, second } = await load();
      await expect(ledger.proposeReplacement(first.address, second.address))
        .to.be.revertedWithCustomError(ledger, "Participants_NotAdmitted")
        .withArgs(first.address);
    });

    it("reverts for a successor that is nobody, is the lost account, or was ever admitted", async () => {
      const { ledger, company, bank } = await load();
      await ledger.suspend(bank.address);
      for (const successor of [ZeroAddress, company.address, bank.address]) {
        await expect(ledger.proposeReplacement(company.address, successor))
          .to.be.revertedWithCustomError(ledger, "Replacement_InvalidSuccessor")
          .withArgs(company.address, successor);
      }
    });

    it("records who proposed whom", async () => {
      const { ledger, operator, company, first, word } = await load();
      await expect(ledger.proposeReplacement(company.address, first.address))
        .to.emit(ledger, "ReplacementProposed")
        .withArgs(company.address, first.address, operator.address);
      expect(await ledger.replacementOf(company.address)).to.deep.equal([first.address, 0n, operator.address]);
      expect(await ledger.participantOf(company.address)).to.equal(word);
    });

    it("begins anew when proposed again: what was agreed counts for nothing", async () => {
      const net = await load();
      const { ledger, supervisor, operator, company, first, second } = net;
      await agreeReplacement(net, company, first);
      await net.networkHelpers.time.increase(NOTICE);
      await ledger.proposeReplacement(company.address, second.address);
      expect(await ledger.replacementOf(company.address)).to.deep.equal([second.address, 0n, operator.address]);
      const now = await nextSecond(net);
      await expect(ledger.replaceKey(company.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_NotReady")
        .withArgs(company.address, 0, now);
      await expect(ledger.connect(supervisor).agreeReplacement(company.address, first.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_OtherSuccessor")
        .withArgs(company.address, second.address, first.address);
    });
  });

  describe("agreeReplacement", () => {
    it("reverts for everybody but the supervisor, and where nothing is proposed", async () => {
      const { ledger, operator, supervisor, company, first } = await load();
      await expect(ledger.connect(supervisor).agreeReplacement(company.address, first.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_NotProposed")
        .withArgs(company.address);
      await ledger.proposeReplacement(company.address, first.address);
      for (const who of [operator, company, first]) {
        await expect(ledger.connect(who).agreeReplacement(company.address, first.address))
          .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
          .withArgs(who.address);
      }
    });

    it("reverts for the person who proposed it, even with both offices", async () => {
      const net = await load();
      const { ledger, operator, supervisor, company, first } = net;
      await makeOperatorSupervisor(net);
      await ledger.proposeReplacement(company.address, first.address);
      await expect(ledger.connect(operator).agreeReplacement(company.address, first.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_SamePerson")
        .withArgs(operator.address);
      await expect(ledger.connect(supervisor).agreeReplacement(company.address, first.address)).to.emit(
        ledger,
        "ReplacementAgreed",
      );
    });

    it("begins the notice of seven days", async () => {
      const net = await load();
      const { ledger, operator, supervisor, company, first } = net;
      await ledger.proposeReplacement(company.address, first.address);
      const readyAt = (await nextSecond(net)) + NOTICE;
      await expect(ledger.connect(supervisor).agreeReplacement(company.address, first.address))
        .to.emit(ledger, "ReplacementAgreed")
        .withArgs(company.address, first.address, supervisor.address, readyAt);
      expect(await ledger.replacementOf(company.address)).to.deep.equal([
        first.address,
        BigInt(readyAt),
        operator.address,
      ]);
    });
  });

  describe("vetoReplacement", () => {
    it("reverts where nothing is proposed for the caller", async () => {
      const { ledger, company, first, supplier } = await load();
      await ledger.proposeReplacement(company.address, first.address);
      for (const who of [first, supplier]) {
        await expect(ledger.connect(who).vetoReplacement())
          .to.be.revertedWithCustomError(ledger, "Replacement_NotProposed")
          .withArgs(who.address);
      }
    });

    it("ends the proposal before and after it is agreed, also when ready, and while suspended", async () => {
      const net = await load();
      const { ledger, company, first } = net;
      const agree = () => agreeReplacement(net, company, first);
      const stages = [
        () => ledger.proposeReplacement(company.address, first.address),
        agree,
        async () => {
          await agree();
          await net.networkHelpers.time.increase(2 * NOTICE);
        },
        async () => {
          await agree();
          await ledger.suspend(company.address);
        },
      ];
      for (const reach of stages) {
        await reach();
        await expect(ledger.connect(company).vetoReplacement())
          .to.emit(ledger, "ReplacementVetoed")
          .withArgs(company.address, first.address);
        expect(await ledger.replacementOf(company.address)).to.deep.equal(NOBODY);
        await expect(ledger.replaceKey(company.address))
          .to.be.revertedWithCustomError(ledger, "Replacement_NotProposed")
          .withArgs(company.address);
      }
    });
  });

  describe("replaceKey", () => {
    it("reverts until it is agreed and until the notice is over, and works in that second for anyone", async () => {
      const net = await load();
      const { ledger, company, first, supplier } = net;
      await ledger.proposeReplacement(company.address, first.address);
      const now = await nextSecond(net);
      await expect(ledger.replaceKey(company.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_NotReady")
        .withArgs(company.address, 0, now);
      const readyAt = await agreeReplacement(net, company, first);
      await net.networkHelpers.time.setNextBlockTimestamp(readyAt - 1);
      await expect(ledger.replaceKey(company.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_NotReady")
        .withArgs(company.address, readyAt, readyAt - 1);
      await net.networkHelpers.time.setNextBlockTimestamp(readyAt);
      await expect(ledger.connect(supplier).replaceKey(company.address)).to.emit(ledger, "ParticipantReplaced");
    });

    it("carries over identity, roles and checks, but no consent and no desk", async () => {
      const net = await load();
      const { ledger, company, first, word } = net;
      expect(word & CONSENTS).to.equal(CONSENTS);
      expect(word & DESKS).not.to.equal(0n);
      await agreeReplacement(net, company, first);
      await net.networkHelpers.time.increase(NOTICE);
      const successor = word & ~CONSENTS & ~DESKS;
      await expect(ledger.replaceKey(company.address))
        .to.emit(ledger, "ParticipantReplaced")
        .withArgs(company.address, first.address, word | REPLACED, successor);
      expect(await ledger.participantOf(company.address)).to.equal(word | REPLACED);
      expect(await ledger.participantOf(first.address)).to.equal(successor);
      expect(await ledger.accountOf(identityOf(company.address))).to.equal(first.address);
      expect(await ledger.accountInForce(company.address)).to.equal(first.address);
      expect(await ledger.accountInForce(first.address)).to.equal(first.address);
      expect(await ledger.replacementOf(company.address)).to.deep.equal(NOBODY);
    });

    it("carries a suspension over, which only the operator ends", async () => {
      const net = await load();
      const { ledger, company, first, word } = net;
      await ledger.suspend(company.address);
      await replaceKey(net, company, first);
      const successor = (word & ~CONSENTS & ~DESKS) | SUSPENDED;
      expect(await ledger.participantOf(first.address)).to.equal(successor);
    });

    it("leaves nothing to change at the lost account, and says whose account counts", async () => {
      const net = await load();
      const { ledger, company, first } = net;
      await replaceKey(net, company, first);
      const old = ledger.connect(company);
      for (const attempt of [
        ledger.suspend(company.address),
        ledger.restore(company.address),
        ledger.setRoles(company.address, 1),
        ledger.setKycUntil(company.address, 50_000),
        old.setStandingConsent(true),
        old.setDeskEnabled(net.discountDesk, true),
      ])
        await expect(attempt)
          .to.be.revertedWithCustomError(ledger, "Replacement_AlreadyReplaced")
          .withArgs(company.address, first.address);
    });

    it("lapses thirty days after the notice, to the second", async () => {
      const net = await load();
      const { ledger, company, first, supplier } = net;
      const until = (await agreeReplacement(net, company, first)) + 30 * 86_400;
      const snapshot = await net.networkHelpers.takeSnapshot();
      await net.networkHelpers.time.setNextBlockTimestamp(until);
      await ledger.connect(supplier).replaceKey(company.address);
      await snapshot.restore();
      await net.networkHelpers.time.setNextBlockTimestamp(until + 1);
      await expect(ledger.connect(supplier).replaceKey(company.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_Lapsed")
        .withArgs(company.address, until, until + 1);
    });

    it("can't be done twice, and a replaced account can't be a successor", async () => {
      const net = await load();
      const { ledger, company, supplier, first, second } = net;
      await replaceKey(net, company, first);
      await expect(ledger.replaceKey(company.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_NotProposed")
        .withArgs(company.address);
      await expect(ledger.proposeReplacement(company.address, second.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_AlreadyReplaced")
        .withArgs(company.address, first.address);
      for (const successor of [company, first]) {
        await expect(ledger.proposeReplacement(supplier.address, successor.address))
          .to.be.revertedWithCustomError(ledger, "Replacement_InvalidSuccessor")
          .withArgs(supplier.address, successor.address);
      }
    });

    it("reverts for a stale agreement: the successor was admitted, or took another's place, meanwhile", async () => {
      const net = await load();
      const { ledger, company, supplier, first, second } = net;
      await agreeReplacement(net, company, first);
      await agreeReplacement(net, supplier, second);
      await ledger.proposeReplacement(net.cautious.address, first.address);
      await ledger.connect(net.supervisor).agreeReplacement(net.cautious.address, first.address);
      await ledger.admit(second.address, identityOf("a newcomer"), ROLE.SUPPLIER, 40_000);
      await net.networkHelpers.time.increase(NOTICE);
      await expect(ledger.replaceKey(supplier.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_InvalidSuccessor")
        .withArgs(supplier.address, second.address);
      await ledger.replaceKey(company.address);
      await expect(ledger.replaceKey(net.cautious.address))
        .to.be.revertedWithCustomError(ledger, "Replacement_InvalidSuccessor")
        .withArgs(net.cautious.address, first.address);
    });

    it("points through a chain of two to the last", async () => {
      const net = await load();
      const { ledger, company, first, second, word } = net;
      await replaceKey(net, company, first);
      await ledger.connect(first).setStandingConsent(true);
      await replaceKey(net, first, second);
      for (const account of [company, first, second])
        expect(await ledger.accountInForce(account.address)).to.equal(second.address);
      expect(await ledger.accountOf(identityOf(company.address))).to.equal(second.address);
      expect(await ledger.participantOf(second.address)).to.equal(word & ~CONSENTS & ~DESKS);
      expect(await ledger.participantOf(company.address)).to.equal(word | REPLACED);
    });
  });
});
