import { encodeAbiParameters, getAddress, type Hex, keccak256, numberToHex, stringToBytes } from "viem";
import { DomainError } from "./domain-error.ts";
import { MAX_FACE_MINOR } from "./money.ts";

const RECEIVABLE_VERSION = keccak256(stringToBytes("tallystick.receivable.v1"));
const PARAMETERS = [{ type: "bytes32" }, { type: "bytes20" }, { type: "bytes20" }, { type: "bytes32" }] as const;
const RECEIVABLE_BITS = 192;

/** One invoice between two organisations: 192 bits of a hash of who owes, who is owed, and which invoice. */
export function receivableId(obligorIdentity: Hex, creditorIdentity: Hex, invoiceKey: Hex): bigint {
  const data = encodeAbiParameters(PARAMETERS, [RECEIVABLE_VERSION, obligorIdentity, creditorIdentity, invoiceKey]);
  return BigInt(keccak256(data)) >> 64n;
}

/**
 * The slice of a receivable that begins at one of its cents; its ERC-721 token id.
 * @throws DomainError `IdOutOfRange`
 */
export function sliceId(receivable: bigint, start: bigint): bigint {
  if (receivable < 0n || receivable >> BigInt(RECEIVABLE_BITS) !== 0n || start < 0n || start > MAX_FACE_MINOR) {
    throw new DomainError("IdOutOfRange", { id: `${receivable}, ${start}` });
  }
  return (receivable << 64n) | start;
}

/** @throws DomainError `IdOutOfRange` when no slice can have the id */
export function splitSliceId(id: bigint): { receivable: bigint; start: bigint } {
  const parts = { receivable: id >> 64n, start: BigInt.asUintN(64, id) };
  if (id < 0n || id >> 256n !== 0n || parts.start > MAX_FACE_MINOR) {
    throw new DomainError("IdOutOfRange", { id: id.toString() });
  }
  return parts;
}

export interface Slice {
  holder: Hex;
  /** One past the last cent. */
  end: bigint;
  hops: number;
  flags: number;
  sequence: number;
}

/** What the ledger stores of a slice, from the lowest bit: holder 160 | end 48 | hops 8 | flags 8 | sequence 32. */
export function decodeSliceWord(word: bigint): Slice {
  const bits = (from: bigint, width: number) => BigInt.asUintN(width, word >> from);
  return {
    holder: getAddress(numberToHex(bits(0n, 160), { size: 20 })),
    end: bits(160n, 48),
    hops: Number(bits(208n, 8)),
    flags: Number(bits(216n, 8)),
    sequence: Number(bits(224n, 32)),
  };
}

/** First eight hex digits: enough for people to tell receivables apart, never to look one up. */
export function shortReceivableId(receivable: bigint): string {
  return numberToHex(receivable, { size: RECEIVABLE_BITS / 8 }).slice(2, 10);
}

/** A slice for people: its receivable and its range of cents, "3f9a12bc [0, 250000)". */
export function shortSlice(id: bigint, end: bigint): string {
  const { receivable, start } = splitSliceId(id);
  return `${shortReceivableId(receivable)} [${start}, ${end})`;
}
