import { encodeAbiParameters, encodeErrorResult, encodeEventTopics, type Hex, type Log } from "viem";
import { describe, expect, it } from "vitest";
import { ledgerAbi } from "../../generated/contracts.ts";
import { batchOutcome } from "./batch-outcome.ts";

const creditor = `0x${"c1".repeat(20)}` as const;
const obligor = `0x${"0b".repeat(20)}` as const;
const key = (byte: string): Hex => `0x${byte.repeat(32)}`;
const row = (byte: string) => ({ id: `0x${byte.repeat(24)}`, creditor, invoiceKey: key(byte) });
const refusal = encodeErrorResult({ abi: ledgerAbi, errorName: "Receivables_StatusIs", args: [5n, 3] });

function log(topics: unknown[], data: Hex): Log {
  const where = { blockHash: key("00"), blockNumber: 1n, logIndex: 0, transactionHash: key("00"), transactionIndex: 0 };
  return { ...where, address: obligor, removed: false, topics: topics as [Hex, ...Hex[]], data } as Log;
}

const confirmed = (byte: string) =>
  log(
    encodeEventTopics({
      abi: ledgerAbi,
      eventName: "ReceivableConfirmed",
      args: { id: BigInt(row(byte).id), obligor, creditor },
    }),
    encodeAbiParameters([{ type: "bytes32" }, { type: "uint256" }], [key("dd"), 1n]),
  );
const failed = (byte: string) =>
  log(
    encodeEventTopics({
      abi: ledgerAbi,
      eventName: "ConfirmationFailed",
      args: { obligor, creditor, invoiceKey: key(byte) },
    }),
    encodeAbiParameters([{ type: "bytes" }], [refusal]),
  );

describe("batchOutcome", () => {
  it("sorts each invoice by what the ledger says of it", () => {
    const outcome = batchOutcome([row("a1"), row("b2"), row("c3")], [failed("b2"), confirmed("a1")]);
    expect(outcome).toEqual({
      confirmed: [row("a1")],
      refused: [{ row: row("b2"), refusal }],
      untold: [row("c3")],
    });
  });
});
