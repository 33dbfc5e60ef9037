import { type Picture, readPng, writeIndexedPng } from "./png.ts";

const COLOURS = 256;
/** Squared distance of two colours that nobody tells apart at the edge of a letter. */
const SAME_TO_THE_EYE = 64;

/** The same picture with few colours, about a third of a browser's file; one that is no smaller stays as it is. */
export function shrinkPng(file: Buffer): Buffer {
  const picture = readPng(file);
  const palette = paletteOf(picture);
  const nearest = new Map(palette.map((colour) => [colour, colour]));
  const pixels = picture.pixels.map((colour) => {
    const known = nearest.get(colour);
    if (known !== undefined) return known;
    const found = palette.reduce((best, each) => (distance(each, colour) < distance(best, colour) ? each : best));
    nearest.set(colour, found);
    return found;
  });
  const small = writeIndexedPng({ ...picture, pixels }, palette);
  return small.length < file.length ? small : file;
}

/** The commonest colours, and of those that look alike only the commonest. */
function paletteOf({ pixels }: Picture): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  // Equally common ones in a fixed order, so that the same picture becomes the same file.
  const ranked = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b);
  const palette: number[] = [];
  for (const [colour] of ranked) {
    if (palette.length === COLOURS) break;
    if (palette.every((each) => distance(each, colour) > SAME_TO_THE_EYE)) palette.push(colour);
  }
  return palette;
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [16, 8, 0].map((bits) => ((a >> bits) & 0xff) - ((b >> bits) & 0xff)) as [
    number,
    number,
    number,
  ];
  return red * red + green * green + blue * blue;
}
