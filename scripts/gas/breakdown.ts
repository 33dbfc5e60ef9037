import type { ContractTransactionResponse } from "ethers";
import { z } from "zod";
import type { Network } from "../../test/helpers/network.ts";

/** What one transaction's gas was spent on. */
export interface Breakdown {
  gasUsed: number;
  /** 21 000 and the calldata. */
  intrinsic: number;
  storage: number;
  events: number;
  /** Calls to other accounts and precompiles, looks at their code, transient storage. */
  calls: number;
  /** Arithmetic, memory, jumps, hashing. */
  computing: number;
  /** What clearing storage gave back; negative. */
  refund: number;
}

const STORAGE = new Set(["SLOAD", "SSTORE"]);
const CALLS = new Set(["CALL", "STATICCALL", "DELEGATECALL"]);
const ACCOUNTS = new Set(["EXTCODESIZE", "EXTCODEHASH", "EXTCODECOPY", "BALANCE", "TLOAD", "TSTORE"]);

const traceSchema = z.object({
  structLogs: z.array(z.object({ op: z.string(), gasCost: z.number(), depth: z.number(), gas: z.number() })),
});

/** Runs the transaction's trace through the EVM's price list. */
export async function breakdownOf(net: Network, sent: Promise<ContractTransactionResponse>): Promise<Breakdown> {
  const tx = await sent;
  const receipt = await tx.wait();
  if (receipt === null) throw new Error("the transaction was not mined");
  const gasUsed = Number(receipt.gasUsed);
  const options = { disableMemory: true, disableStack: true, disableStorage: true };
  const { structLogs } = traceSchema.parse(
    await net.ethers.provider.send("debug_traceTransaction", [tx.hash, options]),
  );
  const parts = { storage: 0, events: 0, calls: 0, computing: 0 };
  const touched = new Set<string>();
  structLogs.forEach((step, i) => {
    const next = structLogs[i + 1];
    if (CALLS.has(step.op)) parts.calls += callCost(step, next);
    else parts[kindOf(step.op)] += step.gasCost;
    touched.add(step.op);
  });
  const intrinsic = intrinsicOf(tx.data);
  const spent = intrinsic + parts.storage + parts.events + parts.calls + parts.computing;
  return { gasUsed, intrinsic, ...parts, refund: gasUsed - spent };
}

/** A call's own cost: what is not handed to code traced step by step after it, or what a precompile used of what it was handed. */
function callCost(step: { gas: number; gasCost: number; depth: number }, next?: { gas: number; depth: number }) {
  if (next === undefined || next.depth < step.depth) return step.gasCost;
  return next.depth === step.depth ? step.gas - next.gas : step.gasCost - next.gas;
}

function kindOf(op: string): "storage" | "events" | "calls" | "computing" {
  if (STORAGE.has(op)) return "storage";
  if (op.startsWith("LOG")) return "events";
  return ACCOUNTS.has(op) ? "calls" : "computing";
}

/** EIP-2028: 16 gas for a byte, 4 for a zero byte. */
function intrinsicOf(data: string): number {
  const bytes = Buffer.from(data.slice(2), "hex");
  return bytes.reduce((sum, byte) => sum + (byte === 0 ? 4 : 16), 21_000);
}
