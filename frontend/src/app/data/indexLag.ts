/** Blocks and milliseconds by which the index may be behind before the reader is told. */
const MOST_BLOCKS = 5n;
const MOST_MS = 10_000;

interface Heads {
  chain: bigint;
  index: bigint;
  /** When the index was last seen at the chain's head. */
  caughtUpAt: number;
  now: number;
}

/** Whether what the screens show is older than a reader expects. Real time, not the chain's: a moved clock is no lag. */
export function isIndexLagging({ chain, index, caughtUpAt, now }: Heads): boolean {
  if (index >= chain) return false;
  return chain - index > MOST_BLOCKS || now - caughtUpAt > MOST_MS;
}
