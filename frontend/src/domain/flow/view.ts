import { NODE, type Place } from "./layered-layout.ts";

/** What of the picture is seen: its middle, and screen pixels for each of the picture's units. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

interface Size {
  width: number;
  height: number;
}

const MARGIN = 32;
const SMALLEST = 0.05;
const LARGEST = 3;
/** Below this, names are not read; then they are shown well, and not all at once. */
const LEGIBLE = 0.62;
const CLEAR = 0.8;
/** Of a screen, seen again after a step to the side. */
const KEPT = 0.2;
/** As little of the picture, in its units, is not missed. */
const SLIVER = 4;

/** All of it. */
export function wholeView(picture: Size, screen: Size): View {
  const scale = Math.min(1, (screen.width - MARGIN) / picture.width, (screen.height - MARGIN) / picture.height);
  return { x: picture.width / 2, y: picture.height / 2, scale: bounded(scale) };
}

/** All of a picture that stays legible; of a larger one its beginning, on the left. */
export function firstView(picture: Size, screen: Size): View {
  const whole = wholeView(picture, screen);
  if (whole.scale >= LEGIBLE) return whole;
  return { x: screen.width / CLEAR / 2 - MARGIN, y: picture.height / 2, scale: CLEAR };
}

const SIDES = ["left", "right", "up", "down"] as const;

export type Side = (typeof SIDES)[number];

/** Where more of the picture is than is seen. */
export function hiddenSides(view: View, picture: Size, screen: Size): Side[] {
  const { left, right, top, bottom } = edgesOf(view, screen);
  const isHidden: Readonly<Record<Side, boolean>> = {
    left: left > SLIVER,
    right: right < picture.width - SLIVER,
    up: top > SLIVER,
    down: bottom < picture.height - SLIVER,
  };
  return SIDES.filter((side) => isHidden[side]);
}

/** Most of a screen to a side, and no farther than the picture goes. */
export function steppedTo(view: View, side: Side, picture: Size, screen: Size): View {
  const { left, right, top, bottom } = edgesOf(view, screen);
  const margin = MARGIN / view.scale;
  const [wide, high] = [((1 - KEPT) * screen.width) / view.scale, ((1 - KEPT) * screen.height) / view.scale];
  if (side === "left") return { ...view, x: view.x - Math.min(wide, left + margin) };
  if (side === "right") return { ...view, x: view.x + Math.min(wide, picture.width + margin - right) };
  if (side === "up") return { ...view, y: view.y - Math.min(high, top + margin) };
  return { ...view, y: view.y + Math.min(high, picture.height + margin - bottom) };
}

function edgesOf({ x, y, scale }: View, screen: Size) {
  const [halfWidth, halfHeight] = [screen.width / scale / 2, screen.height / scale / 2];
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

/** @param at The point of the picture that stays where it is; by default the middle. */
export function zoomed(view: View, factor: number, at: { x: number; y: number } = view): View {
  const scale = bounded(view.scale * factor);
  const kept = view.scale / scale;
  return { scale, x: at.x + (view.x - at.x) * kept, y: at.y + (view.y - at.y) * kept };
}

/** @param dx Screen pixels by which the window moves to the right. */
export function panned(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx / view.scale, y: view.y + dy / view.scale };
}

/** The least move that brings a node into sight. */
export function showing(view: View, { x, y }: Place, screen: Size): View {
  const [halfWidth, halfHeight] = [screen.width / view.scale / 2, screen.height / view.scale / 2];
  const margin = Math.min(MARGIN / view.scale, halfWidth / 4);
  return {
    ...view,
    x: within(view.x, x + NODE.width + margin - halfWidth, x - margin + halfWidth),
    y: within(view.y, y + NODE.height + margin - halfHeight, y - margin + halfHeight),
  };
}

export function viewBox({ x, y, scale }: View, screen: Size): string {
  const [width, height] = [screen.width / scale, screen.height / scale];
  return [x - width / 2, y - height / 2, width, height].map((value) => Math.round(value * 100) / 100).join(" ");
}

function bounded(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale));
}

/** Where no place satisfies both, as for a node larger than the screen, its beginning is shown. */
function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
