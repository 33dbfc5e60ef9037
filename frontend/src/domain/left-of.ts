interface Owed {
  face: bigint;
  /** Of the face: paid from the due day on, and before it. */
  paidFace: bigint;
  retired: bigint;
}

/** What is still owed of a receivable's face, in minor units. A payment from the due day on is counted over all cents, retired ones too. */
export function leftOf({ face, paidFace, retired }: Owed): bigint {
  return paidFace === 0n ? face - retired : face - paidFace;
}
