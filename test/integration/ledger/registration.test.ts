import { expect } from "chai";
import { ZeroHash } from "ethers";
import { loaderOf } from "../../helpers/loader.ts";
import { identityOf, type Network, ROLE, startDay, termsFor, todayOf } from "../../helpers/network.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { commitmentOf, proposalWord, STATUS } from "../../helpers/words.ts";

const WRONG_AMOUNT = 2;

async function invoice(net: Network) {
  const terms = await termsFor(net);
  return { terms, id: await idOf(net, terms), today: await todayOf(net) };
}

describe("Registration", () => {
  const load = loaderOf(invoice);

  describe("register", () => {
    it("reverts for an invoice to oneself", async () => {
      const { ledger, supplier, terms } = await load();
      await expect(ledger.connect(supplier).register({ ...terms, obligor: supplier.address }))
        .to.be.revertedWithCustomError(ledger, "Receivables_ToSelf")
        .withArgs(supplier.address);
    });

    it("reverts without the invoice's key or the document's root", async () => {
      const { ledger, supplier, terms } = await load();
      for (const missing of [{ invoiceKey: ZeroHash }, { documentRoot: ZeroHash }]) {
        const given = { ...terms, ...missing };
        await expect(ledger.connect(supplier).register(given))
          .to.be.revertedWithCustomError(ledger, "Receivables_MissingHash")
          .withArgs(given.invoiceKey, given.documentRoot);
      }
    });

    it("reverts in a currency that the rulebook does not know", async () => {
      const { ledger, supplier, terms } = await load();
      for (const currency of [0, 3]) {
        await expect(ledger.connect(supplier).register({ ...terms, currency }))
          .to.be.revertedWithCustomError(ledger, "Rulebook_CurrencyUnknown")
          .withArgs(currency);
      }
    });

    it("reverts for a face below the smallest slice, zero included", async () => {
      const { ledger, supplier, terms } = await load();
      for (const face of [0, 99]) {
        await expect(ledger.connect(supplier).register({ ...terms, face }))
          .to.be.revertedWithCustomError(ledger, "Receivables_FaceTooSmall")
          .withArgs(face, 100);
      }
      await ledger.connect(supplier).register({ ...terms, face: 100 });
    });

    it("reverts for a due day that is not after today, or beyond a year", async () => {
      const { ledger, supplier, terms, today } = await load();
      for (const dueDay of [0, today - 1, today, today + 366]) {
        await expect(ledger.connect(supplier).register({ ...terms, dueDay }))
          .to.be.revertedWithCustomError(ledger, "Receivables_TenorOutOfRange")
          .withArgs(dueDay, today, 365);
      }
      await ledger.connect(supplier).register({ ...terms, dueDay: today + 365 });
    });

    it("reverts for a caller that is no supplier in good standing", async () => {
      const { ledger, outsider, bank, operator, terms, today } = await load();
      for (const who of [outsider, bank, operator]) {
        await expect(ledger.connect(who).register(terms))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(who.address, ROLE.SUPPLIER, await ledger.participantOf(who.address), today);
      }
    });

    it("reverts for a buyer that is not admitted, no obligor, or suspended", async () => {
      const { ledger, supplier, outsider, bank, obligor, terms, today } = await load();
      await ledger.suspend(obligor.address);
      for (const who of [outsider, bank, obligor]) {
        await expect(ledger.connect(supplier).register({ ...terms, obligor: who.address }))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(who.address, ROLE.OBLIGOR, await ledger.participantOf(who.address), today);
      }
    });

    it("reverts the day after the supplier's checks expired", async () => {
      const net = await load();
      const { ledger, outsider, terms, today } = net;
      await ledger.admit(outsider.address, identityOf("short-lived"), ROLE.SUPPLIER, today);
      await ledger.connect(outsider).register(terms);
      await startDay(net, today + 1);
      await expect(ledger.connect(outsider).register({ ...terms, dueDay: today + 2 }))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(outsider.address, ROLE.SUPPLIER, await ledger.participantOf(outsider.address), today + 1);
    });

    it("reverts for the same invoice a second time, whatever the amount", async () => {
      const { ledger, supplier, terms, id } = await load();
      await ledger.connect(supplier).register(terms);
      for (const again of [terms, { ...terms, face: 5_000 }]) {
        await expect(ledger.connect(supplier).register(again))
          .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
          .withArgs(id, STATUS.REGISTERED);
      }
    });

    it("reverts for an invoice that was ever confirmed", async () => {
      const { ledger, supplier, obligor, terms, id } = await load();
      await ledger.connect(supplier).register(terms);
      await ledger.connect(obligor).confirm(supplier.address, terms, 1);
      await expect(ledger.connect(supplier).register(terms))
        .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
        .withArgs(id, STATUS.CONFIRMED);
    });

    it("stores a hash of the terms and says the terms", async () => {
      const { ledger, supplier, obligor, terms, id } = await load();
      const word = proposalWord(terms, 1n, STATUS.REGISTERED);
      const { invoiceKey, face, dueDay, currency, documentRoot } = terms;
      await expect(ledger.connect(supplier).register(terms))
        .to.emit(ledger, "ReceivableRegistered")
        .withArgs(id, obligor.address, supplier.address, invoiceKey, face, dueDay, currency, documentRoot, word);
      expect(await ledger.receivableWordOf(id)).to.equal(word);
      expect(await ledger.balanceOf(supplier.address)).to.equal(0);
    });

    it("keeps the same number of two suppliers apart", async () => {
      const { ledger, supplier, cautious, terms } = await load();
      await ledger.connect(supplier).register(terms);
      await ledger.connect(cautious).register(terms);
    });
  });

  describe("refuse", () => {
    it("reverts for everybody but the obligor", async () => {
      const { ledger, supplier, outsider, obligor, terms } = await load();
      await ledger.connect(supplier).register(terms);
      for (const who of [supplier, outsider]) {
        await expect(ledger.connect(who).refuse(supplier.address, terms, WRONG_AMOUNT))
          .to.be.revertedWithCustomError(ledger, "Receivables_NotObligor")
          .withArgs(who.address, obligor.address);
      }
    });

    it("reverts for terms that are not the registered ones", async () => {
      const { ledger, supplier, obligor, terms, id } = await load();
      await ledger.connect(supplier).register(terms);
      const other = { ...terms, face: 10_000_001n };
      const hash = (value: bigint) => `0x${value.toString(16).padStart(64, "0")}`;
      await expect(ledger.connect(obligor).refuse(supplier.address, other, WRONG_AMOUNT))
        .to.be.revertedWithCustomError(ledger, "Receivables_TermsDiffer")
        .withArgs(id, hash(commitmentOf(terms)), hash(commitmentOf(other)));
    });

    it("reverts for an obligor that is suspended", async () => {
      const { ledger, supplier, obligor, terms, today } = await load();
      await ledger.connect(supplier).register(terms);
      await ledger.suspend(obligor.address);
      await expect(ledger.connect(obligor).refuse(supplier.address, terms, WRONG_AMOUNT))
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(obligor.address, ROLE.OBLIGOR, await ledger.participantOf(obligor.address), today);
    });

    it("ends the registration, which the creditor may begin anew", async () => {
      const { ledger, supplier, obligor, terms, id } = await load();
      await ledger.connect(supplier).register(terms);
      await expect(ledger.connect(obligor).refuse(supplier.address, terms, WRONG_AMOUNT))
        .to.emit(ledger, "ReceivableRefused")
        .withArgs(id, obligor.address, WRONG_AMOUNT, proposalWord(terms, 1n, STATUS.REFUSED));
      await expect(ledger.connect(obligor).confirm(supplier.address, terms, 1))
        .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
        .withArgs(id, STATUS.REFUSED);
      const corrected = { ...terms, face: 9_000_000n };
      await ledger.connect(supplier).register(corrected);
      expect(await ledger.receivableWordOf(id)).to.equal(proposalWord(corrected, 2n, STATUS.REGISTERED));
    });
  });

  describe("cancel", () => {
    it("reverts for everybody but the creditor: another's invoice has another id", async () => {
      const { ledger, supplier, cautious, obligor, terms } = await load();
      await ledger.connect(supplier).register(terms);
      for (const who of [cautious, obligor]) {
        await expect(ledger.connect(who).cancel(terms)).to.be.revertedWithCustomError(ledger, "Receivables_StatusIs");
      }
    });

    it("reverts for an invoice that is not registered", async () => {
      const { ledger, supplier, terms, id } = await load();
      await expect(ledger.connect(supplier).cancel(terms))
        .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
        .withArgs(id, STATUS.NONE);
    });

    it("takes the invoice back, even a lapsed one, which may then be registered with a new due day", async () => {
      const net = await load();
      const { ledger, supplier, terms, id, today } = net;
      await ledger.connect(supplier).register(terms);
      await startDay(net, Number(terms.dueDay));
      await expect(ledger.connect(supplier).cancel(terms))
        .to.emit(ledger, "ReceivableCancelled")
        .withArgs(id, supplier.address, proposalWord(terms, 1n, STATUS.CANCELLED));
      await ledger.connect(supplier).register({ ...terms, dueDay: today + 120 });
    });
  });
});
