import { expect } from "chai";
import { id as hashOf } from "ethers";
import type { TermsStruct } from "../../../types/contracts/interfaces/ILedger.js";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, ROLE, termsFor, todayOf } from "../../helpers/network.ts";
import { idOf, signConfirmation } from "../../helpers/signConfirmation.ts";
import { commitmentOf, proposalWord, receivableWord, STATUS } from "../../helpers/words.ts";

const UNKNOWN_INVOICE = 1;

async function registered(net: Network) {
  const terms = await termsFor(net);
  await net.ledger.connect(net.supplier).register(terms);
  const corrected = { ...terms, face: 9_000_000n, documentRoot: hashOf("the corrected document") };
  return { terms, corrected, id: await idOf(net, terms) };
}

function hash(terms: TermsStruct): string {
  return `0x${commitmentOf(terms).toString(16).padStart(64, "0")}`;
}

describe("Correction of a registration", () => {
  const load = loaderOf(registered);

  it("cancels and registers anew under the same id, in the next round", async () => {
    const { ledger, supplier, obligor, terms, corrected, id } = await load();
    expect(await ledger.connect(supplier).correct.staticCall(terms, corrected)).to.equal(id);
    const { invoiceKey, face, dueDay, currency, documentRoot } = corrected;
    const word = proposalWord(corrected, 2n, STATUS.REGISTERED);
    await expect(ledger.connect(supplier).correct(terms, corrected))
      .to.emit(ledger, "ReceivableCancelled")
      .withArgs(id, supplier.address, proposalWord(terms, 1n, STATUS.CANCELLED))
      .and.to.emit(ledger, "ReceivableRegistered")
      .withArgs(id, obligor.address, supplier.address, invoiceKey, face, dueDay, currency, documentRoot, word);
    expect(await ledger.receivableWordOf(id)).to.equal(word);
  });

  it("changes any one of amount, due day, currency and document; the obligor confirms the new terms only", async () => {
    const net = await load();
    const { ledger, supplier, obligor, terms, id } = net;
    const changes = [
      { face: 1n + BigInt(terms.face) },
      { dueDay: Number(terms.dueDay) - 1 },
      { currency: 2 },
      { documentRoot: terms.invoiceKey },
    ];
    for (const change of changes) {
      const snapshot = await net.networkHelpers.takeSnapshot();
      const other = { ...terms, ...change };
      await ledger.connect(supplier).correct(terms, other);
      await expect(ledger.connect(obligor).confirm(supplier.address, terms, 1))
        .to.be.revertedWithCustomError(ledger, "Receivables_TermsDiffer")
        .withArgs(id, hash(other), hash(terms));
      await ledger.connect(obligor).confirm(supplier.address, other, 1);
      expect(await ledger.receivableWordOf(id)).to.equal(receivableWord(other, STATUS.CONFIRMED));
      await snapshot.restore();
    }
  });

  it("reverts for another invoice and for another obligor, and leaves the first registered", async () => {
    const net = await load();
    const { ledger, supplier, bank, terms, id } = net;
    await ledger.setRoles(bank.address, ROLE.OBLIGOR | ROLE.BANK);
    const others = [
      { ...terms, invoiceKey: hashOf("INV-2") },
      { ...terms, obligor: bank.address },
    ];
    for (const other of others) {
      await expect(ledger.connect(supplier).correct(terms, other))
        .to.be.revertedWithCustomError(ledger, "Receivables_OtherInvoice")
        .withArgs(id, await idOf(net, other));
      expect(await ledger.receivableWordOf(await idOf(net, other))).to.equal(0);
    }
    expect(await ledger.receivableWordOf(id)).to.equal(proposalWord(terms, 1n, STATUS.REGISTERED));
  });

  it("reverts for terms that are not the registered ones, and for new ones that break the rules", async () => {
    const net = await load();
    const { ledger, supplier, terms, corrected, id } = net;
    await expect(ledger.connect(supplier).correct(corrected, terms))
      .to.be.revertedWithCustomError(ledger, "Receivables_TermsDiffer")
      .withArgs(id, hash(terms), hash(corrected));
    await expect(ledger.connect(supplier).correct(terms, { ...terms, face: 99n }))
      .to.be.revertedWithCustomError(ledger, "Receivables_FaceTooSmall")
      .withArgs(99n, 100n);
    const today = await todayOf(net);
    await expect(ledger.connect(supplier).correct(terms, { ...terms, dueDay: today }))
      .to.be.revertedWithCustomError(ledger, "Receivables_TenorOutOfRange")
      .withArgs(today, today, 365);
    expect(await ledger.receivableWordOf(id)).to.equal(proposalWord(terms, 1n, STATUS.REGISTERED));
  });

  it("reverts for everybody else: the invoice would be another creditor's", async () => {
    const net = await load();
    const { ledger, cautious, obligor, operator, terms, corrected } = net;
    for (const who of [cautious, obligor, operator]) {
      await expect(ledger.connect(who).correct(terms, corrected))
        .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
        .withArgs(await idOf(net, terms, who.address), STATUS.NONE);
    }
  });

  it("reverts while the supplier is suspended", async () => {
    const net = await load();
    const { ledger, supplier, terms, corrected } = net;
    await ledger.suspend(supplier.address);
    await expect(ledger.connect(supplier).correct(terms, corrected))
      .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
      .withArgs(supplier.address, ROLE.SUPPLIER, await ledger.participantOf(supplier.address), await todayOf(net));
  });

  it("reverts once confirmed, refused or cancelled", async () => {
    const net = await load();
    const { ledger, supplier, obligor, terms, corrected, id } = net;
    const ends = [
      [STATUS.CONFIRMED, () => ledger.connect(obligor).confirm(supplier.address, terms, 1)],
      [STATUS.REFUSED, () => ledger.connect(obligor).refuse(supplier.address, terms, UNKNOWN_INVOICE)],
      [STATUS.CANCELLED, () => ledger.connect(supplier).cancel(terms)],
    ] as const;
    for (const [status, end] of ends) {
      const snapshot = await net.networkHelpers.takeSnapshot();
      await end();
      await expect(ledger.connect(supplier).correct(terms, corrected))
        .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
        .withArgs(id, status);
      await snapshot.restore();
    }
  });

  it("makes what was signed before void, also when the terms come back", async () => {
    const net = await load();
    const { ledger, supplier, obligor, terms, corrected, id } = net;
    const early = await signConfirmation(net, terms, 1);
    const submit = (signed: typeof early, what: TermsStruct) =>
      ledger.confirmBySignature(supplier.address, what, 1, signed.deadline, signed.signature);
    const digest = (what: TermsStruct, round: number) =>
      ledger.confirmationDigest(supplier.address, what, 1, round, early.deadline);
    await ledger.connect(supplier).correct(terms, corrected);
    await expect(submit(early, terms))
      .to.be.revertedWithCustomError(ledger, "Receivables_TermsDiffer")
      .withArgs(id, hash(corrected), hash(terms));
    await expect(submit(early, corrected))
      .to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid")
      .withArgs(obligor.address, await digest(corrected, 2));
    await ledger.connect(supplier).correct(corrected, terms);
    await expect(submit(early, terms))
      .to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid")
      .withArgs(obligor.address, await digest(terms, 3));
    await expect(submit(await signConfirmation(net, terms, 3), terms)).to.emit(ledger, "ReceivableConfirmed");
  });
});
