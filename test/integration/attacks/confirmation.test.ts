import { expect } from "chai";
import { Signature } from "ethers";
import { invoiceKey } from "../../../frontend/src/domain/invoice-key.ts";
import { Reentrant__factory } from "../../../types/contracts/index.js";
import { loaderOf } from "../../helpers/loader.ts";
import { identityOf, type Network, ROLE, sliceId, termsFor } from "../../helpers/network.ts";
import { idOf, signConfirmation } from "../../helpers/signConfirmation.ts";
import { commitmentOf, STATUS } from "../../helpers/words.ts";

const KYC_UNTIL = 40_000;
const NOTICE = 7 * 86_400;
/** The order of the curve secp256k1: s and order − s sign the same. */
const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

async function registered(net: Network) {
  const terms = await termsFor(net);
  await net.ledger.connect(net.supplier).register(terms);
  return { terms, id: await idOf(net, terms) };
}

/** A contract that answers for an obligor and calls back. */
async function reentrantObligor({ ledger, operator }: Network) {
  const contract = await new Reentrant__factory(operator).deploy();
  const address = await contract.getAddress();
  await ledger.admit(address, identityOf("a re-entering obligor"), ROLE.OBLIGOR, KYC_UNTIL);
  return { contract, address };
}

describe("Attacks on confirmation", () => {
  const load = loaderOf(registered);

  it("reentrancy through ERC-1271: a signer that calls back can change nothing, so its word counts for nothing", async () => {
    const net = await load();
    const { ledger, supplier } = net;
    const { contract, address } = await reentrantObligor(net);
    const terms = await termsFor(net, { obligor: address, number: "R" });
    await ledger.connect(supplier).register(terms);
    const { deadline } = await signConfirmation(net, terms, 1);
    const confirm = () => ledger.confirmBySignature(supplier.address, terms, 1, deadline, "0x01");
    const call = ledger.interface.encodeFunctionData("confirm", [supplier.address, terms, 1]);
    await contract.prepare(call);
    await expect(confirm()).to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid");
    // A reading call back is harmless, and shows that the attack above was stopped because it writes.
    await contract.prepare(ledger.interface.encodeFunctionData("latestPolicy"));
    await expect(confirm()).to.emit(ledger, "ReceivableConfirmed");
  });

  it("signature replay: another chain, another contract, another purpose, another time", async () => {
    const net = await load();
    const { ledger, supplier, obligor, discountDesk, terms } = net;
    const good = await signConfirmation(net, terms, 1);
    const elsewhere = [
      await signConfirmation(net, terms, 1, { chainId: 1n }),
      await signConfirmation(net, terms, 1, { verifyingContract: await discountDesk.getAddress() }),
    ];
    for (const { deadline, signature } of elsewhere)
      await expect(
        ledger.confirmBySignature(supplier.address, terms, 1, deadline, signature),
      ).to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid");
    // A confirmation is no quote, although the same key may sign both.
    const flags = { recourse: false, limited: false };
    const quote = { id: 1n, word: 1n, bank: obligor.address, net: 1n, expiresAt: good.deadline, series: 0, ...flags };
    await expect(discountDesk.connect(supplier).takeQuote(quote, good.signature))
      .to.be.revertedWithCustomError(discountDesk, "Quote_SignatureInvalid")
      .withArgs(obligor.address, await discountDesk.quoteDigest(quote));
    const submit = () => ledger.confirmBySignature(supplier.address, terms, 1, good.deadline, good.signature);
    await submit();
    await expect(submit()).to.be.revertedWithCustomError(ledger, "Receivables_StatusIs");
  });

  it("signature malleability: the mirrored signature of the same digest is refused", async () => {
    const net = await load();
    const { ledger, supplier, obligor, terms } = net;
    const { deadline, signature } = await signConfirmation(net, terms, 1);
    const { r, s, v } = Signature.from(signature);
    const mirrored = `${r}${(CURVE_ORDER - BigInt(s)).toString(16).padStart(64, "0")}${(v === 27 ? 28 : 27).toString(16)}`;
    await expect(ledger.confirmBySignature(supplier.address, terms, 1, deadline, mirrored))
      .to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid")
      .withArgs(obligor.address, await ledger.confirmationDigest(supplier.address, terms, 1, 1, deadline));
  });

  it("a supplier raises the amount before confirmation: the obligor confirms what it read, or nothing", async () => {
    const net = await load();
    const { ledger, supplier, obligor, terms, id } = net;
    const signed = await signConfirmation(net, terms, 1);
    const raised = { ...terms, face: BigInt(terms.face) + 1n };
    await ledger.connect(supplier).correct(terms, raised);
    const differs = [id, registeredHash(raised), registeredHash(terms)] as const;
    await expect(ledger.connect(obligor).confirm(supplier.address, terms, 1))
      .to.be.revertedWithCustomError(ledger, "Receivables_TermsDiffer")
      .withArgs(...differs);
    await expect(ledger.confirmBySignature(supplier.address, terms, 1, signed.deadline, signed.signature))
      .to.be.revertedWithCustomError(ledger, "Receivables_TermsDiffer")
      .withArgs(...differs);
    await expect(
      ledger.confirmBySignature(supplier.address, raised, 1, signed.deadline, signed.signature),
    ).to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid");
  });

  it("the same invoice in other letters, width or spacing is the same invoice", async () => {
    const net = await load();
    const { ledger, supplier, obligor } = net;
    const written = [
      "HX-2026-1107",
      "hx-2026-1107",
      " HX - 2026 - 1107 ",
      "ＨＸ－２０２６－１１０７",
      "HX-2026\u00a0-1107",
    ];
    const [first, ...others] = written.map((number) => invoiceKey(number, 2026));
    if (!first) throw new Error("a key expected");
    const terms = await termsFor(net, { invoiceKey: first });
    await ledger.connect(supplier).register(terms);
    await ledger.connect(obligor).confirm(supplier.address, terms, 1);
    for (const key of others) {
      await expect(ledger.connect(supplier).register({ ...terms, invoiceKey: key }))
        .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
        .withArgs(await idOf(net, terms), STATUS.CONFIRMED);
    }
  });

  it("the same invoice under another account of the same organisation is the same invoice", async () => {
    const net = await load();
    const { ledger, supplier, obligor, supervisor, terms, id } = net;
    await ledger.connect(obligor).confirm(supplier.address, terms, 1);
    // A second account for the organisation: refused at admission, and after a replacement the id stays.
    const second = net.outsider;
    await expect(ledger.admit(second.address, identityOf(supplier.address), ROLE.SUPPLIER, KYC_UNTIL))
      .to.be.revertedWithCustomError(ledger, "Participants_IdentityTaken")
      .withArgs(identityOf(supplier.address), supplier.address);
    await ledger.proposeReplacement(supplier.address, second.address);
    await ledger.connect(supervisor).agreeReplacement(supplier.address, second.address);
    await net.networkHelpers.time.increase(NOTICE);
    await ledger.replaceKey(supplier.address);
    await expect(ledger.connect(second).register(terms))
      .to.be.revertedWithCustomError(ledger, "Receivables_StatusIs")
      .withArgs(id, STATUS.CONFIRMED);
  });

  it("one bad item in a batch: the others are confirmed, and it says why it was not", async () => {
    const net = await load();
    const { ledger, supplier, obligor, terms } = net;
    const bad = { ...terms, face: 5_000n };
    const good = await termsFor(net, { number: "good" });
    await ledger.connect(supplier).register(good);
    const items = [bad, good].map((each) => ({ creditor: supplier.address, terms: each }));
    const [refusal, none] = await ledger.connect(obligor).confirmMany.staticCall(items, 1);
    expect(none).to.equal("0x");
    expect(ledger.interface.parseError(refusal ?? "")?.name).to.equal("Receivables_TermsDiffer");
    await ledger.connect(obligor).confirmMany(items, 1);
    expect(await ledger.ownerOf(sliceId(await idOf(net, good), 0n))).to.equal(supplier.address);
    expect((await ledger.receivableWordOf(await idOf(net, terms))) & 0xffn).to.equal(STATUS.REGISTERED);
  });
});

function registeredHash(terms: Awaited<ReturnType<typeof termsFor>>): string {
  return `0x${commitmentOf(terms).toString(16).padStart(64, "0")}`;
}
