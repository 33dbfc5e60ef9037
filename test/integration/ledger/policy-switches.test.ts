import { expect } from "chai";
import { concat } from "ethers";
import { ContractWallet__factory } from "../../../types/contracts/index.js";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, identityOf, type Network, ROLE, sliceId, termsFor } from "../../helpers/network.ts";
import { addPolicy } from "../../helpers/policy.ts";
import { idOf, signConfirmation } from "../../helpers/signConfirmation.ts";
import { signQuote } from "../../helpers/signQuote.ts";
import { FLAG, receivableWord, STATUS, sliceWord } from "../../helpers/words.ts";

const ABOVE = 1_000_000n;
const FACE = 10_000_000n;
const PART = 1_000_000n;
const KYC_UNTIL = 40_000;
const FAR = 5_000_000_000;
const RESERVED = BigInt(FLAG.RESERVED);
/** What EIP-7702 writes where a key delegates to a contract: 23 bytes. */
const DELEGATION_PREFIX = "0xef0100";

async function contractsAbove(net: Network) {
  const policy = await addPolicy(net, { contractAbove: ABOVE });
  const contract = await new ContractWallet__factory(net.operator).deploy(net.outsider.address);
  const wallet = await contract.getAddress();
  await net.ledger.admit(wallet, identityOf("a group's treasury"), ROLE.OBLIGOR, KYC_UNTIL);
  const within = await termsFor(net, { face: ABOVE, number: "within" });
  const beyond = await termsFor(net, { face: ABOVE + 1n, number: "beyond" });
  for (const terms of [within, beyond]) await net.ledger.connect(net.supplier).register(terms);
  return { policy, contract, wallet, within, beyond };
}

describe("Policy: contract accounts for large amounts", () => {
  const load = loaderOf(contractsAbove);

  it("lets a key confirm up to the amount and refuses it one cent above, by transaction and in a batch", async () => {
    const { ledger, supplier, obligor, policy, within, beyond } = await load();
    const by = ledger.connect(obligor);
    await expect(by.confirm(supplier.address, beyond, policy))
      .to.be.revertedWithCustomError(ledger, "Receivables_ContractAccountRequired")
      .withArgs(obligor.address, ABOVE + 1n, ABOVE);
    const items = [within, beyond].map((terms) => ({ creditor: supplier.address, terms }));
    const refusals = await by.confirmMany.staticCall(items, policy);
    const refusal = ledger.interface.encodeErrorResult("Receivables_ContractAccountRequired", [
      obligor.address,
      ABOVE + 1n,
      ABOVE,
    ]);
    expect(refusals).to.deep.equal(["0x", refusal]);
    await expect(by.confirm(supplier.address, within, policy)).to.emit(ledger, "ReceivableConfirmed");
  });

  it("refuses a key's signature above it as well, and every key under a delegation (EIP-7702)", async () => {
    const net = await load();
    const { ledger, supplier, obligor, policy, wallet, beyond } = net;
    const { signature, deadline } = await signConfirmation(net, beyond, 1, { policy: Number(policy) });
    const submit = () => ledger.confirmBySignature(supplier.address, beyond, policy, deadline, signature);
    const expectRefused = () =>
      expect(submit())
        .to.be.revertedWithCustomError(ledger, "Receivables_ContractAccountRequired")
        .withArgs(obligor.address, ABOVE + 1n, ABOVE);
    await expectRefused();
    await net.networkHelpers.setCode(obligor.address, concat([DELEGATION_PREFIX, wallet]));
    expect(await net.ethers.provider.getCode(obligor.address)).to.have.length(2 + 2 * 23);
    await expectRefused();
    await expect(ledger.connect(obligor).confirm(supplier.address, beyond, policy))
      .to.be.revertedWithCustomError(ledger, "Receivables_ContractAccountRequired")
      .withArgs(obligor.address, ABOVE + 1n, ABOVE);
    // One byte more is no delegation: it is a contract.
    await net.networkHelpers.setCode(obligor.address, `0x${"00".repeat(24)}`);
    await expect(submit()).to.emit(ledger, "ReceivableConfirmed");
  });

  it("takes a contract account's word above it, by call and by signature", async () => {
    const net = await load();
    const { ledger, supplier, outsider, policy, contract, wallet } = net;
    const called = await termsFor(net, { obligor: wallet, face: ABOVE + 1n, number: "by call" });
    const signed = await termsFor(net, { obligor: wallet, face: ABOVE + 1n, number: "by signature" });
    await ledger.connect(supplier).register(called);
    const call = ledger.interface.encodeFunctionData("confirm", [supplier.address, called, policy]);
    await contract.act(ledger, call);
    const { signature, deadline } = await signConfirmation(net, signed, 1, {
      signer: outsider,
      policy: Number(policy),
    });
    await ledger.connect(supplier).registerAndConfirm(signed, policy, deadline, signature);
    for (const terms of [called, signed])
      expect(await ledger.receivableWordOf(await idOf(net, terms))).to.equal(
        receivableWord(terms, STATUS.CONFIRMED, policy),
      );
  });
});

