import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, ROLE, startDay, termsFor, todayOf } from "../../helpers/network.ts";
import { signConfirmation } from "../../helpers/signConfirmation.ts";
import { signQuote } from "../../helpers/signQuote.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";
import { MARK, receivableWord, STATUS } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const PART = 1_000_000n;
const FAR = 5_000_000_000;
const HOLDING_ROLES = ROLE.OBLIGOR | ROLE.SUPPLIER | ROLE.BANK;

/** A receivable of three holders and one more invoice that is only registered. */
async function heldByThree(net: Network) {
  const held = await threeHolders(net);
  const proposed = await termsFor(net, { number: "INV-2" });
  await net.ledger.connect(net.supplier).register(proposed);
  return { ...held, proposed, today: await todayOf(net) };
}

describe("A participant whose checks have run out", () => {
  const load = loaderOf(heldByThree);
  type Loaded = Awaited<ReturnType<typeof load>>;

  /** @returns a check that an attempt is refused because `who`'s checks ended yesterday. */
  async function expired({ ledger, today }: Loaded, who: HardhatEthersSigner) {
    await ledger.setKycUntil(who.address, today - 1);
    const word = await ledger.participantOf(who.address);
    return (attempt: Promise<unknown>, roles: number) =>
      expect(attempt)
        .to.be.revertedWithCustomError(ledger, "Participants_MayNotAct")
        .withArgs(who.address, roles, word, today);
  }

  it("registers nothing, takes nothing back, and nothing is registered on it", async () => {
    const net = await load();
    const { ledger, supplier, obligor, proposed } = net;
    const next = await termsFor(net, { number: "INV-3" });
    const by = ledger.connect(supplier);
    const snapshot = await net.networkHelpers.takeSnapshot();
    const refuseSupplier = await expired(net, supplier);
    await refuseSupplier(by.register(next), ROLE.SUPPLIER);
    await refuseSupplier(by.cancel(proposed), ROLE.SUPPLIER);
    await refuseSupplier(by.correct(proposed, { ...proposed, face: 5_000n }), ROLE.SUPPLIER);
    await snapshot.restore();
    const refuseObligor = await expired(net, obligor);
    await refuseObligor(by.register(next), ROLE.OBLIGOR);
  });

  it("confirms and refuses nothing, and nothing is confirmed to it", async () => {
    const net = await load();
    const { ledger, supplier, obligor, proposed } = net;
    const { deadline, signature } = await signConfirmation(net, proposed, 1);
    const confirm = () => ledger.connect(obligor).confirm(supplier.address, proposed, 1);
    const snapshot = await net.networkHelpers.takeSnapshot();
    const refuseSupplier = await expired(net, supplier);
    await refuseSupplier(confirm(), ROLE.SUPPLIER);
    await snapshot.restore();
    const refuseObligor = await expired(net, obligor);
    await refuseObligor(confirm(), ROLE.OBLIGOR);
    await refuseObligor(ledger.connect(obligor).refuse(supplier.address, proposed, 1), ROLE.OBLIGOR);
    const submitted = ledger.confirmBySignature(supplier.address, proposed, 1, deadline, signature);
    await refuseObligor(submitted, ROLE.OBLIGOR);
  });

  it("does nothing with its slices", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, second, head, today } = net;
    const { quote, signature } = await signQuote(net, head, PART);
    const refuse = await expired(net, supplier);
    const by = ledger.connect(supplier);
    const part = { to: second.address, amount: PART };
    const attempts = [
      () => by.split(head, [PART]),
      () => by.splitAndTransfer(head, [part], 0),
      () => by.transfer(head, second.address, 0),
      () => by.transferFrom(supplier.address, second.address, head),
      () => by.merge(head, head),
      () => by.recordRegistryEntry(head, `0x${"01".repeat(32)}`, today),
      () => by.appendEvidence(head, 0, `0x${"01".repeat(32)}`, today),
      () => discountDesk.connect(supplier).takeQuote(quote, signature),
    ];
    for (const attempt of attempts) await refuse(attempt(), HOLDING_ROLES);
  });

  it("receives nothing, neither at once nor by accepting, and its own offers can't be accepted", async () => {
    const net = await load();
    const { ledger, supplier, cautious, second, head, middle } = net;
    await ledger.connect(second).transfer(middle, cautious.address, FAR);
    for (const party of [cautious, second]) {
      const snapshot = await net.networkHelpers.takeSnapshot();
      const refuse = await expired(net, party);
      await refuse(ledger.connect(supplier).transfer(head, party.address, FAR), HOLDING_ROLES);
      const parts = [{ to: party.address, amount: PART }];
      await refuse(ledger.connect(supplier).splitAndTransfer(head, parts, FAR), HOLDING_ROLES);
      await refuse(ledger.connect(cautious).accept(middle), HOLDING_ROLES);
      // An offer still ends by either's word: nobody gets anything.
      await expect(ledger.connect(party).endOffer(middle)).to.emit(ledger, "TransferOfferEnded");
      await snapshot.restore();
    }
  });

  it("finances nothing: a bank's quote is void until it is checked again", async () => {
    const net = await load();
    const { ledger, discountDesk, supplier, bank, head, today } = net;
    const { quote, signature } = await signQuote(net, head, PART);
    const refuse = await expired(net, bank);
    const take = () => discountDesk.connect(supplier).takeQuote(quote, signature);
    await refuse(take(), ROLE.BANK);
    await ledger.setKycUntil(bank.address, today);
    await expect(take()).to.emit(discountDesk, "QuoteTaken");
  });

  it("is paid what it holds, and pays what it owes", async () => {
    const net = await load();
    const { ledger, settlementDesk, cny, obligor, supplier, second, third, slices, id, terms, dueDay } = net;
    await startDay(net, dueDay);
    const all = [supplier, second, third, obligor];
    for (const who of all) await ledger.setKycUntil(who.address, dueDay - 1);
    await expect(settlementDesk.connect(obligor).pay(id, slices)).to.changeTokenBalances(net.ethers, cny, all, [
      7n * PART,
      2n * PART,
      PART,
      -FACE,
    ]);
    const settled = receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY);
    expect(await ledger.receivableWordOf(id)).to.equal(settled);
  });
});
