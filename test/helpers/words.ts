import { AbiCoder, keccak256 } from "ethers";
import { decodeSliceWord } from "../../frontend/src/domain/ids.ts";
import type { TermsStruct } from "../../types/contracts/interfaces/ILedger.js";
import type { Network } from "./network.ts";

export const FLAG = { RESERVED: 1 } as const;
export const STATUS = { NONE: 0, REGISTERED: 1, REFUSED: 2, CANCELLED: 3, CONFIRMED: 4, SETTLED: 5 } as const;
export const MARK = { REGISTRY: 0x10n, PAID_INTO: 0x20n } as const;

interface SliceFields {
  holder: string;
  end: bigint;
  hops?: bigint;
  flags?: bigint;
  sequence?: bigint;
}

export function sliceWord({ holder, end, hops = 0n, flags = 0n, sequence = 0n }: SliceFields): bigint {
  return BigInt(holder) | (end << 160n) | (hops << 208n) | (flags << 216n) | (sequence << 224n);
}

/** The word of a receivable from confirmation on; `status` with its marks. */
export function receivableWord(terms: TermsStruct, status: number | bigint, policy = 1n): bigint {
  const { obligor, face, dueDay, currency } = terms;
  const low = (BigInt(currency) << 24n) | (policy << 8n) | BigInt(status);
  return (BigInt(obligor.toString()) << 96n) | (BigInt(face) << 48n) | (BigInt(dueDay) << 32n) | low;
}

/** What is stored of registered terms: their hash without its lowest 24 bits. */
export function commitmentOf({ face, dueDay, currency, documentRoot }: TermsStruct): bigint {
  const types = ["uint48", "uint16", "uint8", "bytes32"];
  const hash = keccak256(AbiCoder.defaultAbiCoder().encode(types, [face, dueDay, currency, documentRoot]));
  return (BigInt(hash) >> 24n) << 24n;
}

export function proposalWord(terms: TermsStruct, round: bigint, status: number): bigint {
  return commitmentOf(terms) | (round << 8n) | BigInt(status);
}

/** The tiling of a receivable: each slice's start and fields, in ascending order. */
export async function tilingOf({ ledger }: Network, receivable: bigint) {
  const [ids, words] = await ledger.slicesOf(receivable, 0, 1000);
  return ids.map((id, i) => ({ start: BigInt.asUintN(64, id), ...decodeSliceWord(words[i] ?? 0n) }));
}
