import { type Hex, numberToHex } from "viem";
import type { DayBase, DayCount } from "../../../frontend/src/domain/day-count.ts";
import { decodeSliceWord, splitSliceId } from "../../../frontend/src/domain/ids.ts";

const STATUSES = [
  null,
  "registered",
  "refused",
  "cancelled",
  "confirmed",
  "settled",
  "writtenOff",
  "defaulted",
] as const;
const PARTICIPANT_FLAG = { suspended: 1, standingConsent: 2, replaced: 4, overdue: 8 };
const MARK = { registryRecorded: 0x10n, paidInto: 0x20n, held: 0x40n, reportedOverdue: 0x80n };

const DAY_COUNTS: readonly DayCount[] = ["ACT", "30/360"];

/** Ids as the tables keep them: padded hex. */
export function receivableHex(id: bigint): Hex {
  return numberToHex(id, { size: 24 });
}

export function sliceHex(id: bigint): Hex {
  return numberToHex(id, { size: 32 });
}

/** The columns of `slice` that its id and word decide. */
export function sliceFields(id: bigint, word: bigint) {
  const { receivable, start } = splitSliceId(id);
  const { holder, end, hops, flags, sequence } = decodeSliceWord(word);
  const receivableId = receivableHex(receivable);
  return { receivableId, holder, start, end, face: end - start, hops, flags, sequence: BigInt(sequence), word };
}

/** The columns of `participant` that its word decides. Bits: roles 8 | flags 8 | desks 32 | KYC until 16 | identity 160. */
export function participantFields(word: bigint) {
  const flags = bits(word, 8n, 8);
  return {
    roles: bits(word, 0n, 8),
    suspended: (flags & PARTICIPANT_FLAG.suspended) !== 0,
    standingConsent: (flags & PARTICIPANT_FLAG.standingConsent) !== 0,
    replaced: (flags & PARTICIPANT_FLAG.replaced) !== 0,
    overdue: (flags & PARTICIPANT_FLAG.overdue) !== 0,
    desks: BigInt.asUintN(32, word >> 16n),
    kycUntil: bits(word, 48n, 16),
    identity: numberToHex(BigInt.asUintN(160, word >> 64n), { size: 20 }),
    word,
  };
}

/** The columns of `receivable` that its word's lowest byte decides, whatever its status. */
export function receivableFields(word: bigint) {
  const status = STATUSES[bits(word, 0n, 4)];
  if (status == null) throw new Error(`An event carries a receivable's word without a status: ${numberToHex(word)}`);
  return {
    status,
    registryRecorded: (word & MARK.registryRecorded) !== 0n,
    paidInto: (word & MARK.paidInto) !== 0n,
    held: (word & MARK.held) !== 0n,
    reportedOverdue: (word & MARK.reportedOverdue) !== 0n,
    word,
  };
}

/** Bits 8 to 23: the round before confirmation, the policy's version from then on. */
export function roundOrPolicy(word: bigint): number {
  return bits(word, 8n, 16);
}

/** How days are counted, by the contracts' number for it. */
export function dayCountOf(number: number): DayCount {
  const dayCount = DAY_COUNTS[number];
  if (dayCount === undefined) throw new Error(`An event counts days in a way unknown here: ${number}`);
  return dayCount;
}

export function dayBaseOf(days: number): DayBase {
  if (days !== 360 && days !== 365) throw new Error(`An event has a year of ${days} days.`);
  return days;
}

function bits(word: bigint, from: bigint, width: number): number {
  return Number(BigInt.asUintN(width, word >> from));
}
