/** What became of a paper that the bank has signed. */
export type PaperState = "open" | "taken" | "cancelled" | "expired" | "changed";

interface SignedPaper {
  digest: string;
  id: bigint;
  word: bigint;
  expiresAt: bigint;
  series: bigint;
}

/** What the index and the chain say of all of a bank's papers. */
export interface PaperTruth {
  timestamp: bigint;
  /** Digests. */
  taken: ReadonlySet<string>;
  cancelled: ReadonlySet<string>;
  /** The series that its papers must name. */
  series: bigint;
  /** Of a live slice; null when there is none with the id. */
  wordOf: (id: bigint) => bigint | null;
}

/** Taken is told before all else: taking changes the slice. */
export function paperState(paper: SignedPaper, truth: PaperTruth): PaperState {
  if (truth.taken.has(paper.digest.toLowerCase())) return "taken";
  if (truth.cancelled.has(paper.digest.toLowerCase()) || paper.series < truth.series) return "cancelled";
  if (truth.timestamp > paper.expiresAt) return "expired";
  return truth.wordOf(paper.id) === paper.word ? "open" : "changed";
}
