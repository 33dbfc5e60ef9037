import type { FlowEdge } from "./flow-graph.ts";

/** Edges with their lanes: those between the same two nodes, in whatever direction, each get their own. */
export function lanes(edges: readonly FlowEdge[]): { edge: FlowEdge; lane: number }[] {
  const taken = new Map<string, number>();
  return edges.map((edge) => {
    const pair = [edge.from, edge.to].sort().join("-");
    const lane = taken.get(pair) ?? 0;
    taken.set(pair, lane + 1);
    return { edge, lane };
  });
}
