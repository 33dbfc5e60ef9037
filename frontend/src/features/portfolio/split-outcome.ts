import { type Hex, numberToHex, parseEventLogs, type TransactionReceipt } from "viem";
import { decodeSliceWord, sliceId, splitSliceId } from "../../domain/ids.ts";
import { ledgerAbi } from "../../generated/contracts.ts";

export interface CutPart {
  /** As the index writes it. */
  id: Hex;
  start: bigint;
  end: bigint;
}

/** The parts that the ledger says it cut off, ascending; none if the transaction split nothing. */
export function cutParts({ logs }: Pick<TransactionReceipt, "logs">): CutPart[] {
  const [split] = parseEventLogs({ abi: ledgerAbi, eventName: "SliceSplit", logs });
  return split ? partsBehind(split.args.id, split.args.word, split.args.parts) : [];
}

/** Parts lie behind their head, each next where the one before ends. */
export function partsBehind(headId: bigint, head: bigint, parts: readonly bigint[]): CutPart[] {
  const { receivable } = splitSliceId(headId);
  let start = decodeSliceWord(head).end;
  return parts.map((word) => {
    const { end } = decodeSliceWord(word);
    const part = { id: numberToHex(sliceId(receivable, start), { size: 32 }), start, end };
    start = end;
    return part;
  });
}