/** Under the second policy every transfer waits; the first receivable was confirmed under the first. */
async function withoutConsent(net: Network) {
  const earlier = await confirmedReceivable(net, { number: "earlier" });
  const policy = await addPolicy(net, { consentAllowed: false, requireRegistry: false });
  const terms = await termsFor(net);
  await net.ledger.connect(net.supplier).register(terms);
  await net.ledger.connect(net.obligor).confirm(net.supplier.address, terms, policy);
  const id = await idOf(net, terms);
  const [payee] = net.suppliers;
  if (!payee) throw new Error("a payee expected");
  return { earlier: earlier.slice, policy, id, slice: sliceId(id, 0n), payee };
}

describe("Policy: no standing consent", () => {
  const load = loaderOf(withoutConsent);

  it("lets a transfer to a consenting payee wait for its word", async () => {
    const { ledger, supplier, payee, slice } = await load();
    const offered = sliceWord({ holder: supplier.address, end: FACE, flags: RESERVED, sequence: 1n });
    await expect(ledger.connect(supplier).transfer(slice, payee.address, FAR))
      .to.emit(ledger, "TransferOffered")
      .withArgs(slice, supplier.address, payee.address, FAR, offered);
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
    const accepted = sliceWord({ holder: payee.address, end: FACE, hops: 1n, sequence: 2n });
    await expect(ledger.connect(payee).accept(slice))
      .to.emit(ledger, "TransferAccepted")
      .withArgs(slice, supplier.address, accepted);
  });

  it("lets the parts of a split wait", async () => {
    const { ledger, supplier, payee, id, slice } = await load();
    const part = sliceId(id, FACE - PART);
    const word = sliceWord({ holder: supplier.address, end: FACE, flags: RESERVED, sequence: 1n });
    await expect(ledger.connect(supplier).splitAndTransfer(slice, [{ to: payee.address, amount: PART }], FAR))
      .to.emit(ledger, "TransferOffered")
      .withArgs(part, supplier.address, payee.address, FAR, word);
    expect(await ledger.sliceWordOf(part)).to.equal(word);
  });

  it("refuses ERC-721's transfers, which can't wait", async () => {
    const { ledger, supplier, payee, slice } = await load();
    const by = ledger.connect(supplier);
    for (const attempt of [
      by.transferFrom(supplier.address, payee.address, slice),
      by["safeTransferFrom(address,address,uint256)"](supplier.address, payee.address, slice),
    ])
      await expect(attempt).to.be.revertedWithCustomError(ledger, "Slices_NeedsAcceptance").withArgs(payee.address);
  });

  it("leaves receivables of earlier versions and the desks as they are", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, bank, payee, earlier, slice } = net;
    await expect(ledger.connect(supplier).transfer(earlier, payee.address, 0)).to.emit(ledger, "SliceTransferred");
    const { quote, signature } = await signQuote(net, slice, 9_900_000n);
    await discountDesk.connect(supplier).takeQuote(quote, signature);
    expect(await ledger.ownerOf(slice)).to.equal(bank.address);
  });
});
