import { expect } from "chai";
import { loaderOf } from "../helpers/loader.ts";
import {
  confirmedReceivable,
  identityOf,
  type Network,
  ROLE,
  sliceId,
  startDay,
  termsFor,
} from "../helpers/network.ts";
import { addPolicy } from "../helpers/policy.ts";
import { createSafe } from "../helpers/safe.ts";
import { idOf } from "../helpers/signConfirmation.ts";
import { MARK, receivableWord, STATUS, sliceWord } from "../helpers/words.ts";

const FACE = 10_000_000n;
const NET = 9_900_000n;
const ABOVE = 1_000_000n;
const PLENTY = 3_000_000_000_000n;
const KYC_UNTIL = 40_000;
/** The Safe's own words for too few signatures, and for one that is not an owner's or out of order. */
const TOO_FEW = "GS020";
const NOT_AN_OWNER = "GS026";

/** Three people of one organisation, of whom two must agree. */
function teamOf({ suppliers, outsider }: Network) {
  const [clerk, manager, director] = suppliers.slice(-3);
  if (!clerk || !manager || !director) throw new Error("three people expected");
  return { clerk, manager, director, team: [clerk, manager, director], stranger: outsider };
}

async function obligorSafe(net: Network) {
  const policy = await addPolicy(net, { contractAbove: ABOVE });
  const people = teamOf(net);
  const safe = await createSafe(net, people.team);
  await net.ledger.admit(safe.address, identityOf("a group's treasury"), ROLE.OBLIGOR, KYC_UNTIL);
  await net.cny.mint(safe.address, PLENTY);
  const terms = await termsFor(net, { obligor: safe.address });
  const id = await idOf(net, terms);
  const confirmed = receivableWord(terms, STATUS.CONFIRMED, policy);
  const ledger = await net.ledger.getAddress();
  const confirm = net.ledger.interface.encodeFunctionData("confirm", [net.supplier.address, terms, policy]);
  return { ...people, policy, safe, terms, id, slice: sliceId(id, 0n), confirmed, at: ledger, confirm };
}

describe("A 2-of-3 Safe as the obligor", () => {
  const load = loaderOf(obligorSafe);

  it("confirms by a transaction that two have signed and anyone sends, above the amount a key may confirm", async () => {
    const { ledger, supplier, obligor, clerk, director, policy, safe, terms, id, slice, confirmed, at, confirm } =
      await load();
    const own = { ...terms, obligor: obligor.address };
    await ledger.connect(supplier).register(own);
    await expect(ledger.connect(obligor).confirm(supplier.address, own, policy))
      .to.be.revertedWithCustomError(ledger, "Receivables_ContractAccountRequired")
      .withArgs(obligor.address, FACE, ABOVE);
    await ledger.connect(supplier).register(terms);
    await expect(safe.execute(at, confirm, [director, clerk]))
      .to.emit(ledger, "ReceivableConfirmed")
      .withArgs(id, safe.address, supplier.address, terms.documentRoot, confirmed);
    expect(await ledger.receivableWordOf(id)).to.equal(confirmed);
    expect(await ledger.sliceWordOf(slice)).to.equal(sliceWord({ holder: supplier.address, end: FACE }));
  });

  it("does not confirm by one signature, the same one twice, or one of theirs and a stranger's", async () => {
    const net = await load();
    const { ledger, supplier, clerk, manager, stranger, safe, terms, id, at, confirm } = net;
    await ledger.connect(supplier).register(terms);
    await expect(safe.execute(at, confirm, [clerk])).to.be.revertedWith(TOO_FEW);
    for (const signers of [
      [clerk, clerk],
      [clerk, stranger],
    ])
      await expect(safe.execute(at, confirm, signers)).to.be.revertedWith(NOT_AN_OWNER);
    await expect(ledger.connect(clerk).confirm(supplier.address, terms, net.policy))
      .to.be.revertedWithCustomError(ledger, "Receivables_NotObligor")
      .withArgs(clerk.address, safe.address);
    expect((await ledger.receivableWordOf(id)) & 0xffn).to.equal(STATUS.REGISTERED);
    await safe.execute(at, confirm, [clerk, manager]);
  });

  it("confirms by two signatures that the supplier submits with its registration (EIP-1271)", async () => {
    const net = await load();
    const { ledger, supplier, manager, director, policy, safe, terms, id, confirmed } = net;
    const deadline = (await net.networkHelpers.time.latest()) + 3600;
    const digest = await ledger.confirmationDigest(supplier.address, terms, policy, 1, deadline);
    const signature = await safe.sign(digest, [manager, director]);
    await expect(ledger.connect(supplier).registerAndConfirm(terms, policy, deadline, signature))
      .to.emit(ledger, "ReceivableConfirmed")
      .withArgs(id, safe.address, supplier.address, terms.documentRoot, confirmed);
    expect(await ledger.receivableWordOf(id)).to.equal(confirmed);
  });

  it("does not confirm by one signature, a stranger's, none, or those for other terms", async () => {
    const net = await load();
    const { ledger, supplier, clerk, manager, director, stranger, policy, safe, terms } = net;
    const deadline = (await net.networkHelpers.time.latest()) + 3600;
    const digestOf = (given: typeof terms) => ledger.confirmationDigest(supplier.address, given, policy, 1, deadline);
    const digest = await digestOf(terms);
    const submit = (signature: string) =>
      ledger.connect(supplier).registerAndConfirm(terms, policy, deadline, signature);
    const wrong = [
      await safe.sign(digest, [clerk]),
      await safe.sign(digest, [clerk, clerk]),
      await safe.sign(digest, [manager, stranger]),
      await safe.sign(await digestOf({ ...terms, face: FACE - 1n }), [manager, director]),
      "0x",
    ];
    for (const signature of wrong)
      await expect(submit(signature))
        .to.be.revertedWithCustomError(ledger, "Receivables_SignatureInvalid")
        .withArgs(safe.address, digest);
    await submit(await safe.sign(digest, [clerk, manager, director]));
  });

  it("pays at maturity through the settlement desk, by two signatures and not by one", async () => {
    const net = await load();
    const { ethers, ledger, cny, settlementDesk, supplier, clerk, manager, director, safe, terms } = net;
    const { id, slice, policy, at, confirm } = net;
    await ledger.connect(supplier).register(terms);
    await safe.execute(at, confirm, [clerk, manager]);
    const [desk, token] = [await settlementDesk.getAddress(), await cny.getAddress()];
    const approve = cny.interface.encodeFunctionData("approve", [desk, FACE]);
    const pay = settlementDesk.interface.encodeFunctionData("pay", [id, [slice]]);
    await startDay(net, Number(terms.dueDay));
    for (const [to, data] of [
      [token, approve],
      [desk, pay],
    ] as const)
      await expect(safe.execute(to, data, [manager])).to.be.revertedWith(TOO_FEW);
    await safe.execute(token, approve, [manager, director]);
    await expect(safe.execute(desk, pay, [director, clerk])).to.changeTokenBalances(
      ethers,
      cny,
      [safe.address, supplier],
      [-FACE, FACE],
    );
    expect(await ledger.receivableWordOf(id)).to.equal(receivableWord(terms, STATUS.SETTLED, policy));
  });
});

