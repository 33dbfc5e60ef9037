import { expect } from "vitest";

/** Replays transfers in order. @returns who holds a cent. */
export function holdersFrom(
  transfers: { start: bigint; end: bigint; from: string; to: string }[],
): (cent: bigint) => string | null {
  return (cent) =>
    transfers.reduce<string | null>((holder, { start, end, from, to }) => {
      if (cent < start || cent >= end) return holder;
      if (holder !== null) expect(from).toBe(holder);
      return to;
    }, null);
}
