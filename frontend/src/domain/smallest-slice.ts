/** max(policy minimum, ceil(face of the receivable / most slices)), as the ledger reckons it. */
export function smallestSlice(receivableFace: bigint, minSlice: bigint, maxSlices: number): bigint {
  const share = (receivableFace + BigInt(maxSlices) - 1n) / BigInt(maxSlices);
  return share > minSlice ? share : minSlice;
}
