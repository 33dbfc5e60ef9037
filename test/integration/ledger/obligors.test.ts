import { expect } from "chai";
import { loaderOf } from "../../helpers/loader.ts";
import {
  confirmedReceivable,
  identityOf,
  type Network,
  ROLE,
  sliceId,
  startDay,
  termsFor,
  todayOf,
} from "../../helpers/network.ts";
import { addPolicy } from "../../helpers/policy.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { MARK, proposalWord, receivableWord, STATUS } from "../../helpers/words.ts";

const FACE = 10_000_000n;
const PART = 1_000_000n;
const SMALLEST = 100n;
const [CNY, EUR] = [1, 2];
const GRACE_DAYS = 3;
const OVERDUE = 8n << 8n;
const MARK_OVERDUE = 0x80n;
const CONFIRMED = BigInt(STATUS.CONFIRMED) | MARK.REGISTRY;

async function oneReceivable(net: Network) {
  const { obligor } = net;
  const owed = await confirmedReceivable(net);
  const identity = identityOf(obligor.address);
  const dueDay = Number(owed.terms.dueDay);
  return { ...owed, identity, dueDay, standing: await net.ledger.participantOf(obligor.address) };
}

type Loaded = Network & Awaited<ReturnType<typeof oneReceivable>>;

/** Registers one more invoice and lets the obligor try to confirm it. */
async function confirming(net: Network, change: Parameters<typeof termsFor>[1], policy: bigint | number = 1) {
  const terms = await termsFor(net, change);
  await net.ledger.connect(net.supplier).register(terms);
  return () => net.ledger.connect(net.obligor).confirm(net.supplier.address, terms, policy);
}

async function owedBy({ ledger, identity }: Loaded, currency = CNY): Promise<bigint> {
  return (await ledger.outstandingOf(identity, currency)).amount;
}

