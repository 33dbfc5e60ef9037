import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { ContractWallet__factory } from "../../../types/contracts/index.js";
import type { TermsStruct } from "../../../types/contracts/interfaces/ILedger.js";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import { identityOf, type Network, ROLE, sliceId, startDay, termsFor, todayOf } from "../../helpers/network.ts";
import { idOf, signConfirmation } from "../../helpers/signConfirmation.ts";
import { commitmentOf, receivableWord, STATUS, sliceWord } from "../../helpers/words.ts";

const KYC_UNTIL = 40_000;
const UNKNOWN_INVOICE = 1;

async function registered(net: Network) {
  const terms = await termsFor(net);
  await net.ledger.connect(net.supplier).register(terms);
  const digest = (t: TermsStruct, round: number, deadline: number) =>
    net.ledger.confirmationDigest(net.supplier.address, t, 1, round, deadline);
  return { terms, id: await idOf(net, terms), digest };
}

describe("Confirmation", () => {
  const load = loaderOf(registered);

  describe("confirm", () => {
    it("reverts for everybody but the obligor", async () => {
      const { ledger, supplier, operator, obligor, terms } = await load();
      for (const who of [supplier, operator]) {
        await expect(ledger.connect(who).confirm(supplier.address, terms, 1))
          .to.be.revertedWithCustomError(ledger, "Receivables_NotObligor")
          .withArgs(who.address, obligor.address);
      }
    });

    it("reverts when nothing is registered", async () => {
      const net = await load();
      const other = await termsFor(net, { number: "INV-2" });
      await expect(net.ledger.connect(net.obligor).confirm(net.supplier.address, other, 1))
        .to.be.revertedWithCustomError(net.ledger, "Receivables_StatusIs")
        .withArgs(await idOf(net, other), STATUS.NONE);
    });

    it("reverts for another amount, due day, currency or document than registered", async () => {
      const { ledger, supplier, obligor, terms, id } = await load();
      const changes = [
        { face: 9_999_999n },
        { dueDay: Number(terms.dueDay) + 1 },
        { currency: 2 },
        { documentRoot: terms.invoiceKey },
      ];
      const hash = (t: TermsStruct) => `0x${commitmentOf(t).toString(16).padStart(64, "0")}`;
      for (const change of changes) {
        const other = { ...terms, ...change };
        await expect(ledger.connect(obligor).confirm(supplier.address, other, 1))
          .to.be.revertedWithCustomError(ledger, "Receivables_TermsDiffer")
          .withArgs(id, hash(terms), hash(other));
      }
    });

    it("reverts on the due day: the registration has lapsed", async () => {
      const net = await load();
      const { ledger, supplier, obligor, terms } = net;
      await startDay(net, Number(terms.dueDay));
      await expect(ledger.connect(obligor).confirm(supplier.address, terms, 1))
        .to.be.revertedWithCustomError(ledger, "Receivables_TenorOutOfRange")
        .withArgs(terms.dueDay, terms.dueDay, 365);
    });

    it("reverts while either party is suspended", async () => {
      const net = await load();
      const { ledger, supplier, obligor, terms } = net;
      const today = await todayOf(net);
      const parties: [HardhatEthersSigner, number][] = [
        [obligor, ROLE.OBLIGOR],
        [supplier, ROLE.SUPPLIER],
      ];
      for (const [party, role] of parties) {
        await ledger.suspend(party.address);
        await expect(ledger.connect(obligor).confirm(supplier.address, terms, 1))
          .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
          .withArgs(party.address, role, await ledger.participantOf(party.address), today);
        await ledger.restore(party.address);
      }
    });

    it("reverts a second time", async () => {
      const { ledger, supplier, obligor, terms, id } = await load();
      await ledger.connect(obligor).confirm(supplier.address, terms, 1);
      await expect(ledger.connect(obligor).confirm(supplier.address, terms, 1))
        .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
        .withArgs(id, STATUS.CONFIRMED);
    });

    it("promises the face and gives the creditor the one slice of it", async () => {
      const { ledger, supplier, obligor, terms, id } = await load();
      const word = receivableWord(terms, STATUS.CONFIRMED);
      const first = sliceId(id, 0n);
      await expect(ledger.connect(obligor).confirm(supplier.address, terms, 1))
        .to.emit(ledger, "ReceivableConfirmed")
        .withArgs(id, obligor.address, supplier.address, terms.documentRoot, word)
        .and.to.emit(ledger, "Transfer")
        .withArgs(ZeroAddress, supplier.address, first);
      expect(await ledger.receivableWordOf(id)).to.equal(word);
      expect(await ledger.sliceWordOf(first)).to.equal(
        sliceWord({ holder: supplier.address, end: BigInt(terms.face) }),
      );
      expect(await ledger.ownerOf(first)).to.equal(supplier.address);
    });
  });

  describe("confirmBySignature", () => {
    it("reverts past the deadline", async () => {
      const net = await load();
      const { ledger, supplier, terms } = net;
      const now = await nextSecond(net);
      const { deadline, signature } = await signConfirmation(net, terms, 1, { deadline: now - 1 });
      await expect(ledger.confirmBySignature(supplier.address, terms, 1, deadline, signature))
        .to.be.revertedWithCustomError(ledger, "Receivables_SignatureExpired")
        .withArgs(deadline, now);
    });

    it("reverts for another's signature, another contract, another chain, another round", async () => {
      const net = await load();
      const { ledger, supplier, obligor, outsider, discountDesk, terms, digest } = net;
      const wrong = [
        await signConfirmation(net, terms, 1, { signer: outsider }),
        await signConfirmation(net, terms, 1, { verifyingContract: await discountDesk.getAddress() }),
        await signConfirmation(net, terms, 1, { chainId: 1n }),
        await signConfirmation(net, terms, 2),
      ];
      for (const { deadline, signature } of wrong) {
        await expect(ledger.confirmBySignature(supplier.address, terms, 1, deadline, signature))
          .to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid")
          .withArgs(obligor.address, await digest(terms, 1, deadline));
      }
    });

    it("reverts for a signature of other terms", async () => {
      const net = await load();
      const { ledger, supplier, obligor, terms, digest } = net;
      const { deadline, signature } = await signConfirmation(net, { ...terms, face: 1_000n }, 1);
      await expect(ledger.confirmBySignature(supplier.address, terms, 1, deadline, signature))
        .to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid")
        .withArgs(obligor.address, await digest(terms, 1, deadline));
    });

    it("reverts for a signature given before a refusal, once the invoice is registered again", async () => {
      const net = await load();
      const { ledger, supplier, obligor, terms, digest } = net;
      const { deadline, signature } = await signConfirmation(net, terms, 1);
      await ledger.connect(obligor).refuse(supplier.address, terms, UNKNOWN_INVOICE);
      await ledger.connect(supplier).register(terms);
      await expect(ledger.confirmBySignature(supplier.address, terms, 1, deadline, signature))
        .to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid")
        .withArgs(obligor.address, await digest(terms, 2, deadline));
    });

    it("confirms, whoever submits it, and only once", async () => {
      const net = await load();
      const { ledger, supplier, obligor, outsider, terms, id } = net;
      const { deadline, signature } = await signConfirmation(net, terms, 1);
      const submit = () => ledger.connect(outsider).confirmBySignature(supplier.address, terms, 1, deadline, signature);
      await expect(submit())
        .to.emit(ledger, "ReceivableConfirmed")
        .withArgs(id, obligor.address, supplier.address, terms.documentRoot, receivableWord(terms, STATUS.CONFIRMED));
      await expect(submit())
        .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
        .withArgs(id, STATUS.CONFIRMED);
    });

    it("takes the word of a contract account (ERC-1271)", async () => {
      const net = await load();
      const { ledger, operator, supplier, outsider } = net;
      const wallet = await (await new ContractWallet__factory(operator).deploy(outsider.address)).getAddress();
      await ledger.admit(wallet, identityOf("a group's treasury"), ROLE.OBLIGOR, KYC_UNTIL);
      const terms = await termsFor(net, { obligor: wallet });
      await ledger.connect(supplier).register(terms);
      const forged = await signConfirmation(net, terms, 1);
      await expect(ledger.confirmBySignature(supplier.address, terms, 1, forged.deadline, forged.signature))
        .to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid")
        .withArgs(wallet, await ledger.confirmationDigest(supplier.address, terms, 1, 1, forged.deadline));
      const { deadline, signature } = await signConfirmation(net, terms, 1, { signer: outsider });
      await expect(ledger.confirmBySignature(supplier.address, terms, 1, deadline, signature)).to.emit(
        ledger,
        "ReceivableConfirmed",
      );
    });
  });

  describe("registerAndConfirm", () => {
    it("reverts for another creditor than the obligor signed for", async () => {
      const net = await load();
      const { ledger, cautious, obligor } = net;
      const terms = await termsFor(net, { number: "INV-2" });
      const { deadline, signature } = await signConfirmation(net, terms, 1);
      await expect(ledger.connect(cautious).registerAndConfirm(terms, 1, deadline, signature))
        .to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid")
        .withArgs(obligor.address, await ledger.confirmationDigest(cautious.address, terms, 1, 1, deadline));
    });

    it("leaves nothing registered when the signature fails", async () => {
      const net = await load();
      const terms = await termsFor(net, { number: "INV-2" });
      const { deadline } = await signConfirmation(net, terms, 1);
      await expect(
        net.ledger.connect(net.supplier).registerAndConfirm(terms, 1, deadline, "0x"),
      ).to.be.revertedWithCustomError(net.ledger, "Receivables_SignatureInvalid");
      expect(await net.ledger.receivableWordOf(await idOf(net, terms))).to.equal(0);
    });

    it("does both in one transaction", async () => {
      const net = await load();
      const terms = await termsFor(net, { number: "INV-2" });
      const { deadline, signature } = await signConfirmation(net, terms, 1);
      await expect(net.ledger.connect(net.supplier).registerAndConfirm(terms, 1, deadline, signature))
        .to.emit(net.ledger, "ReceivableRegistered")
        .and.to.emit(net.ledger, "ReceivableConfirmed");
      expect(await net.ledger.receivableWordOf(await idOf(net, terms))).to.equal(
        receivableWord(terms, STATUS.CONFIRMED),
      );
    });
  });
});
