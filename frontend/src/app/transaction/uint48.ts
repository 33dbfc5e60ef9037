const LIMIT = 1n << 48n;

/**
 * An amount or range bound as an argument of the ledger, whose 48-bit words the ABI's types give as `number`. Exact: 48 bits fit
 * into a float's 53. Only for handing over; every calculation is done on the bigint.
 * @throws RangeError
 */
export function uint48(minor: bigint): number {
  if (minor < 0n || minor >= LIMIT) throw new RangeError(`${minor} does not fit into 48 bits.`);
  return Number(minor);
}
