import { NODE, type Place } from "./layered-layout.ts";

/** How an edge is drawn, in the picture's units. */
export interface EdgePath {
  /** The `d` of an SVG path. */
  d: string;
  /** Where its amount is written. */
  label: { x: number; y: number };
}

const BETWEEN_PARALLELS = 9;
const BELOW = 34;
const BESIDE = 44;
/** Height of a label. */
const LINE = 13;

/**
 * From the right side of a node to the left side of one further right; within a tier in an arc on its right; backwards in an arc below.
 * @param lane Tells edges between the same two nodes apart: 0, 1, 2, …
 */
export function edgePath(from: Place, to: Place, lane: number): EdgePath {
  if (to.tier > from.tier) return onward(from, to, lane);
  return to.tier === from.tier ? beside(from, to, lane) : back(from, to, lane);
}

function onward(from: Place, to: Place, lane: number): EdgePath {
  const shift = offset(lane);
  const [x1, y1] = [from.x + NODE.width, from.y + NODE.height / 2 + shift];
  const [x2, y2] = [to.x, to.y + NODE.height / 2 + shift];
  const bend = Math.max(40, (x2 - x1) / 2);
  // Nearer to the goal, where edges that begin together have parted.
  const label = { x: at(x1, x1 + bend, x2 - bend, x2, 0.62), y: at(y1, y1, y2, y2, 0.62) - 4 };
  return {
    d: `M${round(x1)} ${round(y1)}C${round(x1 + bend)} ${round(y1)} ${round(x2 - bend)} ${round(y2)} ${round(x2)} ${round(y2)}`,
    label,
  };
}

function beside(from: Place, to: Place, lane: number): EdgePath {
  const [x1, y1] = [from.x + NODE.width, from.y + NODE.height / 2 + offset(lane)];
  const [x2, y2] = [to.x + NODE.width, to.y + NODE.height / 2 + offset(lane)];
  const far = Math.max(x1, x2) + BESIDE + lane * 2 * BETWEEN_PARALLELS;
  const label = { x: at(x1, far, far, x2, 0.5) + 6, y: (y1 + y2) / 2 + 4 + lane * LINE };
  return {
    d: `M${round(x1)} ${round(y1)}C${round(far)} ${round(y1)} ${round(far)} ${round(y2)} ${round(x2)} ${round(y2)}`,
    label,
  };
}

function back(from: Place, to: Place, lane: number): EdgePath {
  const shift = offset(lane);
  const [x1, y1] = [from.x + NODE.width / 2 + 12 + shift, from.y + NODE.height];
  const [x2, y2] = [to.x + NODE.width / 2 - 12 + shift, to.y + NODE.height];
  const low = Math.max(y1, y2) + BELOW + lane * BETWEEN_PARALLELS;
  const label = { x: (x1 + x2) / 2, y: at(y1, low, low, y2, 0.5) - 4 };
  return {
    d: `M${round(x1)} ${round(y1)}C${round(x1)} ${round(low)} ${round(x2)} ${round(low)} ${round(x2)} ${round(y2)}`,
    label,
  };
}

/** 0, 1, -1, 2, -2, … times the distance. */
function offset(lane: number): number {
  return (lane % 2 === 1 ? (lane + 1) / 2 : -lane / 2) * BETWEEN_PARALLELS;
}

/** The point of a Bézier curve at `t`. */
function at(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return s ** 3 * a + 3 * s ** 2 * t * b + 3 * s * t ** 2 * c + t ** 3 * d;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
