import type { Hex } from "viem";

/** Where a receivable, or a slice of it, is shown: what the code on paper leads to. */
export function addressOf(receivableId: Hex, sliceId?: Hex): string {
  const path = `/receivables/${receivableId}${sliceId ? `?slice=${sliceId}` : ""}`;
  return new URL(path, window.location.origin).href;
}
