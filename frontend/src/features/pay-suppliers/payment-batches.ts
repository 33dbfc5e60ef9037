import type { Address } from "viem";
import { paymentCall, type SlicePart } from "../../app/holdings/payment-call.ts";
import type { ContractCall } from "../../app/transaction/action.ts";
import { inOneTransaction } from "../../app/transaction/inOneTransaction.ts";
import { MOST_PARTS, type SlicePayment, type Want } from "../../domain/paying/payment.ts";
import type { Spendable } from "./spendable.ts";

/** One transaction of the ledger: all of its payments happen, or none. */
export interface PaymentBatch {
  call: ContractCall;
  paid: Want[];
}

/**
 * Payments as transactions, as few as carry them: one unless more than a hundred parts are cut.
 * @param untilOf Last second at which payees of this slice may accept; 0 when all receive at once.
 */
export function paymentBatches(
  ledger: Address,
  payments: readonly SlicePayment<Spendable>[],
  untilOf: (payment: SlicePayment<Spendable>) => bigint,
): PaymentBatch[] {
  const groups: SlicePayment<Spendable>[][] = [];
  let parts = MOST_PARTS;
  for (const payment of payments) {
    if (parts + payment.shares.length > MOST_PARTS) {
      groups.push([]);
      parts = 0;
    }
    groups.at(-1)?.push(payment);
    parts += payment.shares.length;
  }
  return groups.map((group) => ({
    call: inOneTransaction(
      ledger,
      group.flatMap((payment) => callsOf(ledger, payment, untilOf(payment))),
    ),
    paid: group.flatMap(({ shares }) => shares),
  }));
}

/** A slice used up by several is cut for all but one, who gets what is left of it whole: a cut never leaves nothing. */
function callsOf(ledger: Address, { slice, shares, stays }: SlicePayment, until: bigint): ContractCall[] {
  const parts: SlicePart[] = shares.map(({ payee, amount }) => ({ to: payee, amount }));
  const call = (some: SlicePart[], isWhole: boolean) =>
    paymentCall(ledger, { id: slice.id, parts: some, isWhole, until });
  if (stays > 0n) return [call(parts, false)];
  const rest = call(parts.slice(0, 1), true);
  return parts.length > 1 ? [call(parts.slice(1), false), rest] : [rest];
}
