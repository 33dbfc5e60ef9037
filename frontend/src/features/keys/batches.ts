/** Slices that the ledger moves in one transaction. */
export const MOST_SLICES = 100;

/** Cuts a list into consecutive pieces of at most `size`. */
export function batchesOf<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
