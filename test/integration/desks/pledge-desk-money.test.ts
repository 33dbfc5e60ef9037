import { expect } from "chai";
import { BlocklistToken__factory } from "../../../types/contracts/index.js";
import { loaderOf } from "../../helpers/loader.ts";
import { type Network, sliceId, startDay } from "../../helpers/network.ts";
import { interestOn, LOAN, loanIn } from "../../helpers/pledge.ts";

const FACE = 10_000_000n;
const CURRENCY = 3;
const FAR = 5_000_000_000;
const DOCUMENT = `0x${"d0".repeat(32)}`;
const SEEDS = 12;
const STEPS = 14;

/** A reproducible sequence of whole numbers below a bound (mulberry32). */
function randomOf(seed: number) {
  let state = seed >>> 0;
  return (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomOf>;

async function dueLoan(net: Network) {
  const loan = await loanIn(net, () => new BlocklistToken__factory(net.operator).deploy(2));
  await loan.take();
  const part = sliceId(loan.id, 3_333_333n);
  await net.ledger.connect(net.supervisor).freeze(loan.slice, 3_333_333n, FACE, 1, DOCUMENT, FAR);
  await net.ledger.connect(net.supervisor).release([part], DOCUMENT);
  await startDay(net, loan.dueDay);
  return { ...loan, parts: [loan.slice, part], pay: net.settlementDesk.connect(net.obligor) };
}

type Scene = Network & Awaited<ReturnType<typeof dueLoan>>;

/** The loan as an accountant would keep it, in minor units. */
class Book {
  principal = LOAN.principal;
  accrued = 0n;
  paid = 0n;
  since: number;
  in = 0n;
  toLender = 0n;
  toHolder = 0n;

  constructor(day: number) {
    this.since = day;
  }

  owed(day: number): bigint {
    return this.principal + this.interest(day);
  }

  interest(day: number): bigint {
    return this.accrued + interestOn(this.principal, day - this.since) - this.paid;
  }

  credit(amount: bigint, day: number): void {
    const interest = this.interest(day);
    const toInterest = amount < interest ? amount : interest;
    if (amount > toInterest) {
      this.accrued += interestOn(this.principal, day - this.since);
      this.since = day;
      this.principal -= amount - toInterest;
    }
    this.paid += toInterest;
    this.in += amount;
    this.toLender += amount;
  }
}

/** What each has received, by the token and by what is set aside for it. */
async function received({ token, pledgeDesk, bank, supplier }: Scene, who: "bank" | "supplier"): Promise<bigint> {
  const { address } = who === "bank" ? bank : supplier;
  return (await token.balanceOf(address)) + (await pledgeDesk.setAsideOf(address, CURRENCY));
}

async function play(scene: Scene, random: Random) {
  const { token, pledgeDesk, desk, settlementDesk, bank, supplier, id, loanId, parts, pay } = scene;
  const book = new Book(scene.lentOn);
  const begin = { bank: await received(scene, "bank"), supplier: await received(scene, "supplier") };
  let [day, repaid] = [scene.dueDay, 0n];
  for (let step = 0; step < STEPS; step++) {
    const act = random(6);
    if (act === 0) {
      day += 1 + random(9);
      await startDay(scene, day);
    } else if (act === 1) await token.setRefused(random(2) === 0 ? bank.address : supplier.address, random(2) === 0);
    else if (act === 2 && book.owed(day) > 0n) {
      const amount = 1n + (BigInt(random(1_000_000)) * book.owed(day)) / 1_000_000n;
      const given = amount > book.owed(day) ? book.owed(day) : amount;
      await desk.repay(loanId, given, []);
      book.credit(given, day);
      repaid += given;
    } else if (act === 3) {
      const { face, penalty } = await settlementDesk.dueOf(id);
      const due = face + penalty;
      if (due > 1n) await pay.payPart(id, 1n + (BigInt(random(1_000_000)) * (due - 1n)) / 1_000_000n, parts);
    } else {
      let waiting = 0n;
      for (const part of parts) waiting += await settlementDesk.lockedMoneyOf(part);
      if (waiting === 0n) continue;
      await pledgeDesk.collect(loanId, random(2) === 0 ? parts : [...parts].reverse());
      const owed = book.owed(day);
      const toLender = waiting < owed ? waiting : owed;
      // Part by part or at once, on one day it comes to the same.
      book.credit(toLender, day);
      book.in += waiting - toLender;
      book.toHolder += waiting - toLender;
    }
    const aside =
      (await pledgeDesk.setAsideOf(bank.address, CURRENCY)) + (await pledgeDesk.setAsideOf(supplier.address, CURRENCY));
    expect(await token.balanceOf(pledgeDesk), "the desk has what is set aside, and no more").to.equal(aside);
    expect((await received(scene, "bank")) - begin.bank, "lender").to.equal(book.toLender);
    expect((await received(scene, "supplier")) - begin.supplier, "holder").to.equal(book.toHolder - repaid);
    expect(book.toLender + book.toHolder, "out = in").to.equal(book.in);
    expect(await pledgeDesk.debtOf(loanId), "debt").to.deep.equal([book.principal, book.interest(day)]);
  }
  return book;
}

describe("PledgeDesk: money in = money out + set aside", () => {
  const load = loaderOf(dueLoan);

  it(`whatever the order of repayments and settlements in part, in ${SEEDS} random lives of a loan`, async () => {
    let [toLender, toHolder] = [0n, 0n];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const book = await play(await load(), randomOf(seed)).catch((cause: unknown) => {
        throw new Error(`seed ${seed}`, { cause });
      });
      toLender += book.toLender;
      toHolder += book.toHolder;
    }
    expect(toLender).to.be.greaterThan(LOAN.principal);
    expect(toHolder).to.be.greaterThan(0n);
  });
});
