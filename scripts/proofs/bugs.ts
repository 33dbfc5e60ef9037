export interface Bug {
  /** What would be wrong. */
  title: string;
  contract: string;
  /** The function of the proof that must no longer hold. */
  breaks: string;
  file: string;
  /** Stands in the file exactly once. */
  right: string;
  wrong: string;
}

/** A proof that holds with one of these in the code proves nothing. */
export const BUGS: readonly Bug[] = [
  {
    title: "a share's end is rounded up",
    contract: "Share",
    breaks: "telescopes",
    file: "contracts/libraries/Money.sol",
    right: "(paid * to) / face - (paid * from) / face",
    wrong: "(paid * to + face - 1) / face - (paid * from) / face",
  },
  {
    title: "a share counts one cent more of its range",
    contract: "Share",
    breaks: "wholeIsPaidExactly",
    file: "contracts/libraries/Money.sol",
    right: "(paid * to) / face - (paid * from) / face",
    wrong: "(paid * (to + 1)) / face - (paid * from) / face",
  },
  {
    title: "the head is one cent too long",
    contract: "Ranges",
    breaks: "headAndPartsKeepTheSum",
    file: "test/proofs/Ranges.sol",
    right: "uint48 cut = start + head;",
    wrong: "uint48 cut = start + head + 1;",
  },
  {
    title: "a merge keeps the larger sequence",
    contract: "Ranges",
    breaks: "mergeOutgrowsBothSequences",
    file: "test/proofs/Ranges.sol",
    right: "return Slice(left.start, right.end, h, s + 1);",
    wrong: "return Slice(left.start, right.end, h, s);",
  },
  {
    title: "the part of a legal cut starts one cent early",
    contract: "Ranges",
    breaks: "cutTiles",
    file: "test/proofs/Ranges.sol",
    right: "return Slice(cut, whole.end, whole.hops, whole.sequence + 1);",
    wrong: "return Slice(cut - 1, whole.end, whole.hops, whole.sequence + 1);",
  },
  {
    title: "each part is one cent longer than its amount",
    contract: "Splitting",
    breaks: "place",
    file: "test/proofs/Splitting.sol",
    right: "uint48 end = start + amount;",
    wrong: "uint48 end = start + amount + 1;",
  },
  {
    title: "a cut clears the flags",
    contract: "Words",
    breaks: "headKeepsFlags",
    file: "contracts/libraries/SliceWord.sol",
    right: "(w.raw() & ~END_MASK) | (uint256(end_) << 160)",
    wrong: "(w.raw() & ~(END_MASK | FLAGS_MASK)) | (uint256(end_) << 160)",
  },
];
