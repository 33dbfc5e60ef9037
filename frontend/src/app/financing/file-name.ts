import { shortReceivableId, splitSliceId } from "../../domain/ids.ts";

const NAMES = { quote: "quote", loanOffer: "loan-offer", quoteRequest: "quote-request" } as const;

/** Of a paper's file, for people who keep several: the receivable and the first cent. */
export function fileNameOf(kind: keyof typeof NAMES, slice: bigint): string {
  const { receivable, start } = splitSliceId(slice);
  return `${NAMES[kind]}-${shortReceivableId(receivable)}-${start}.json`;
}
