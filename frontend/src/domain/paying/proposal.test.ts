import { describe, expect, it } from "vitest";
import { randomOf } from "../../../../test/helpers/random.ts";
import { mayTake, type SpendableSlice, sumOf, type Want } from "./payment.ts";
import { type Proposal, propose, type Wishes } from "./proposal.ts";

const NONE: ReadonlySet<string> = new Set();
const wishes = (more: Partial<Wishes> = {}): Wishes => ({ order: "latest", leftOut: NONE, pinned: NONE, ...more });
const slice = (id: string, face: bigint, dueDay = 100, smallest = 100n): SpendableSlice => ({
  ...{ id, face, smallest, dueDay },
});
const want = (payee: string, amount: bigint): Want => ({ payee, amount });
const told = ({ payments }: Proposal<SpendableSlice>) =>
  payments.map(({ slice: { id }, shares, stays }) => [
    id,
    Object.fromEntries(shares.map((s) => [s.payee, s.amount])),
    stays,
  ]);

/** What the ledger would refuse, or what does not add up. */
function flawsOf(
  slices: readonly SpendableSlice[],
  wants: readonly Want[],
  { payments, missing }: Proposal<SpendableSlice>,
) {
  const flaws: string[] = [];
  const ids = payments.map((payment) => payment.slice.id);
  if (new Set(ids).size !== ids.length) flaws.push("a slice is used twice");
  for (const payment of payments) {
    const { face, smallest, id } = payment.slice;
    const { shares, stays } = payment;
    if (!slices.includes(payment.slice)) flaws.push(`${id} is not held`);
    if (sumOf(shares) + stays !== face) flaws.push(`the cents of ${id} do not add up`);
    const isWhole = stays === 0n && shares.length === 1;
    if (shares.length === 0) flaws.push(`${id} pays nobody`);
    if (!isWhole && shares.some(({ amount }) => amount < smallest)) flaws.push(`a part of ${id} is too small`);
    if (stays !== 0n && stays < smallest) flaws.push(`what stays of ${id} is too small`);
    if (new Set(shares.map(({ payee }) => payee)).size !== shares.length) flaws.push(`${id} pays somebody twice`);
  }
  for (const { payee, amount } of wants) {
    const got = sumOf(payments.flatMap(({ shares }) => shares).filter((share) => share.payee === payee));
    const lacks = sumOf(missing.filter((each) => each.payee === payee));
    if (got + lacks !== amount) flaws.push(`${payee} gets ${got} and lacks ${lacks} of ${amount}`);
  }
  return flaws;
}

/** The fewest slices that pay everybody, by trying everything; null when none do. */
function fewestByTrying(slices: readonly SpendableSlice[], wants: readonly Want[]): number | null {
  const lefts = slices.map(({ face }) => face);
  let fewest: number | null = null;
  const tryFor = (who: number, rest: bigint, from: number) => {
    const next = wants[who];
    if (!next) {
      const used = slices.filter(({ face }, i) => lefts[i] !== face).length;
      fewest = fewest === null || used < fewest ? used : fewest;
      return;
    }
    for (let i = from; i < slices.length; i++) {
      const [own, left] = [slices[i], lefts[i] ?? 0n];
      for (let amount = 1n; own && amount <= rest && amount <= left; amount++) {
        if (!mayTake(own, left, amount)) continue;
        lefts[i] = left - amount;
        if (amount === rest) tryFor(who + 1, wants[who + 1]?.amount ?? 0n, 0);
        else tryFor(who, rest - amount, i + 1);
        lefts[i] = left;
      }
    }
  };
  tryFor(0, wants[0]?.amount ?? 0n, 0);
  return fewest;
}

