/** Why a range of cents changed hands, or was cut or joined. */
export type MovementKind =
  | "confirm"
  | "split"
  | "payment"
  | "acceptance"
  | "desk"
  | "discount"
  | "quote"
  | "merge"
  | "cut"
  | "succession"
  | "order"
  | "retirement"
  | "foreclosure"
  | "recourse"
  | "settlement";

/** One step in the life of the cents [start, end). A split or merge has the same holder on both sides. */
export interface Movement {
  id: string;
  kind: MovementKind;
  start: bigint;
  end: bigint;
  from: string;
  to: string;
  block: bigint;
  logIndex: number;
}

/** A range all of whose cents went the same way, with that way from the invoice on. */
export interface Chain<M extends Movement> {
  start: bigint;
  end: bigint;
  movements: readonly M[];
}

/** A movement as far as it concerns the cents [start, end), and what became of them. */
export interface Branch<M extends Movement> {
  movement: M;
  start: bigint;
  end: bigint;
  /** Cents of the range that no later movement took. */
  kept: bigint;
  children: readonly Branch<M>[];
}

export function inOrder<M extends Movement>(movements: readonly M[]): M[] {
  return [...movements].sort(
    (a, b) => compare(a.block, b.block) || a.logIndex - b.logIndex || compare(a.start, b.start),
  );
}

/** Everybody who ever held a cent, in the order in which they came. Settled cents go back to the obligor to end, not to be held. */
export function holdersOf(movements: readonly Movement[]): string[] {
  const received = inOrder(movements).filter(({ kind }) => kind !== "settlement");
  return [...new Set(received.map(({ to }) => to))];
}

/** The ways of the cents [start, end): every cent has exactly one, neighbours that share theirs come together. */
export function chainsOf<M extends Movement>(movements: readonly M[], start: bigint, end: bigint): Chain<M>[] {
  const ordered = inOrder(movements).filter((movement) => movement.start < end && movement.end > start);
  const bounds = boundsWithin(ordered, start, end);
  const chains: Chain<M>[] = [];
  for (const [i, from] of bounds.slice(0, -1).entries()) {
    const to = bounds[i + 1] ?? end;
    const way = ordered.filter((movement) => movement.start <= from && movement.end >= to);
    const last = chains.at(-1);
    if (last && isSameWay(last.movements, way)) chains[chains.length - 1] = { ...last, end: to };
    else chains.push({ start: from, end: to, movements: way });
  }
  return chains;
}

/** The tree of the cents [start, end), its root the confirmation. Cents joined and moved on together part again where their ways differ. */
export function provenance<M extends Movement>(movements: readonly M[], start: bigint, end: bigint): Branch<M>[] {
  return branchesAt(chainsOf(movements, start, end), 0);
}

function branchesAt<M extends Movement>(chains: readonly Chain<M>[], depth: number): Branch<M>[] {
  const groups: { movement: M; chains: Chain<M>[] }[] = [];
  let isOpen = false;
  for (const chain of chains) {
    const movement = chain.movements[depth];
    const last = groups.at(-1);
    if (movement && isOpen && last?.movement === movement) last.chains.push(chain);
    else if (movement) groups.push({ movement, chains: [chain] });
    isOpen = movement !== undefined;
  }
  return groups.map((group) => branchOf(group, depth));
}

function branchOf<M extends Movement>(
  { movement, chains }: { movement: M; chains: readonly Chain<M>[] },
  depth: number,
): Branch<M> {
  const [first, last] = [chains[0], chains.at(-1)];
  if (!first || !last) throw new Error("A branch without cents.");
  const kept = chains.filter(({ movements }) => movements.length === depth + 1);
  return {
    movement,
    start: first.start,
    end: last.end,
    kept: kept.reduce((sum, chain) => sum + chain.end - chain.start, 0n),
    children: branchesAt(chains, depth + 1),
  };
}

function boundsWithin(movements: readonly Movement[], start: bigint, end: bigint): bigint[] {
  const inside = movements.flatMap((movement) => [movement.start, movement.end]).filter((at) => at > start && at < end);
  return [...new Set([start, ...inside, end])].sort(compare);
}

function isSameWay(a: readonly Movement[], b: readonly Movement[]): boolean {
  return a.length === b.length && a.every((movement, i) => movement === b[i]);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
