/** The picture's own units: 1000 wide, whatever the screen. */
export const WIDTH = 1000;
/** For the steps' labels. */
export const GUTTER = 215;
/** For the scale of amounts. */
export const HEADER = 28;
export const ROW = 46;

const MILLION = 1_000_000n;

export function pictureHeight(steps: number): number {
  return HEADER + steps * ROW;
}

/** Where a cent lies on the drawing: a place, not an amount. */
export function xOf(cent: bigint, face: bigint): number {
  return GUTTER + (Number((cent * MILLION) / face) / Number(MILLION)) * (WIDTH - GUTTER);
}
