import { inOrder, type Movement, type MovementKind } from "../provenance.ts";

/** What an edge of the graph stands for. */
export const FLOW_KINDS = ["confirm", "transfer", "finance", "pledge", "recourse", "legal", "repaid"] as const;

export type FlowKind = (typeof FLOW_KINDS)[number];

/** A movement that has a time; a pledge moves nothing, but binds the cents to its lender. */
export interface FlowMovement extends Omit<Movement, "kind"> {
  kind: MovementKind | "pledge";
  /** Seconds. */
  timestamp: bigint;
}

/** All movements of a kind from one to another. */
export interface FlowEdge {
  id: string;
  from: string;
  to: string;
  kind: FlowKind;
  /** Cents moved, in minor units; cents that moved twice count twice. */
  amount: bigint;
  movements: number;
  /** Seconds, of the first and the last movement. */
  first: bigint;
  last: bigint;
}

export interface FlowGraph {
  /** Who had to do with the cents, in the order in which they came. */
  nodes: string[];
  edges: FlowEdge[];
}

/** Splits, merges and cuts stay with one holder: they are no edges. */
const KINDS: Readonly<Record<FlowMovement["kind"], FlowKind | null>> = {
  confirm: "confirm",
  payment: "transfer",
  acceptance: "transfer",
  discount: "finance",
  quote: "finance",
  desk: "finance",
  pledge: "pledge",
  foreclosure: "pledge",
  recourse: "recourse",
  order: "legal",
  succession: "legal",
  retirement: "repaid",
  settlement: "repaid",
  split: null,
  merge: null,
  cut: null,
};

export function flowKind(kind: FlowMovement["kind"]): FlowKind | null {
  return KINDS[kind];
}

/** @param until Movements up to this second; all of them when it is null. */
export function flowGraph(movements: readonly FlowMovement[], until: bigint | null = null): FlowGraph {
  const edges = new Map<string, FlowEdge>();
  const nodes = new Set<string>();
  for (const { from, to, kind, start, end, timestamp } of movements.toSorted(byTime)) {
    const flow = flowKind(kind);
    if (flow === null || from === to || (until !== null && timestamp > until)) continue;
    nodes.add(from).add(to);
    addToEdge(edges, { from, to, kind: flow, amount: end - start, movements: 1, first: timestamp, last: timestamp });
  }
  return { nodes: [...nodes], edges: [...edges.values()] };
}

/** Adds up edges of the same kind between the same two. */
export function joinEdges(edges: readonly Omit<FlowEdge, "id">[]): FlowEdge[] {
  const joined = new Map<string, FlowEdge>();
  for (const edge of edges) addToEdge(joined, edge);
  return [...joined.values()];
}

function addToEdge(edges: Map<string, FlowEdge>, edge: Omit<FlowEdge, "id">): void {
  const id = `${edge.from}-${edge.to}-${edge.kind}`;
  const known = edges.get(id);
  edges.set(id, {
    ...edge,
    id,
    amount: (known?.amount ?? 0n) + edge.amount,
    movements: (known?.movements ?? 0) + edge.movements,
    first: known && known.first < edge.first ? known.first : edge.first,
    last: known && known.last > edge.last ? known.last : edge.last,
  });
}

/** Cents [start, end) in one hand. */
export interface HeldRange {
  start: bigint;
  end: bigint;
}

/** Who held which cents at a second: ascending, neighbours together. Redeemed cents are nobody's. */
export function holdingsAt(movements: readonly FlowMovement[], until: bigint): Map<string, HeldRange[]> {
  const moves = inOrder(movements.filter(isMove)).filter(({ timestamp }) => timestamp <= until);
  const bounds = [...new Set(moves.flatMap(({ start, end }) => [start, end]))].sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(bounds.map((bound, i) => [bound, i]));
  const holders: (string | null)[] = bounds.map(() => null);
  for (const { start, end, to, kind } of moves) {
    holders.fill(kind === "settlement" ? null : to, place.get(start), place.get(end));
  }
  const held = new Map<string, HeldRange[]>();
  for (const [i, holder] of holders.entries()) {
    const [start, end] = [bounds[i], bounds[i + 1]];
    if (holder === null || start === undefined || end === undefined) continue;
    const ranges = held.get(holder) ?? [];
    const last = ranges.at(-1);
    if (last?.end === start) last.end = end;
    else ranges.push({ start, end });
    held.set(holder, ranges);
  }
  return held;
}

type Move = FlowMovement & { kind: MovementKind };

function isMove(movement: FlowMovement): movement is Move {
  return movement.kind !== "pledge";
}

function byTime(a: FlowMovement, b: FlowMovement): number {
  return a.block === b.block ? a.logIndex - b.logIndex || (a.start < b.start ? -1 : 1) : a.block < b.block ? -1 : 1;
}
