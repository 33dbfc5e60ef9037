import { expect } from "chai";
import { id as hashOf, ZeroHash } from "ethers";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, ROLE, sliceId, startDay, termsFor, todayOf } from "../../helpers/network.ts";
import { replaceKey } from "../../helpers/replaceKey.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { FLAG, MARK, proposalWord, receivableWord, STATUS } from "../../helpers/words.ts";

const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;
const FACE = 10_000_000n;
const PART = 1_000_000n;
const FAR = 5_000_000_000;
const KIND = { RECEIPT: 0, NOTICE: 1, OTHER: 2 } as const;
const ENTRY = hashOf("entry 1 of the movable-property registry");
const DOCUMENT = hashOf("a delivery receipt");

/** Confirmed, not yet in the registry: the supplier's [0, 9m) and the payee's [9m, 10m). */
async function twoHolders(net: Network) {
  const { ledger, supplier, obligor } = net;
  const terms = await termsFor(net);
  await ledger.connect(supplier).register(terms);
  await ledger.connect(obligor).confirm(supplier.address, terms, 1);
  const id = await idOf(net, terms);
  const [payee, stranger] = net.suppliers;
  if (!payee || !stranger) throw new Error("two companies expected");
  const head = sliceId(id, 0n);
  await ledger.connect(supplier).splitAndTransfer(head, [{ to: payee.address, amount: PART }], 0);
  const dueDay = Number(terms.dueDay);
  return { terms, id, head, part: sliceId(id, FACE - PART), payee, stranger, dueDay, today: await todayOf(net) };
}