async function bankSafe(net: Network) {
  const people = teamOf(net);
  const safe = await createSafe(net, people.team);
  await net.ledger.admit(safe.address, identityOf("a bank's treasury"), ROLE.BANK, KYC_UNTIL);
  await net.cny.mint(safe.address, PLENTY);
  const desk = await net.discountDesk.getAddress();
  const { clerk, manager } = people;
  const approve = net.cny.interface.encodeFunctionData("approve", [desk, PLENTY]);
  await safe.execute(await net.cny.getAddress(), approve, [clerk, manager]);
  const { slice, terms } = await confirmedReceivable(net);
  const quote = {
    id: slice,
    word: await net.ledger.sliceWordOf(slice),
    bank: safe.address,
    net: NET,
    expiresAt: (await net.networkHelpers.time.latest()) + 3600,
    series: 0n,
    recourse: false,
    limited: false,
  };
  const digest = await net.discountDesk.quoteDigest(quote);
  const take = (signature: string) => net.discountDesk.connect(net.supplier).takeQuote(quote, signature);
  return { ...people, safe, deskAt: desk, slice, terms, quote, digest, take };
}

describe("A 2-of-3 Safe as the bank", () => {
  const load = loaderOf(bankSafe);

  it("signs a quote by two signatures, which the supplier takes", async () => {
    const { ethers, ledger, cny, discountDesk, supplier, clerk, director, safe, slice, digest, take } = await load();
    const tx = take(await safe.sign(digest, [clerk, director]));
    await expect(tx)
      .to.emit(discountDesk, "QuoteTaken")
      .withArgs(slice, safe.address, supplier.address, digest, FACE, NET, false);
    await expect(tx).to.changeTokenBalances(ethers, cny, [safe.address, supplier], [-NET, NET]);
    expect(await ledger.sliceWordOf(slice)).to.equal(sliceWord({ holder: safe.address, end: FACE, sequence: 1n }));
  });

  it("is not bound by one signature, a stranger's, or two that the same people gave for another Safe of theirs", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, clerk, manager, stranger, safe, slice, digest, take } = net;
    const another = await createSafe(net, [clerk, manager, stranger]);
    const wrong = [
      await safe.sign(digest, [manager]),
      await safe.sign(digest, [manager, stranger]),
      await another.sign(digest, [clerk, manager]),
    ];
    for (const signature of wrong)
      await expect(take(signature))
        .to.be.revertedWithCustomError(discountDesk, "Quote_SignatureInvalid")
        .withArgs(safe.address, digest);
    expect(await ledger.ownerOf(slice)).to.equal(supplier.address);
    await take(await safe.sign(digest, [clerk, manager]));
  });

  it("cancels its quotes by two signatures and not by one", async () => {
    const { discountDesk, clerk, manager, director, safe, deskAt, quote, digest, take } = await load();
    const cancel = discountDesk.interface.encodeFunctionData("cancelQuote", [quote]);
    await expect(safe.execute(deskAt, cancel, [director])).to.be.revertedWith(TOO_FEW);
    await expect(safe.execute(deskAt, cancel, [director, manager]))
      .to.emit(discountDesk, "QuoteCancelled")
      .withArgs(safe.address, digest);
    await expect(take(await safe.sign(digest, [clerk, manager])))
      .to.be.revertedWithCustomError(discountDesk, "Quote_IsCancelled")
      .withArgs(digest);
  });

  it("is paid as a holder at maturity", async () => {
    const net = await load();
    const { ethers, ledger, cny, settlementDesk, obligor, clerk, manager, safe, slice, terms, digest, take } = net;
    await take(await safe.sign(digest, [clerk, manager]));
    await startDay(net, Number(terms.dueDay));
    await expect(settlementDesk.connect(obligor).pay(slice >> 64n, [slice])).to.changeTokenBalances(
      ethers,
      cny,
      [obligor, safe.address],
      [-FACE, FACE],
    );
    const settled = receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY);
    expect(await ledger.receivableWordOf(slice >> 64n)).to.equal(settled);
  });
});
