import { expect } from "chai";
import { id as hashOf } from "ethers";
import type { TermsStruct } from "../../../types/contracts/interfaces/ILedger.js";
import { authorityOf, DECISION, GOVERNANCE_DELAY } from "../../helpers/governance.ts";
import { loaderOf, nextSecond } from "../../helpers/loader.ts";
import { identityOf, type Network, ROLE, sliceId, startDay, termsFor, todayOf } from "../../helpers/network.ts";
import { addPolicy } from "../../helpers/policy.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { commitmentOf, STATUS } from "../../helpers/words.ts";

const MOST = 100;
const EUR = 2;
const KYC_UNTIL = 40_000;
const FACE = 10_000_000n;
/** `FailedCall()`: what the ledger says when its other half could not say anything any more. */
const SILENT = hashOf("FailedCall()").slice(0, 10);

function hash(terms: TermsStruct): string {
  return `0x${commitmentOf(terms).toString(16).padStart(64, "0")}`;
}

/** Registers many of the supplier's invoices in one transaction. */
async function registerMany(net: Network, series: string, count: number): Promise<TermsStruct[]> {
  const numbers = Array.from({ length: count }, (_, i) => `${series}-${i}`);
  const all = await Promise.all(numbers.map((number) => termsFor(net, { number })));
  const calls = all.map((terms) => net.ledger.interface.encodeFunctionData("register", [terms]));
  await net.ledger.connect(net.supplier).multicall(calls);
  return all;
}

async function three(net: Network) {
  const registered = await registerMany(net, "three", 3);
  return { registered, items: itemsOf(net, registered) };
}

function itemsOf({ supplier }: Network, all: readonly TermsStruct[]) {
  return all.map((terms) => ({ creditor: supplier.address, terms }));
}

type Item = ReturnType<typeof itemsOf>[number];

/** Eight items, each refused for another reason, and the refusals to expect. */
async function badItems(net: Network, confirmed: TermsStruct) {
  const { ledger, supplier, cautious, obligor, bank } = net;
  const today = await todayOf(net);
  const make = (number: string, change: Partial<TermsStruct> = {}) => termsFor(net, { number, ...change });
  const [unknown, altered, refused, large, late] = [
    await make("never registered"),
    await make("altered"),
    await make("refused"),
    await make("above the limit", { currency: EUR }),
    await make("lapsing", { dueDay: today + 1 }),
  ];
  const theirs = await make("a suspended creditor's");
  for (const terms of [altered, refused, large, late]) await ledger.connect(supplier).register(terms);
  await ledger.connect(cautious).register(theirs);
  await ledger.connect(obligor).refuse(supplier.address, refused, 1);
  await ledger.setOutstandingLimit(identityOf(obligor.address), EUR, FACE - 1n);
  await ledger.suspend(cautious.address);
  await startDay(net, today + 1);
  const by = (terms: TermsStruct): Item => ({ creditor: supplier.address, terms });
  const other = { ...altered, face: FACE + 1n };
  const error = ledger.interface.encodeErrorResult.bind(ledger.interface);
  const suspended = await ledger.participantOf(cautious.address);
  return [
    [by({ ...unknown, obligor: bank.address }), error("Receivables_NotObligor", [obligor.address, bank.address])],
    [by(unknown), error("Receivables_StatusIs", [await idOf(net, unknown), STATUS.NONE])],
    [by(other), error("Receivables_TermsDiffer", [await idOf(net, altered), hash(altered), hash(other)])],
    [by(confirmed), error("Receivables_StatusIs", [await idOf(net, confirmed), STATUS.CONFIRMED])],
    [by(refused), error("Receivables_StatusIs", [await idOf(net, refused), STATUS.REFUSED])],
    [by(large), error("Obligors_LimitExceeded", [obligor.address, EUR, 0, FACE, FACE - 1n])],
    [by(late), error("Receivables_TenorOutOfRange", [today + 1, today + 1, 365])],
    [
      { creditor: cautious.address, terms: theirs },
      error("Participants_MayNotAct", [cautious.address, ROLE.SUPPLIER, suspended, today + 1]),
    ],
  ] as const satisfies readonly (readonly [Item, string])[];
}

