import { decodeFunctionData, encodeFunctionData, getAddress } from "viem";
import { describe, expect, it } from "vitest";
import type { Holding } from "../../app/holdings/holding.ts";
import type { SlicePayment } from "../../domain/paying/payment.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { type PaymentBatch, paymentBatches } from "./payment-batches.ts";
import type { Spendable } from "./spendable.ts";

const LEDGER = getAddress(`0x${"0a".repeat(20)}`);
const payee = (n: number) => getAddress(`0x${n.toString(16).padStart(40, "0")}`);
const payment = (id: number, amounts: readonly bigint[], stays: bigint): SlicePayment<Spendable> => {
  const shares = amounts.map((amount, n) => ({ payee: payee(n + 1), amount }));
  const face = amounts.reduce((sum, amount) => sum + amount, stays);
  const holding = {} as Holding;
  return { slice: { id: `0x${id.toString(16)}`, face, smallest: 1n, dueDay: 1, holding }, shares, stays };
};
const batches = (...payments: SlicePayment<Spendable>[]) => paymentBatches(LEDGER, payments, () => 99n);

/** The calls of one transaction, as name and arguments. */
function told(
  { call }: PaymentBatch | undefined = { call: { address: LEDGER, abi: [], functionName: "", args: [] }, paid: [] },
) {
  const data = encodeFunctionData(call);
  const { functionName, args } = decodeFunctionData({ abi: ledgerAbi, data });
  if (functionName !== "multicall") return [[functionName, ...(args ?? [])]];
  return args[0].map((inner) => {
    const decoded = decodeFunctionData({ abi: ledgerAbi, data: inner });
    return [decoded.functionName, ...(decoded.args ?? [])];
  });
}

describe("paymentBatches", () => {
  it("cuts what is paid off a slice of which something stays", () => {
    const [only, ...more] = batches(payment(7, [5n, 6n], 3n));
    const parts = [
      { to: payee(1), amount: 5 },
      { to: payee(2), amount: 6 },
    ];
    expect(told(only)).toEqual([["splitAndTransfer", 7n, parts, 99]]);
    expect(more).toEqual([]);
  });

  it("passes on whole what one payee gets, and the rest of what several use up", () => {
    const [only] = batches(payment(7, [5n], 0n), payment(8, [5n, 6n], 0n));
    expect(told(only)).toEqual([
      ["transfer", 7n, payee(1), 99],
      ["splitAndTransfer", 8n, [{ to: payee(2), amount: 6 }], 99],
      ["transfer", 8n, payee(1), 99],
    ]);
  });

  it("cuts no more than a hundred parts in a transaction, and tells who is paid by which", () => {
    const many = (count: number) => Array.from({ length: count }, () => 5n);
    const made = batches(payment(1, many(60), 1n), payment(2, many(40), 1n), payment(3, many(61), 1n));
    expect(made.map((batch) => told(batch).map(([name, id]) => [name, id]))).toEqual([
      [
        ["splitAndTransfer", 1n],
        ["splitAndTransfer", 2n],
      ],
      [["splitAndTransfer", 3n]],
    ]);
    expect(made.map(({ paid }) => paid.length)).toEqual([100, 61]);
  });

  it("makes none of nothing", () => expect(batches()).toEqual([]));
});