describe("Evidence", () => {
  const load = loaderOf(twoHolders);

  describe("recordRegistryEntry", () => {
    it("reverts for everybody but the slice's holder", async () => {
      const { ledger, supplier, obligor, operator, payee, stranger, head, today } = await load();
      for (const who of [obligor, operator, payee, stranger]) {
        await expect(ledger.connect(who).recordRegistryEntry(head, ENTRY, today))
          .to.be.revertedWithCustomError(ledger, "Slices_NotHolder")
          .withArgs(head, who.address, supplier.address);
      }
    });

    it("reverts without a hash and for a day in the future; today and any earlier day are right", async () => {
      const { ledger, supplier, id, head, today } = await load();
      const by = ledger.connect(supplier);
      await expect(by.recordRegistryEntry(head, ZeroHash, today))
        .to.be.revertedWithCustomError(ledger, "Evidence_MissingHash")
        .withArgs(id);
      await expect(by.recordRegistryEntry(head, ENTRY, today + 1))
        .to.be.revertedWithCustomError(ledger, "Evidence_DayInFuture")
        .withArgs(today + 1, today);
      for (const day of [today, 0])
        await expect(by.recordRegistryEntry(head, ENTRY, day)).to.emit(ledger, "RegistryEntryRecorded");
    });

    it("reverts for a suspended holder, an offered slice and a slice that is not there", async () => {
      const { ledger, supplier, cautious, id, head, today } = await load();
      const by = ledger.connect(supplier);
      await ledger.suspend(supplier.address);
      await expect(by.recordRegistryEntry(head, ENTRY, today))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(supplier.address, HOLDING_ROLES, await ledger.participantOf(supplier.address), today);
      await ledger.restore(supplier.address);
      await by.transfer(head, cautious.address, FAR);
      await expect(by.recordRegistryEntry(head, ENTRY, today))
        .to.be.revertedWithCustomError(ledger, "Slices_Busy")
        .withArgs(head, FLAG.RESERVED);
      await expect(by.recordRegistryEntry(sliceId(id, 1n), ENTRY, today))
        .to.be.revertedWithCustomError(ledger, "Slices_Unknown")
        .withArgs(sliceId(id, 1n));
    });

    it("works in the last second before the due day and not on it, in UTC+8", async () => {
      const net = await load();
      const { ledger, supplier, id, head, dueDay } = net;
      const midnight = dueDay * 86_400 - 8 * 3600;
      await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
      await ledger.connect(supplier).recordRegistryEntry(head, ENTRY, dueDay - 1);
      await net.networkHelpers.time.setNextBlockTimestamp(midnight);
      await expect(ledger.connect(supplier).recordRegistryEntry(head, ENTRY, dueDay))
        .to.be.revertedWithCustomError(ledger, "Slices_DueDayReached")
        .withArgs(id, dueDay, dueDay);
    });

    it("marks the receivable; a second entry is added and replaces nothing", async () => {
      const { ledger, supplier, payee, terms, id, head, part, today } = await load();
      const word = receivableWord(terms, BigInt(STATUS.CONFIRMED) | MARK.REGISTRY);
      await expect(ledger.connect(supplier).recordRegistryEntry(head, ENTRY, today - 1))
        .to.emit(ledger, "RegistryEntryRecorded")
        .withArgs(id, supplier.address, ENTRY, today - 1, word);
      expect(await ledger.receivableWordOf(id)).to.equal(word);
      const renewed = hashOf("entry 2");
      await expect(ledger.connect(payee).recordRegistryEntry(part, renewed, today))
        .to.emit(ledger, "RegistryEntryRecorded")
        .withArgs(id, payee.address, renewed, today, word);
      expect(await ledger.receivableWordOf(id)).to.equal(word);
      expect(await ledger.queryFilter(ledger.filters.RegistryEntryRecorded(id))).to.have.length(2);
    });
  });

  describe("appendEvidence", () => {
    it("takes every kind from a holder and from the obligor, and changes no word", async () => {
      const { ledger, payee, obligor, id, part, today } = await load();
      const before = [await ledger.receivableWordOf(id), await ledger.sliceWordOf(part)];
      for (const who of [payee, obligor]) {
        for (const kind of Object.values(KIND)) {
          await expect(ledger.connect(who).appendEvidence(part, kind, DOCUMENT, today))
            .to.emit(ledger, "EvidenceAppended")
            .withArgs(id, who.address, kind, DOCUMENT, today);
        }
      }
      expect([await ledger.receivableWordOf(id), await ledger.sliceWordOf(part)]).to.deep.equal(before);
      expect(await ledger.queryFilter(ledger.filters.EvidenceAppended(id))).to.have.length(6);
    });

    it("reverts for a kind that is none", async () => {
      const net = await load();
      await expect(net.ledger.connect(net.payee).appendEvidence(net.part, 3, DOCUMENT, net.today)).to.be.revert(
        net.ethers,
      );
    });

    it("reverts for who neither holds the slice nor owes it, former holders included", async () => {
      const { ledger, supplier, operator, supervisor, bank, stranger, id, part, today } = await load();
      const nowhere = sliceId(id, 1n);
      for (const who of [supplier, operator, supervisor, bank, stranger]) {
        for (const slice of [part, nowhere]) {
          await expect(ledger.connect(who).appendEvidence(slice, KIND.RECEIPT, DOCUMENT, today))
            .to.be.revertedWithCustomError(ledger, "Evidence_NotParty")
            .withArgs(slice, who.address);
        }
      }
    });

    it("reverts without a hash and for a day in the future", async () => {
      const { ledger, payee, id, part, today } = await load();
      await expect(ledger.connect(payee).appendEvidence(part, KIND.RECEIPT, ZeroHash, today))
        .to.be.revertedWithCustomError(ledger, "Evidence_MissingHash")
        .withArgs(id);
      await expect(ledger.connect(payee).appendEvidence(part, KIND.RECEIPT, DOCUMENT, today + 1))
        .to.be.revertedWithCustomError(ledger, "Evidence_DayInFuture")
        .withArgs(today + 1, today);
    });

    it("reverts for a suspended party", async () => {
      const { ledger, payee, obligor, part, today } = await load();
      for (const who of [payee, obligor]) {
        await ledger.suspend(who.address);
        await expect(ledger.connect(who).appendEvidence(part, KIND.NOTICE, DOCUMENT, today))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(who.address, HOLDING_ROLES, await ledger.participantOf(who.address), today);
      }
    });

    it("reverts before confirmation", async () => {
      const net = await load();
      const { ledger, supplier, obligor, today } = net;
      const terms = await termsFor(net, { number: "INV-2" });
      await ledger.connect(supplier).register(terms);
      const id = await idOf(net, terms);
      for (const who of [supplier, obligor]) {
        await expect(ledger.connect(who).appendEvidence(sliceId(id, 0n), KIND.RECEIPT, DOCUMENT, today))
          .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
          .withArgs(id, proposalWord(terms, 1n, STATUS.REGISTERED));
      }
    });

    it("goes on after the due day and while some slices are paid, and ends with the last", async () => {
      const net = await load();
      const { ledger, settlementDesk, obligor, payee, terms, id, head, part, dueDay } = net;
      const append = (who: typeof payee) => ledger.connect(who).appendEvidence(part, KIND.OTHER, DOCUMENT, dueDay);
      await startDay(net, dueDay);
      await expect(append(payee)).to.emit(ledger, "EvidenceAppended");
      await settlementDesk.connect(obligor).pay(id, [head]);
      for (const who of [payee, obligor]) await expect(append(who)).to.emit(ledger, "EvidenceAppended");
      await settlementDesk.payOut(id, [part]);
      const settled = receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.PAID_INTO);
      for (const who of [payee, obligor])
        await expect(append(who)).to.be.revertedWithCustomError(ledger, "Slices_NotLive").withArgs(id, settled);
    });

    it("takes an obligor's successor and no longer the lost key", async () => {
      const net = await load();
      const { ledger, obligor, outsider, id, part, today } = net;
      await replaceKey(net, obligor, outsider);
      await expect(ledger.connect(outsider).appendEvidence(part, KIND.RECEIPT, DOCUMENT, today))
        .to.emit(ledger, "EvidenceAppended")
        .withArgs(id, outsider.address, KIND.RECEIPT, DOCUMENT, today);
      await expect(ledger.connect(obligor).appendEvidence(part, KIND.RECEIPT, DOCUMENT, today))
        .to.be.revertedWithCustomError(ledger, "Evidence_NotParty")
        .withArgs(part, obligor.address);
    });
  });
});
