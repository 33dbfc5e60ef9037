/** In the picture's own units. */
export const NODE = { width: 176, height: 48 } as const;
const TIER_GAP = 128;
const COLUMN_GAP = 24;
const ROW_GAP = 20;
/** A tier with more goes on in a further column. */
const MOST_ROWS = 25;
const SWEEPS = 6;

export interface Place {
  /** Steps from the roots. */
  tier: number;
  /** Upper left corner. */
  x: number;
  y: number;
}

export interface Layout {
  places: ReadonlyMap<string, Place>;
  width: number;
  height: number;
}

interface Link {
  from: string;
  to: string;
}

/**
 * Tiers from left to right by the fewest steps from the roots; within a tier near to whom one deals with. The same graph always
 * gets the same layout: there is no chance in it, and ties are broken by the order of the nodes.
 */
export function layeredLayout(nodes: readonly string[], links: readonly Link[], roots: readonly string[]): Layout {
  const tierOf = tiers(nodes, links, roots);
  const rows: string[][] = [];
  for (const node of nodes) {
    const tier = tierOf.get(node) ?? 0;
    rows[tier] = [...(rows[tier] ?? []), node];
  }
  const ordered = untangled(
    Array.from(rows, (row) => row ?? []),
    neighboursOf(links),
    tierOf,
  );
  return placed(ordered);
}

/** Steps from the roots along the links; who is not reached that way, by a link in any direction. */
export function tiers(nodes: readonly string[], links: readonly Link[], roots: readonly string[]): Map<string, number> {
  const onward = new Map<string, string[]>();
  for (const { from, to } of links) onward.set(from, [...(onward.get(from) ?? []), to]);
  const both = neighboursOf(links);
  const tierOf = new Map<string, number>();
  spread(
    tierOf,
    roots.filter((root) => nodes.includes(root)),
    onward,
  );
  spread(tierOf, [...tierOf.keys()], both);
  // What hangs together with nothing so far begins at the left, too.
  for (const node of nodes) if (!tierOf.has(node)) spread(tierOf, [node], both);
  return tierOf;
}

function spread(
  tierOf: Map<string, number>,
  from: readonly string[],
  ways: ReadonlyMap<string, readonly string[]>,
): void {
  const queue = [...from];
  for (const node of queue) if (!tierOf.has(node)) tierOf.set(node, 0);
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i] ?? "";
    for (const next of ways.get(node) ?? []) {
      if (tierOf.has(next)) continue;
      tierOf.set(next, (tierOf.get(node) ?? 0) + 1);
      queue.push(next);
    }
  }
}

function neighboursOf(links: readonly Link[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (a: string, b: string) => {
    const known = neighbours.get(a);
    if (known) known.push(b);
    else neighbours.set(a, [b]);
  };
  for (const { from, to } of links) {
    add(from, to);
    add(to, from);
  }
  return neighbours;
}

/** Sweeps to the right and back, each time setting nodes at the mean place of their neighbours in the tier before. */
function untangled(
  rows: readonly string[][],
  neighbours: ReadonlyMap<string, readonly string[]>,
  tierOf: ReadonlyMap<string, number>,
): string[][] {
  const result = rows.map((row) => [...row]);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isOnward = sweep % 2 === 0;
    for (let step = 1; step < result.length; step++) {
      const tier = isOnward ? step : result.length - 1 - step;
      const before = result[isOnward ? tier - 1 : tier + 1] ?? [];
      result[tier] = sortedByMean(result[tier] ?? [], before, neighbours, tierOf.get(before[0] ?? ""));
    }
  }
  return result;
}

function sortedByMean(
  row: readonly string[],
  before: readonly string[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  tierBefore: number | undefined,
): string[] {
  if (tierBefore === undefined) return [...row];
  const rank = new Map(before.map((node, i) => [node, i / before.length]));
  const mean = row.map((node, i) => {
    const ranks = (neighbours.get(node) ?? []).flatMap((next) => rank.get(next) ?? []);
    return ranks.length === 0 ? i / row.length : ranks.reduce((sum, each) => sum + each, 0) / ranks.length;
  });
  const order = row.map((_, i) => i).sort((a, b) => (mean[a] ?? 0) - (mean[b] ?? 0) || a - b);
  return order.map((i) => row[i] ?? "");
}

function placed(rows: readonly string[][]): Layout {
  const tallest = Math.max(0, ...rows.map((row) => Math.min(row.length, MOST_ROWS)));
  const height = columnHeight(tallest);
  const places = new Map<string, Place>();
  let x = 0;
  for (const [tier, row] of rows.entries()) {
    const columns = Math.max(1, Math.ceil(row.length / MOST_ROWS));
    // Even columns rather than a full one and a rest.
    const most = Math.ceil(row.length / columns);
    for (const [i, node] of row.entries()) {
      const column = Math.floor(i / most);
      const size = Math.min(most, row.length - column * most);
      const top = (height - columnHeight(size)) / 2;
      const y = top + (i % most) * (NODE.height + ROW_GAP);
      places.set(node, { tier, x: x + column * (NODE.width + COLUMN_GAP), y });
    }
    x += columns * NODE.width + (columns - 1) * COLUMN_GAP + TIER_GAP;
  }
  return { places, width: Math.max(NODE.width, x - TIER_GAP), height };
}

function columnHeight(rows: number): number {
  return Math.max(NODE.height, rows * NODE.height + (rows - 1) * ROW_GAP);
}
