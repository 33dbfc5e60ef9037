import { inOrder, type Movement } from "./provenance.ts";

/** A slice that stayed as it was, with its holder, from one step to another. */
export interface SliceBar<M extends Movement> {
  start: bigint;
  end: bigint;
  holder: string;
  /** The movement that made it so. */
  cause: M;
  /** Index of the step that made it. */
  fromStep: number;
  /** Index of the step that ended it; null for slices that are so still. */
  toStep: number | null;
  redeemed: boolean;
}

/** Movements of one transaction. */
export interface MovementStep<M extends Movement> {
  txHash: string;
  movements: readonly M[];
}

type Tile<M extends Movement> = Omit<SliceBar<M>, "toStep">;
type Traced = Movement & { txHash: string };

/** The movements by transaction, in order. */
export function movementSteps<M extends Traced>(movements: readonly M[]): MovementStep<M>[] {
  const steps: { txHash: string; movements: M[] }[] = [];
  for (const movement of inOrder(movements)) {
    const last = steps.at(-1);
    if (last?.txHash === movement.txHash) last.movements.push(movement);
    else steps.push({ txHash: movement.txHash, movements: [movement] });
  }
  return steps;
}

/** The tiling of the face through all steps: for each slice as it stood between two steps, one bar. */
export function sliceBars<M extends Traced>(steps: readonly MovementStep<M>[]): SliceBar<M>[] {
  const ended: SliceBar<M>[] = [];
  let tiles: Tile<M>[] = [];
  for (const [step, { movements }] of steps.entries()) {
    let next = tiles;
    for (const movement of movements) next = applied(next, movement, step);
    const kept = new Set(next);
    ended.push(...tiles.filter((tile) => !kept.has(tile)).map((tile) => ({ ...tile, toStep: step })));
    tiles = next;
  }
  return [...ended, ...tiles.map((tile) => ({ ...tile, toStep: null }))];
}

function applied<M extends Movement>(tiles: readonly Tile<M>[], movement: M, step: number): Tile<M>[] {
  return movement.kind === "merge" ? merged(tiles, movement, step) : taken(tiles, movement, step);
}

/** Cuts the moved range out of what covers it; remainders stay with their holders. */
function taken<M extends Movement>(tiles: readonly Tile<M>[], cause: M, step: number): Tile<M>[] {
  const { start, end, to: holder } = cause;
  const remainders = tiles.flatMap((tile) => {
    if (tile.end <= start || tile.start >= end) return [tile];
    const pieces = [
      { ...tile, end: start, fromStep: step },
      { ...tile, start: end, fromStep: step },
    ];
    return pieces.filter((piece) => piece.start < piece.end);
  });
  const tile = { start, end, holder, cause, fromStep: step, redeemed: cause.kind === "settlement" };
  return [...remainders, tile].sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** Joins the merged range to the slice on its left. */
function merged<M extends Movement>(tiles: readonly Tile<M>[], cause: M, step: number): Tile<M>[] {
  const left = tiles.find((tile) => tile.end === cause.start);
  const right = tiles.find((tile) => tile.start === cause.start);
  if (!left || !right) return [...tiles];
  const joined = { ...left, end: right.end, cause, fromStep: step };
  return tiles.flatMap((tile) => (tile === left ? [joined] : tile === right ? [] : [tile]));
}