describe("propose", () => {
  it("takes one slice when one suffices: the latest due, or the earliest when that is wished for", () => {
    const slices = [slice("soon", 10_000n, 10), slice("later", 9_000n, 50), slice("small", 700n, 90)];
    const wants = [want("a", 3_000n), want("b", 2_000n)];
    expect(told(propose(slices, wants, wishes()))).toEqual([["later", { a: 3_000n, b: 2_000n }, 4_000n]]);
    expect(told(propose(slices, wants, wishes({ order: "earliest" })))).toEqual([
      ["soon", { a: 3_000n, b: 2_000n }, 5_000n],
    ]);
  });

  it("passes a slice on whole where it is just what somebody is to get", () => {
    const slices = [slice("big", 10_000n, 50), slice("exact", 3_000n, 40)];
    const wants = [want("a", 3_000n), want("b", 9_000n)];
    expect(told(propose(slices, wants, wishes()))).toEqual([
      ["big", { b: 9_000n }, 1_000n],
      ["exact", { a: 3_000n }, 0n],
    ]);
  });

  it("pays one from two slices when neither has enough, and leaves no piece that is too small", () => {
    const slices = [slice("x", 5_000n, 50), slice("y", 5_000n, 40)];
    expect(told(propose(slices, [want("a", 5_050n)], wishes()))).toEqual([
      ["x", { a: 4_900n }, 100n],
      ["y", { a: 150n }, 4_850n],
    ]);
  });

  it("leaves out what is to be left out, and uses first what is pinned", () => {
    const slices = [slice("x", 5_000n, 50), slice("y", 5_000n, 40), slice("z", 1_000n, 30)];
    const wants = [want("a", 2_000n)];
    expect(told(propose(slices, wants, wishes({ leftOut: new Set(["x"]) })))).toEqual([["y", { a: 2_000n }, 3_000n]]);
    expect(told(propose(slices, wants, wishes({ pinned: new Set(["z"]) })))).toEqual([
      ["z", { a: 1_000n }, 0n],
      ["x", { a: 1_000n }, 4_000n],
    ]);
  });

  it("pays those named first when there is not enough, and says who lacks how much", () => {
    const { payments, missing } = propose([slice("x", 5_000n)], [want("a", 3_000n), want("b", 2_500n)], wishes());
    expect(missing).toEqual([want("b", 500n)]);
    expect(payments[0]?.shares).toEqual([want("a", 3_000n), want("b", 2_000n)]);
  });

  it("says that an amount smaller than any slice may be can't be paid, and pays the others", () => {
    const proposal = propose([slice("x", 5_000n)], [want("a", 99n), want("b", 2_500n)], wishes());
    expect(proposal.missing).toEqual([want("a", 99n)]);
    expect(told(proposal)).toEqual([["x", { b: 2_500n }, 2_500n]]);
  });

  it("chooses a slice that may be cut small enough, although another comes first", () => {
    const slices = [slice("coarse", 100_000n, 50, 20_000n), slice("fine", 4_000n, 10, 100n)];
    expect(told(propose(slices, [want("a", 500n)], wishes()))).toEqual([["fine", { a: 500n }, 3_500n]]);
  });

  it("proposes nothing when nothing is asked or held", () => {
    expect(propose([], [want("a", 5n)], wishes())).toEqual({ payments: [], missing: [want("a", 5n)] });
    expect(propose([slice("x", 5_000n)], [want("a", 0n)], wishes())).toEqual({ payments: [], missing: [] });
  });

  it("finds whatever trying everything finds, with no more slices", () => {
    const random = randomOf(20_261_121);
    let payable = 0;
    for (let round = 0; round < 3_000; round++) {
      const slices = Array.from({ length: 1 + Number(random.upTo(2n)) }, (_, i) =>
        slice(`s${i}`, 1n + random.upTo(11n), Number(random.upTo(5n)), 1n + random.upTo(3n)),
      );
      const wants = Array.from({ length: 1 + Number(random.upTo(2n)) }, (_, i) => want(`p${i}`, 1n + random.upTo(7n)));
      const proposal = propose(slices, wants, wishes({ order: random.pick(["latest", "earliest"]) }));
      const fewest = fewestByTrying(slices, wants);
      const context = { slices, wants, proposal: told(proposal) };
      expect({ ...context, flaws: flawsOf(slices, wants, proposal) }).toEqual({ ...context, flaws: [] });
      expect({ ...context, isPaid: proposal.missing.length === 0 }).toEqual({ ...context, isPaid: fewest !== null });
      if (fewest === null) continue;
      payable += 1;
      expect({ ...context, used: proposal.payments.length }).toEqual({ ...context, used: fewest });
    }
    expect(payable).toBeGreaterThan(1_000);
  });

  it("is exact for large holdings and long lists", () => {
    const random = randomOf(7);
    for (let round = 0; round < 60; round++) {
      const slices = Array.from({ length: 1 + Number(random.upTo(60n)) }, (_, i) => {
        const face = 1n + random.edgy(200_000_000n, [250_000n]);
        return slice(`s${i}`, face, Number(random.upTo(365n)), 100n + random.edgy(400_000n, [250_000n]));
      });
      const wants = Array.from({ length: 1 + Number(random.upTo(99n)) }, (_, i) =>
        want(`p${i}`, 1n + random.edgy(20_000_000n, [250_000n])),
      );
      const some = (chance: number) => new Set(slices.filter(() => random.oneIn(chance)).map(({ id }) => id));
      const [leftOut, pinned] = [some(8), some(12)];
      const proposal = propose(slices, wants, wishes({ leftOut, pinned }));
      expect(flawsOf(slices, wants, proposal)).toEqual([]);
      expect(proposal.payments.filter((payment) => leftOut.has(payment.slice.id))).toEqual([]);
    }
  });

  it("leaves nobody short while there is some room", () => {
    const random = randomOf(8);
    const smallest = 25_000n;
    for (let round = 0; round < 60; round++) {
      const slices = Array.from({ length: 2 + Number(random.upTo(40n)) }, (_, i) =>
        slice(`s${i}`, smallest + random.edgy(9_000_000n, [smallest]), Number(random.upTo(365n)), smallest),
      );
      let room = slices.reduce((sum, { face }) => sum + face - 2n * smallest, 0n);
      const wants: Want[] = [];
      while (wants.length < 100 && room > smallest) {
        const amount = smallest + random.edgy(room - smallest, [smallest]) / 3n;
        wants.push(want(`p${wants.length}`, amount));
        room -= amount;
      }
      const proposal = propose(slices, wants, wishes());
      expect(flawsOf(slices, wants, proposal)).toEqual([]);
      expect(proposal.missing).toEqual([]);
    }
  });
});
