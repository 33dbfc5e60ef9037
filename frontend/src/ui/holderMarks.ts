/** How a holder is told apart in a picture: by its letters first, and by a colour. */
export interface HolderMark {
  letters: string;
  /** Light enough for dark letters, in both colour schemes. */
  colour: string;
}

const GOLDEN_ANGLE = 137.508;
const LETTERS = 26;

/** Marks in the order in which holders appear, so that a holder keeps its own while others come. */
export function holderMarks(holders: readonly string[]): ReadonlyMap<string, HolderMark> {
  const marks = new Map<string, HolderMark>();
  for (const holder of holders) {
    const index = marks.size;
    if (marks.has(holder)) continue;
    const hue = Math.round((215 + index * GOLDEN_ANGLE) % 360);
    marks.set(holder, { letters: lettersOf(index), colour: `oklch(0.82 0.095 ${hue})` });
  }
  return marks;
}

/** A … Z, AA, AB, … */
function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? last : lettersOf(Math.floor(index / LETTERS) - 1) + last;
}
