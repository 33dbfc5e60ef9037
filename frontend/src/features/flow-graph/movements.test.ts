import { describe, expect, it } from "vitest";
import type { PledgeRow } from "../../app/data/queries/pledges.ts";
import type { MovementRow } from "../../app/data/queries/receivables.ts";
import { flowGraph } from "../../domain/flow/flow-graph.ts";
import { toldMovements } from "./movements.ts";

const row = (block: bigint, from: `0x${string}`, to: `0x${string}`): MovementRow => ({
  ...{ id: `${block}`, receivableId: "0xr", sliceId: "0xs", kind: "payment", start: 0n, end: 100n, from, to, hops: 1 },
  ...{ price: null, block, timestamp: block * 10n, txHash: "0xt", logIndex: 3 },
});
const pledge: PledgeRow = {
  ...{ id: 7n, lender: "0xbank", borrower: "0xb", receivableId: "0xr", end: 100n, face: 40n, lent: 30n },
  ...{ takenAt: 25n, txHash: "0xp" },
};

describe("toldMovements", () => {
  it("puts a pledge between what came before and after it, with its loan as the price", () => {
    const told = toldMovements([row(1n, "0xa", "0xb"), row(3n, "0xb", "0xc")], [pledge]);
    expect(told.find(({ kind }) => kind === "pledge")).toMatchObject({ start: 60n, end: 100n, price: 30n, block: 1n });
    expect(flowGraph(told).edges.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["transfer", "0xa", "0xb"],
      ["pledge", "0xb", "0xbank"],
      ["transfer", "0xb", "0xc"],
    ]);
  });
});
