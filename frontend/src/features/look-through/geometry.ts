/** How a picture of steps and cents is laid out, in screen pixels. */
export interface Geometry {
  width: number;
  /** Beside the bars, for the steps' labels. */
  gutter: number;
  /** The steps are named in the gutter, and all quarters of the face above; without room, a list names the steps by their numbers. */
  isWide: boolean;
}

/** For the scale of amounts. */
export const HEADER = 28;
export const ROW = 46;

const WIDE = { from: 720, gutter: 215 };
const NARROW = { least: 240, gutter: 24 };
const MILLION = 1_000_000n;
/** Of a letter or a figure in the bars, at the most. */
const LETTER = 7.6;
const SIDES = 10;

/** The whole picture within a width, on a phone as on a desk: nothing of it lies aside. */
export function geometryFor(width: number): Geometry {
  if (width >= WIDE.from) return { width, gutter: WIDE.gutter, isWide: true };
  return { width: Math.max(width, NARROW.least), gutter: NARROW.gutter, isWide: false };
}

export function pictureHeight(steps: number): number {
  return HEADER + steps * ROW;
}

/** Where a cent lies on the drawing: a place, not an amount. */
export function xOf(cent: bigint, face: bigint, { width, gutter }: Geometry): number {
  return gutter + (Number((cent * MILLION) / face) / Number(MILLION)) * (width - gutter);
}

/** Whether a bar has room for a text. */
export function fitsBar(text: string, width: number): boolean {
  return text.length * LETTER + SIDES <= width;
}
