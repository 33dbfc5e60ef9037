import type { Context } from "ponder:registry";
import type { Hex } from "viem";

export type Database = Context["db"];

/** Where and when something happened. The id orders all events of the chain and is unique. */
export interface Step {
  id: string;
  block: bigint;
  timestamp: bigint;
  txHash: Hex;
  logIndex: number;
  /** Who submitted the transaction. */
  sender: Hex;
}

interface ChainEvent {
  id: string;
  block: { number: bigint; timestamp: bigint };
  transaction: { hash: Hex; from: Hex };
  log: { logIndex: number };
}

export function stepOf({ id, block, transaction, log }: ChainEvent): Step {
  return {
    id,
    block: block.number,
    timestamp: block.timestamp,
    txHash: transaction.hash,
    logIndex: log.logIndex,
    sender: transaction.from,
  };
}
