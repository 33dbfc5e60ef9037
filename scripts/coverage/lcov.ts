/** How often each line with a statement ran, by file. */
export type Hits = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Reads the lcov format's SF and DA records. */
export function readLcov(text: string): Hits {
  const hits = new Map<string, Map<number, number>>();
  let file = new Map<number, number>();
  for (const line of text.split("\n")) {
    if (line.startsWith("SF:")) {
      file = new Map();
      hits.set(line.slice(3), file);
    }
    const [, number, count] = /^DA:(\d+),(\d+)/.exec(line) ?? [];
    if (number !== undefined && count !== undefined) file.set(Number(number), Number(count));
  }
  return hits;
}
