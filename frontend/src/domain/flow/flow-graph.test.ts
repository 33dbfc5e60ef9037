import { describe, expect, it } from "vitest";
import { type FlowMovement, flowGraph, holdingsAt, joinEdges } from "./flow-graph.ts";

const move = (
  block: bigint,
  kind: FlowMovement["kind"],
  from: string,
  to: string,
  [start, end]: [bigint, bigint],
): FlowMovement => ({
  id: `${block}-${start}`,
  block,
  logIndex: 0,
  timestamp: block * 10n,
  kind,
  from,
  to,
  start,
  end,
});

const MOVES = [
  move(1n, "confirm", "obligor", "a", [0n, 100n]),
  move(2n, "split", "a", "a", [60n, 100n]),
  move(3n, "payment", "a", "b", [60n, 100n]),
  move(4n, "acceptance", "a", "b", [0n, 10n]),
  move(5n, "pledge", "b", "bank", [60n, 100n]),
  move(6n, "foreclosure", "b", "bank", [60n, 100n]),
  move(7n, "settlement", "bank", "obligor", [60n, 100n]),
];

describe("flowGraph", () => {
  it("joins movements of a kind between the same two, and leaves out what stays in one hand", () => {
    const { nodes, edges } = flowGraph(MOVES);
    expect(nodes).toEqual(["obligor", "a", "b", "bank"]);
    expect(edges.map(({ from, to, kind, amount, movements }) => [from, to, kind, amount, movements])).toEqual([
      ["obligor", "a", "confirm", 100n, 1],
      ["a", "b", "transfer", 50n, 2],
      ["b", "bank", "pledge", 80n, 2],
      ["bank", "obligor", "repaid", 40n, 1],
    ]);
    expect(edges[1]).toMatchObject({ first: 30n, last: 40n });
  });
  it("goes up to a moment", () => {
    const { nodes, edges } = flowGraph(MOVES, 30n);
    expect(nodes).toEqual(["obligor", "a", "b"]);
    expect(edges.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["confirm", 100n],
      ["transfer", 40n],
    ]);
  });
  it("takes movements in any order", () => expect(flowGraph(MOVES.toReversed())).toEqual(flowGraph(MOVES)));
});

describe("holdingsAt", () => {
  const at = (second: bigint) => Object.fromEntries(holdingsAt(MOVES, second));
  it("is nobody before the confirmation", () => expect(at(9n)).toEqual({}));
  it("is whoever got the cents last, neighbours together", () => {
    expect(at(20n)).toEqual({ a: [{ start: 0n, end: 100n }] });
    expect(at(40n)).toEqual({
      b: [
        { start: 0n, end: 10n },
        { start: 60n, end: 100n },
      ],
      a: [{ start: 10n, end: 60n }],
    });
  });
  it("does not move with a pledge, but when it is taken", () => {
    expect(at(50n)).toEqual(at(40n));
    expect(at(60n).bank).toEqual([{ start: 60n, end: 100n }]);
  });
  it("is nobody for redeemed cents", () => {
    expect(at(70n)).toEqual({ a: [{ start: 10n, end: 60n }], b: [{ start: 0n, end: 10n }] });
  });
});

describe("joinEdges", () => {
  it("adds up, with the first and the last moment", () => {
    const edge = { from: "a", to: "b", kind: "transfer" as const, amount: 5n, movements: 2, first: 10n, last: 20n };
    expect(joinEdges([edge, { ...edge, amount: 1n, movements: 1, first: 5n, last: 15n }])).toEqual([
      { ...edge, id: "a-b-transfer", amount: 6n, movements: 3, first: 5n, last: 20n },
    ]);
  });
});