describe("Obligors", () => {
  const load = loaderOf(oneReceivable);

  describe("setOutstandingLimit", () => {
    it("reverts for an unknown organisation and an unknown currency", async () => {
      const { ledger, identity } = await load();
      const unknown = identityOf("nobody");
      await expect(ledger.setOutstandingLimit(unknown, CNY, 1))
        .to.be.revertedWithCustomError(ledger, "Obligors_UnknownIdentity")
        .withArgs(unknown);
      for (const currency of [0, 3]) {
        await expect(ledger.setOutstandingLimit(identity, currency, 1))
          .to.be.revertedWithCustomError(ledger, "Rulebook_CurrencyUnknown")
          .withArgs(currency);
      }
    });

    it("reverts for everybody but the operator", async () => {
      const { ledger, obligor, supervisor, outsider, identity } = await load();
      for (const who of [obligor, supervisor, outsider]) {
        await expect(ledger.connect(who).setOutstandingLimit(identity, CNY, 1))
          .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
          .withArgs(who.address);
      }
    });

    it("records the limit beside what is owed, for one currency", async () => {
      const { ledger, operator, identity } = await load();
      await expect(ledger.setOutstandingLimit(identity, CNY, 5n))
        .to.emit(ledger, "OutstandingLimitSet")
        .withArgs(identity, CNY, operator.address, 5n);
      expect(await ledger.outstandingOf(identity, CNY)).to.deep.equal([FACE, 5n]);
      expect(await ledger.outstandingOf(identity, EUR)).to.deep.equal([0n, 0n]);
    });
  });

  describe("the limit", () => {
    it("lets an obligor owe exactly as much and not a cent more", async () => {
      const net = await load();
      const { ledger, obligor, identity } = net;
      const confirm = await confirming(net, { face: SMALLEST, number: "INV-2" });
      await ledger.setOutstandingLimit(identity, CNY, FACE + SMALLEST - 1n);
      await expect(confirm())
        .to.be.revertedWithCustomError(ledger, "Obligors_LimitExceeded")
        .withArgs(obligor.address, CNY, FACE, SMALLEST, FACE + SMALLEST - 1n);
      expect(await owedBy(net)).to.equal(FACE);
      await ledger.setOutstandingLimit(identity, CNY, FACE + SMALLEST);
      await expect(confirm()).to.emit(ledger, "ReceivableConfirmed");
      expect(await owedBy(net)).to.equal(FACE + SMALLEST);
    });

    it("keeps what is owed when set below it, and is lifted by 0", async () => {
      const net = await load();
      const { ledger, obligor, identity } = net;
      const confirm = await confirming(net, { face: SMALLEST, number: "INV-2" });
      await ledger.setOutstandingLimit(identity, CNY, 1n);
      await expect(confirm())
        .to.be.revertedWithCustomError(ledger, "Obligors_LimitExceeded")
        .withArgs(obligor.address, CNY, FACE, SMALLEST, 1n);
      await ledger.setOutstandingLimit(identity, CNY, 0n);
      await expect(confirm()).to.emit(ledger, "ReceivableConfirmed");
    });

    it("binds one currency and one organisation", async () => {
      const net = await load();
      const { ledger, supplier, bank, identity } = net;
      await ledger.setOutstandingLimit(identity, CNY, 1n);
      const inEuros = await confirming(net, { face: FACE, currency: EUR, number: "INV-2" });
      await inEuros();
      expect(await owedBy(net, EUR)).to.equal(FACE);
      await ledger.setRoles(bank.address, ROLE.OBLIGOR | ROLE.BANK);
      const terms = await termsFor(net, { obligor: bank.address, number: "INV-3" });
      await ledger.connect(supplier).register(terms);
      await ledger.connect(bank).confirm(supplier.address, terms, 1);
      expect(await owedBy(net)).to.equal(FACE);
    });

    it("is freed cent by cent as slices are paid, not when the money is only collected", async () => {
      const net = await load();
      const { ledger, settlementDesk, supplier, obligor, identity, id, slice, dueDay } = net;
      await ledger.connect(supplier).split(slice, [PART]);
      await ledger.setOutstandingLimit(identity, CNY, FACE);
      await startDay(net, dueDay);
      await settlementDesk.connect(obligor).pay(id, []);
      expect(await owedBy(net)).to.equal(FACE);
      await settlementDesk.payOut(id, [sliceId(id, FACE - PART)]);
      expect(await owedBy(net)).to.equal(FACE - PART);
      const tooMuch = await confirming(net, { face: PART + 1n, number: "INV-2" });
      await expect(tooMuch())
        .to.be.revertedWithCustomError(ledger, "Obligors_LimitExceeded")
        .withArgs(obligor.address, CNY, FACE - PART, PART + 1n, FACE);
      const fits = await confirming(net, { face: PART, number: "INV-3" });
      await fits();
      await settlementDesk.payOut(id, [slice]);
      expect(await owedBy(net)).to.equal(PART);
    });
  });

  describe("reportOverdue", () => {
    it("reverts through the last second of grace and works in the next, for anyone, in UTC+8", async () => {
      const net = await load();
      const { ledger, outsider, id, dueDay } = net;
      const lastDay = dueDay + GRACE_DAYS;
      const midnight = (lastDay + 1) * 86_400 - 8 * 3600;
      await expect(ledger.connect(outsider).reportOverdue(id))
        .to.be.revertedWithCustomError(ledger, "Obligors_NotOverdue")
        .withArgs(id, lastDay, await todayOf(net));
      await net.networkHelpers.time.setNextBlockTimestamp(midnight - 1);
      await expect(ledger.connect(outsider).reportOverdue(id))
        .to.be.revertedWithCustomError(ledger, "Obligors_NotOverdue")
        .withArgs(id, lastDay, lastDay);
      await net.networkHelpers.time.setNextBlockTimestamp(midnight);
      await ledger.connect(outsider).reportOverdue(id);
    });

    it("marks the receivable and its obligor, once, and tells wallets that all its slices changed", async () => {
      const net = await load();
      const { ledger, obligor, outsider, identity, terms, id, dueDay, standing } = net;
      await startDay(net, dueDay + GRACE_DAYS + 1);
      const word = receivableWord(terms, CONFIRMED | MARK_OVERDUE);
      await expect(ledger.connect(outsider).reportOverdue(id))
        .to.emit(ledger, "ReceivableOverdue")
        .withArgs(id, obligor.address, outsider.address, 1, word, standing | OVERDUE)
        .and.to.emit(ledger, "BatchMetadataUpdate")
        .withArgs(sliceId(id, 0n), sliceId(id, FACE));
      expect(await ledger.receivableWordOf(id)).to.equal(word);
      expect(await ledger.participantOf(obligor.address)).to.equal(standing | OVERDUE);
      expect(await ledger.overdueOf(identity)).to.equal(1);
      await expect(ledger.reportOverdue(id))
        .to.be.revertedWithCustomError(ledger, "Obligors_AlreadyReported")
        .withArgs(id);
    });

    it("reverts before confirmation, once paid into, and once settled", async () => {
      const net = await load();
      const { ledger, settlementDesk, supplier, obligor, terms, id, slice, dueDay } = net;
      const proposed = await termsFor(net, { number: "INV-2" });
      await ledger.connect(supplier).register(proposed);
      await startDay(net, dueDay + GRACE_DAYS + 1);
      await expect(ledger.reportOverdue(await idOf(net, proposed)))
        .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
        .withArgs(await idOf(net, proposed), proposalWord(proposed, 1n, STATUS.REGISTERED));
      await settlementDesk.connect(obligor).pay(id, []);
      await expect(ledger.reportOverdue(id)).to.be.revertedWithCustomError(ledger, "Obligors_AlreadyPaid").withArgs(id);
      await settlementDesk.payOut(id, [slice]);
      const settled = receivableWord(terms, BigInt(STATUS.SETTLED) | MARK.REGISTRY | MARK.PAID_INTO);
      await expect(ledger.reportOverdue(id))
        .to.be.revertedWithCustomError(ledger, "Slices_NotLive")
        .withArgs(id, settled);
    });
  });

  describe("an overdue obligor", () => {
    async function reported() {
      const net = await load();
      await startDay(net, net.dueDay + GRACE_DAYS + 1);
      await net.ledger.reportOverdue(net.id);
      return net;
    }

    it("confirms nothing where the policy says so, and still may where it does not", async () => {
      const net = await reported();
      const { ledger, obligor, standing } = net;
      const stopped = await confirming(net, { number: "INV-2" });
      await expect(stopped())
        .to.be.revertedWithCustomError(ledger, "Obligors_IssuanceStopped")
        .withArgs(obligor.address, standing | OVERDUE);
      const policy = await addPolicy(net, { stopIssuance: false });
      const allowed = await confirming(net, { number: "INV-3" }, policy);
      await expect(allowed()).to.emit(ledger, "ReceivableConfirmed");
    });

    it("may still refuse, and does not stop others", async () => {
      const net = await reported();
      const { ledger, supplier, obligor, bank } = net;
      const terms = await termsFor(net, { number: "INV-2" });
      await ledger.connect(supplier).register(terms);
      await expect(ledger.connect(obligor).refuse(supplier.address, terms, 255)).to.emit(ledger, "ReceivableRefused");
      await ledger.setRoles(bank.address, ROLE.OBLIGOR);
      const theirs = await termsFor(net, { obligor: bank.address, number: "INV-3" });
      await ledger.connect(supplier).register(theirs);
      await expect(ledger.connect(bank).confirm(supplier.address, theirs, 1)).to.emit(ledger, "ReceivableConfirmed");
    });

    it("is cured by paying in full, whether or not slices are named", async () => {
      const net = await reported();
      const { ledger, settlementDesk, obligor, identity, terms, id, slice, standing } = net;
      for (const ids of [[slice], []]) {
        const snapshot = await net.networkHelpers.takeSnapshot();
        await expect(settlementDesk.connect(obligor).pay(id, ids))
          .to.emit(ledger, "ReceivableCured")
          .withArgs(id, obligor.address, 0, receivableWord(terms, CONFIRMED), standing);
        expect(await ledger.participantOf(obligor.address)).to.equal(standing);
        expect(await ledger.overdueOf(identity)).to.equal(0);
        const end = ids.length === 0 ? CONFIRMED | MARK.PAID_INTO : BigInt(STATUS.SETTLED) | MARK.REGISTRY;
        expect(await ledger.receivableWordOf(id)).to.equal(receivableWord(terms, end));
        const confirm = await confirming(net, { number: "INV-2" });
        await expect(confirm()).to.emit(ledger, "ReceivableConfirmed");
        await snapshot.restore();
      }
    });
  });

  it("with two overdue receivables is cured by the second payment only", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, identity, dueDay, standing } = net;
    const second = await confirmedReceivable(net, { number: "INV-2" });
    await startDay(net, dueDay + GRACE_DAYS + 1);
    await ledger.reportOverdue(net.id);
    await expect(ledger.reportOverdue(second.id))
      .to.emit(ledger, "ReceivableOverdue")
      .withArgs(
        second.id,
        obligor.address,
        net.operator.address,
        2,
        receivableWord(second.terms, CONFIRMED | MARK_OVERDUE),
        standing | OVERDUE,
      );
    const by = settlementDesk.connect(obligor);
    await expect(by.pay(net.id, [net.slice]))
      .to.emit(ledger, "ReceivableCured")
      .withArgs(net.id, obligor.address, 1, receivableWord(net.terms, CONFIRMED), standing | OVERDUE);
    expect(await ledger.overdueOf(identity)).to.equal(1);
    const confirm = await confirming(net, { number: "INV-3" });
    await expect(confirm())
      .to.be.revertedWithCustomError(ledger, "Obligors_IssuanceStopped")
      .withArgs(obligor.address, standing | OVERDUE);
    await expect(by.pay(second.id, [second.slice]))
      .to.emit(ledger, "ReceivableCured")
      .withArgs(second.id, obligor.address, 0, receivableWord(second.terms, CONFIRMED), standing);
    await expect(confirm()).to.emit(ledger, "ReceivableConfirmed");
  });
});
