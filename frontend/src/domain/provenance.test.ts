import { describe, expect, it } from "vitest";
import { type Branch, chainsOf, holdersOf, type Movement, type MovementKind, provenance } from "./provenance.ts";
import { movementSteps, sliceBars } from "./slice-bars.ts";

type Traced = Movement & { txHash: string };

const move = (
  block: number,
  kind: MovementKind,
  range: readonly [bigint, bigint],
  from: string,
  to: string,
): Traced => ({
  id: `${block}-${range[0]}`,
  kind,
  start: range[0],
  end: range[1],
  from,
  to,
  block: BigInt(block),
  logIndex: 0,
  txHash: `0x${block}`,
});

/** Buyer confirms 1000 for A; A pays B 300; B offers C 100, who accepts; B sells its head to the bank; all is settled. */
const STORY: Traced[] = [
  move(1, "confirm", [0n, 1000n], "buyer", "A"),
  move(2, "payment", [700n, 1000n], "A", "B"),
  move(3, "split", [900n, 1000n], "B", "B"),
  move(4, "acceptance", [900n, 1000n], "B", "C"),
  move(5, "discount", [700n, 900n], "B", "bank"),
  move(6, "settlement", [0n, 700n], "A", "buyer"),
  move(6, "settlement", [700n, 900n], "bank", "buyer"),
  move(6, "settlement", [900n, 1000n], "C", "buyer"),
];

const kinds = (movements: readonly Movement[]) => movements.map(({ kind }) => kind);

describe("chainsOf", () => {
  it("gives every cent one way, and joins neighbours that share theirs", () => {
    const chains = chainsOf(STORY.slice(0, 5), 0n, 1000n);
    expect(chains.map(({ start, end, movements }) => [start, end, kinds(movements)])).toEqual([
      [0n, 700n, ["confirm"]],
      [700n, 900n, ["confirm", "payment", "discount"]],
      [900n, 1000n, ["confirm", "payment", "split", "acceptance"]],
    ]);
  });

  it("looks only at the range asked for, whatever the order of the rows", () => {
    const [chain, ...others] = chainsOf([...STORY].reverse(), 750n, 760n);
    expect(others).toEqual([]);
    expect(chain).toMatchObject({ start: 750n, end: 760n });
    expect(kinds(chain?.movements ?? [])).toEqual(["confirm", "payment", "discount", "settlement"]);
  });
});

describe("holdersOf", () => {
  it("names each holder once, in the order of arrival, and not the obligor that paid", () => {
    expect(holdersOf([...STORY].reverse())).toEqual(["A", "B", "C", "bank"]);
  });
});

describe("provenance", () => {
  it("hangs each movement below the one it took its cents from", () => {
    const [root] = provenance(STORY.slice(0, 5), 0n, 1000n);
    expect(root).toMatchObject({ start: 0n, end: 1000n, kept: 700n, movement: { to: "A" } });
    const [payment] = root?.children ?? [];
    expect(payment).toMatchObject({ start: 700n, end: 1000n, kept: 0n, movement: { to: "B" } });
    expect(payment?.children.map(({ movement, kept }) => [movement.kind, movement.to, kept])).toEqual([
      ["discount", "bank", 200n],
      ["split", "B", 0n],
    ]);
  });

  it("parts again what was merged and paid on together", () => {
    const merged = [
      move(1, "confirm", [0n, 100n], "buyer", "A"),
      move(2, "payment", [50n, 100n], "A", "B"),
      move(3, "payment", [50n, 100n], "B", "A"),
      move(4, "merge", [50n, 100n], "A", "A"),
      move(5, "payment", [40n, 100n], "A", "C"),
    ];
    const [root] = provenance(merged, 0n, 100n);
    expect(root?.kept).toBe(40n);
    expect(root?.children.map(({ start, end, movement }) => [start, end, movement.to])).toEqual([
      [40n, 50n, "C"],
      [50n, 100n, "B"],
    ]);
  });

  it("loses no cent and makes none, at any depth", () => {
    const total = (branches: readonly Branch<Movement>[]): bigint =>
      branches.reduce((sum, { kept, children }) => sum + kept + total(children), 0n);
    for (let known = 1; known <= STORY.length; known++) {
      expect(total(provenance(STORY.slice(0, known), 0n, 1000n))).toBe(1000n);
    }
  });

  it("has nothing to tell of an invoice that is not confirmed", () => {
    expect(provenance([], 0n, 1000n)).toEqual([]);
  });
});

describe("sliceBars", () => {
  const steps = movementSteps(STORY);

  it("takes one step per transaction", () => {
    expect(steps.map(({ movements }) => movements.length)).toEqual([1, 1, 1, 1, 1, 3]);
  });

  it("tiles the face after every step", () => {
    const bars = sliceBars(steps);
    for (const step of steps.keys()) {
      const standing = bars
        .filter(({ fromStep, toStep }) => fromStep <= step && (toStep === null || toStep > step))
        .sort((a, b) => (a.start < b.start ? -1 : 1));
      expect(standing[0]?.start).toBe(0n);
      expect(standing.at(-1)?.end).toBe(1000n);
      for (const [i, bar] of standing.slice(1).entries()) expect(bar.start).toBe(standing[i]?.end);
    }
  });

  it("keeps a slice that nothing happens to as one bar", () => {
    expect(sliceBars(steps).filter(({ holder, redeemed }) => holder === "A" && !redeemed)).toMatchObject([
      { start: 0n, end: 1000n, fromStep: 0, toStep: 1 },
      { start: 0n, end: 700n, fromStep: 1, toStep: 5 },
    ]);
  });

  it("joins a merged slice to its left", () => {
    const bars = sliceBars(
      movementSteps([
        move(1, "confirm", [0n, 100n], "buyer", "A"),
        move(2, "split", [50n, 100n], "A", "A"),
        move(3, "merge", [50n, 100n], "A", "A"),
      ]),
    );
    expect(bars.filter(({ toStep }) => toStep === null)).toMatchObject([
      { start: 0n, end: 100n, holder: "A", fromStep: 2 },
    ]);
  });
});
