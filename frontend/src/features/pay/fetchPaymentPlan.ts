import { type Address, erc20Abi, type PublicClient } from "viem";
import type { Currency, Deployment } from "../../app/deployment/deployment.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import { decodeSliceWord, splitSliceId } from "../../domain/ids.ts";
import { isFrozen } from "../../domain/slice-state.ts";
import { ledgerAbi, settlementDeskAbi } from "../../generated/contracts.ts";
import { batches, cashNeed, type PayableSlice, type Payee, payees, SLICES_A_PAYMENT, shareOf } from "./shares.ts";

/** Everything that one payment will do, read from the chain at the moment the obligor asked. */
export interface PaymentPlan {
  receivableId: bigint;
  obligor: Address;
  currency: Currency;
  face: bigint;
  penalty: bigint;
  daysLate: number;
  payees: Payee[];
  /** Money for cents that a legal order holds back, in minor units; the desk keeps it until they are free. */
  waiting: bigint;
  /** Slice ids for each transaction; the first one pays, the others pay out. */
  batches: bigint[][];
  /** Cash on the account and what the desk may take of it, in units of the token. */
  balance: bigint;
  allowance: bigint;
  /** Units of the token that leave the account. */
  needed: bigint;
  /** Minor units that the account lacks. */
  missing: bigint;
  mustApprove: boolean;
}

interface Asked {
  receivableId: bigint;
  /** The account that pays. */
  obligor: Address;
  currency: Currency;
  /** A legal hold is on the receivable: nobody is paid out for now. */
  isHeld: boolean;
  /** The account that is paid for a holder. */
  inForce: (account: string) => string;
}

const PAGE = 200n;

export async function fetchPaymentPlan(
  client: PublicClient,
  { addresses }: Deployment,
  asked: Asked,
): Promise<PaymentPlan> {
  const { receivableId, obligor, currency } = asked;
  const desk = { address: addresses.settlementDesk, abi: settlementDeskAbi } as const;
  const token = { address: currency.token, abi: erc20Abi } as const;
  const [{ face: due, penalty, daysLate }, balance, allowance, slices] = await Promise.all([
    client.readContract({ ...desk, functionName: "dueOf", args: [receivableId] }),
    client.readContract({ ...token, functionName: "balanceOf", args: [obligor] }),
    client.readContract({ ...token, functionName: "allowance", args: [obligor, addresses.settlementDesk] }),
    readSlices(client, addresses.ledger, receivableId, [0n]),
  ]);
  const face = BigInt(due);
  const isFree = (slice: PayableSlice) => !asked.isHeld && !slice.isFrozen;
  const payable = slices.filter(isFree).map((slice) => ({ ...slice, holder: asked.inForce(slice.holder) }));
  const parts = batches(payable, SLICES_A_PAYMENT);
  const paidNow = payable.reduce((sum, slice) => sum + shareOf(slice, face, penalty), 0n);
  return {
    ...{ receivableId, obligor, currency, face, penalty, daysLate, balance, allowance },
    payees: payees(payable, face, penalty),
    waiting: face + penalty - paidNow,
    batches: parts.map((part) => part.map(({ id }) => id)),
    ...cashNeed({ face, penalty, obligor }, parts[0] ?? [], { balance, allowance }, currency),
  };
}

/**
 * A receivable's live slices, ascending. The ledger walks from slice to slice and stops at a gap, so it is asked from each start
 * that lies behind what it has told.
 */
export async function readSlices(
  client: PublicClient,
  ledger: Address,
  receivable: bigint,
  starts: readonly bigint[],
): Promise<PayableSlice[]> {
  const slices: PayableSlice[] = [];
  for (const start of starts) {
    if (start < (slices.at(-1)?.end ?? 0n)) continue;
    slices.push(...(await walk(client, ledger, receivable, start)));
  }
  return slices;
}

async function walk(
  client: PublicClient,
  address: Address,
  receivable: bigint,
  start: bigint,
): Promise<PayableSlice[]> {
  const slices: PayableSlice[] = [];
  for (let from = uint48(start); ; ) {
    const args = [receivable, from, PAGE] as const;
    const [ids, words, next] = await client.readContract({ address, abi: ledgerAbi, functionName: "slicesOf", args });
    slices.push(...ids.map((id, i) => payable(id, words[i] ?? 0n)));
    if (BigInt(ids.length) < PAGE) return slices;
    from = next;
  }
}

function payable(id: bigint, word: bigint): PayableSlice {
  const { holder, end, flags } = decodeSliceWord(word);
  return { id, holder, start: splitSliceId(id).start, end, isFrozen: isFrozen({ flags }) };
}