describe("Batches", () => {
  const load = loaderOf(three);

  describe("confirmMany", () => {
    // This transaction of 92 confirmed and 8 refused items costs about 4 010 000 gas.
    it("confirms the good ones of a hundred, and says of each bad one why not", async () => {
      const net = await load();
      const { ledger, obligor } = net;
      const good = await registerMany(net, "hundred", 92);
      const [first] = good;
      if (!first) throw new Error("good items expected");
      const bad = await badItems(net, first);
      // The bad ones lie among the good: every eleventh, after the one that is confirmed twice.
      const items = itemsOf(net, good);
      const expected = items.map(() => "0x");
      bad.forEach(([item, refusal], i) => {
        items.splice(11 * (i + 1), 0, item);
        expected.splice(11 * (i + 1), 0, refusal);
      });
      expect(items).to.have.length(MOST);
      expect(await ledger.connect(obligor).confirmMany.staticCall(items, 1)).to.deep.equal(expected);
      const sending = ledger.connect(obligor).confirmMany(items, 1);
      for (const [{ creditor, terms }, refusal] of bad)
        await expect(sending)
          .to.emit(ledger, "ConfirmationFailed")
          .withArgs(obligor.address, creditor, terms.invoiceKey, refusal);
      const block = (await (await sending).wait())?.blockNumber;
      expect(await ledger.queryFilter(ledger.filters.ReceivableConfirmed(), block, block)).to.have.length(92);
      expect(await ledger.queryFilter(ledger.filters.ConfirmationFailed(), block, block)).to.have.length(8);
      for (const terms of good)
        expect(await ledger.ownerOf(sliceId(await idOf(net, terms), 0n))).to.equal(net.supplier.address);
    });

    it("refuses 101, and does nothing with none", async () => {
      const net = await load();
      const { ledger, obligor, items } = net;
      const [item] = items;
      if (!item) throw new Error("an item expected");
      await expect(ledger.connect(obligor).confirmMany(Array<Item>(MOST + 1).fill(item), 1))
        .to.be.revertedWithCustomError(ledger, "Batches_TooMany")
        .withArgs(MOST + 1, MOST);
      expect(await ledger.connect(obligor).confirmMany.staticCall([], 1)).to.deep.equal([]);
    });

    it("refuses every item under a policy that is not in force, with the chain's time", async () => {
      const net = await load();
      const { ledger, obligor, items } = net;
      const now = await nextSecond(net);
      const sending = ledger.connect(obligor).confirmMany(items, 2);
      const refusal = ledger.interface.encodeErrorResult("Rulebook_PolicyNotInForce", [2, now]);
      for (const { creditor, terms } of items)
        await expect(sending)
          .to.emit(ledger, "ConfirmationFailed")
          .withArgs(obligor.address, creditor, terms.invoiceKey, refusal);
    });

    it("confirms under a policy that came meanwhile only by its own number", async () => {
      const net = await load();
      const { ledger, obligor, items } = net;
      const policy = await addPolicy(net, {});
      expect(await ledger.connect(obligor).confirmMany.staticCall(items, policy)).to.deep.equal(["0x", "0x", "0x"]);
    });

    it("counts each item against the limit of the one before", async () => {
      const net = await load();
      const { ledger, obligor, items } = net;
      await ledger.setOutstandingLimit(identityOf(obligor.address), 1, 2n * FACE);
      const refusal = ledger.interface.encodeErrorResult("Obligors_LimitExceeded", [
        obligor.address,
        1,
        2n * FACE,
        FACE,
        2n * FACE,
      ]);
      expect(await ledger.connect(obligor).confirmMany.staticCall(items, 1)).to.deep.equal(["0x", "0x", refusal]);
    });

    it("does all or nothing when gas runs out: no gas limit turns a good item into a refused one", async () => {
      const { ledger, obligor, items } = await load();
      const by = ledger.connect(obligor);
      const needed = await by.confirmMany.estimateGas(items, 1);
      const ranOut: { gasLimit: bigint; item: bigint }[] = [];
      for (let gasLimit = 60_000n; gasLimit <= needed + 10_000n; gasLimit += 2_000n) {
        try {
          expect(await by.confirmMany.staticCall(items, 1, { gasLimit })).to.deep.equal(["0x", "0x", "0x"]);
        } catch (failure) {
          const item = outOfGasAt(ledger, failure);
          if (item !== null) ranOut.push({ gasLimit, item });
        }
      }
      const last = ranOut.at(-1);
      if (!last) throw new Error("some gas limit runs out inside an item");
      await expect(by.confirmMany(items, 1, { gasLimit: last.gasLimit }))
        .to.be.revertedWithCustomError(ledger, "Batches_OutOfGas")
        .withArgs(last.item);
    });
  });

  describe("multicall", () => {
    it("does all in order, as the caller, and returns what each returned", async () => {
      const net = await load();
      const { ledger, supplier } = net;
      const terms = await termsFor(net, { number: "by multicall" });
      const corrected = { ...terms, face: 5_000n };
      const { interface: abi } = ledger;
      const calls = [
        abi.encodeFunctionData("register", [terms]),
        abi.encodeFunctionData("correct", [terms, corrected]),
        abi.encodeFunctionData("participantOf", [supplier.address]),
      ];
      const id = await idOf(net, terms);
      const results = await ledger.connect(supplier).multicall.staticCall(calls);
      expect(results.map((each) => BigInt(each))).to.deep.equal([id, id, await ledger.participantOf(supplier.address)]);
      await expect(ledger.connect(supplier).multicall(calls)).to.emit(ledger, "ReceivableCancelled");
      expect((await ledger.receivableWordOf(id)) & 0xffn).to.equal(STATUS.REGISTERED);
      expect(await ledger.multicall.staticCall([])).to.deep.equal([]);
    });

    it("does none when one fails, and says why", async () => {
      const net = await load();
      const { ledger, supplier, obligor } = net;
      const terms = await termsFor(net, { number: "by multicall" });
      const calls = [
        ledger.interface.encodeFunctionData("register", [terms]),
        ledger.interface.encodeFunctionData("confirm", [supplier.address, terms, 1]),
      ];
      await expect(ledger.connect(supplier).multicall(calls))
        .to.be.revertedWithCustomError(ledger, "Receivables_NotObligor")
        .withArgs(supplier.address, obligor.address);
      expect(await ledger.receivableWordOf(await idOf(net, terms))).to.equal(0);
    });

    it("keeps the caller through a batch in a batch", async () => {
      const { ledger, obligor, supplier, items } = await load();
      const inner = ledger.interface.encodeFunctionData("confirmMany", [items, 1]);
      const outer = ledger.interface.encodeFunctionData("multicall", [[inner]]);
      const block = (await (await ledger.connect(obligor).multicall([outer])).wait())?.blockNumber;
      expect(await ledger.queryFilter(ledger.filters.ReceivableConfirmed(), block, block)).to.have.length(3);
      const again = await ledger.connect(supplier).confirmMany.staticCall(items, 1);
      const refusal = ledger.interface.encodeErrorResult("Receivables_NotObligor", [supplier.address, obligor.address]);
      expect(again).to.deep.equal([refusal, refusal, refusal]);
    });

    it("opens no restricted door: each call asks the AccessManager for its caller", async () => {
      const net = await load();
      const { ledger, operator, outsider, supervisor } = net;
      const admit = (seed: string, account: string) =>
        ledger.interface.encodeFunctionData("admit", [account, identityOf(seed), ROLE.SUPPLIER, KYC_UNTIL]);
      const calls = [admit("a first newcomer", outsider.address), admit("a second newcomer", supervisor.address)];
      for (const who of [outsider, supervisor]) {
        await expect(ledger.connect(who).multicall(calls))
          .to.be.revertedWithCustomError(ledger, "AccessManagedUnauthorized")
          .withArgs(who.address);
      }
      await ledger.connect(operator).multicall(calls);
      expect(await ledger.accountOf(identityOf("a second newcomer"))).to.equal(supervisor.address);
    });

    it("does not skip the announcement of what is delayed, and uses it up once", async () => {
      const net = await load();
      const { ledger } = net;
      const authority = await authorityOf(net);
      const desk = net.outsider.address;
      const call = ledger.interface.encodeFunctionData("admitDesk", [desk, 1, DECISION]);
      const operation = await authority.hashOperation(net.operator.address, ledger, call);
      await expect(ledger.multicall([call]))
        .to.be.revertedWithCustomError(authority, "AccessManagerNotScheduled")
        .withArgs(operation);
      await authority.schedule(ledger, call, 0);
      await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
      await expect(ledger.multicall([call, call]))
        .to.be.revertedWithCustomError(authority, "AccessManagerNotScheduled")
        .withArgs(operation);
      await expect(ledger.multicall([call])).to.emit(ledger, "DeskAdmitted");
    });
  });
});

/** The item at which gas ran out, or null where there was too little even to say so. Any other failure is the test's. */
function outOfGasAt(ledger: Network["ledger"], failure: unknown): bigint | null {
  const data = failure instanceof Error && "data" in failure ? failure.data : undefined;
  const error = typeof data === "string" ? ledger.interface.parseError(data) : null;
  if (error?.name === "Batches_OutOfGas") return error.args[0];
  if (data === SILENT || (failure instanceof Error && /out of gas|intrinsic gas|gas floor/i.test(failure.message)))
    return null;
  throw failure;
}
