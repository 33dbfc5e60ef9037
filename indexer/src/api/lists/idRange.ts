import type { Hex } from "viem";

/** Hex digits of a receivable's id. */
const DIGITS = 48;

/** The smallest and the largest id with this beginning. Ids are lower case and of one length, so that they sort as text whatever the database's collation. */
export function idRange(prefix: string): { first: Hex; last: Hex } {
  return { first: `0x${prefix.padEnd(DIGITS, "0")}`, last: `0x${prefix.padEnd(DIGITS, "f")}` };
}
