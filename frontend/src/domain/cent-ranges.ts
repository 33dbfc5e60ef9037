/** Cents of a receivable: [start, end). */
export interface CentRange {
  start: bigint;
  end: bigint;
}

/** The cents of a set and of one more range, each once. @param set Disjoint. */
export function withRange(set: readonly CentRange[], added: CentRange): CentRange[] {
  return [...withoutRange(set, added), added];
}

/** The cents of a set that are not in a range. @param set Disjoint. */
export function withoutRange(set: readonly CentRange[], removed: CentRange): CentRange[] {
  return set.flatMap(({ start, end }) => {
    if (end <= removed.start || start >= removed.end) return [{ start, end }];
    const before = { start, end: removed.start };
    const after = { start: removed.end, end };
    return [before, after].filter((part) => part.start < part.end);
  });
}

export function centsIn(set: readonly CentRange[]): bigint {
  return set.reduce((sum, { start, end }) => sum + end - start, 0n);
}
