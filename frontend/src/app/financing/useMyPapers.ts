import { type Address, numberToHex } from "viem";
import type { PaperKind } from "../../domain/signed-paper.ts";
import { answerOf } from "../data/answerOf.ts";
import type { Answer } from "../data/Loaded.tsx";
import { useSlicesById } from "../data/queries/slices.ts";
import { type PaperState, paperState } from "./paper-state.ts";
import type { KeptPaper } from "./usePapers.ts";
import { usePaperTruth } from "./usePaperTruth.ts";

/** What every kind of paper says. */
export interface PaperBasics {
  id: bigint;
  word: bigint;
  expiresAt: bigint;
  series: bigint;
}

/** A paper that the bank has signed in this browser, with what became of it. */
export interface MyPaper<Message> extends KeptPaper<Message> {
  state: PaperState;
  /** Null when the index does not know the slice. */
  currency: number | null;
}

/**
 * What became of papers, as index and chain tell it.
 * @param taken What came of the papers that were taken from this bank, by their digests.
 */
export function useMyPapers<Message extends PaperBasics>(
  kind: PaperKind,
  papers: readonly KeptPaper<Message>[],
  account: Address,
  timestamp: bigint,
  taken: Answer<readonly { digest: string }[]>,
): Answer<MyPaper<Message>[]> {
  const ids = papers.map(({ message }) => message.id);
  const digests = taken.data?.map(({ digest }) => digest);
  const truth = usePaperTruth(kind, account, ids, digests, timestamp);
  const { data: slices } = useSlicesById(ids.map((id) => numberToHex(id, { size: 32 })));
  const known = truth.data;
  const mine =
    known &&
    papers.map((paper) => {
      const { digest, message } = paper;
      const slice = slices?.find(({ id }) => BigInt(id) === message.id);
      return {
        ...paper,
        state: paperState({ digest, ...message }, known),
        currency: slice?.receivable.currency ?? null,
      };
    });
  return answerOf(mine, [taken, truth]);
}
