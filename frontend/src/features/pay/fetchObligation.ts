import { type Address, erc20Abi, type PublicClient } from "viem";
import type { Currency, Deployment } from "../../app/deployment/deployment.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import { decodeSliceWord, splitSliceId } from "../../domain/ids.ts";
import type { Collection } from "../../domain/part-payment.ts";
import { isFrozen, isLocked } from "../../domain/slice-state.ts";
import { ledgerAbi, settlementDeskAbi } from "../../generated/contracts.ts";
import type { PayableSlice } from "./shares.ts";

/** What is owed, to whom, and the obligor's cash: read from the chain at the moment the obligor asked. */
export interface ObligationState {
  receivableId: bigint;
  obligor: Address;
  currency: Currency;
  /** The chain's time when it was read. */
  asOf: bigint;
  /** The receivable's whole face. */
  wholeFace: bigint;
  /** What is owed now. */
  face: bigint;
  penalty: bigint;
  daysLate: number;
  collection: Collection;
  /** All that are not paid, ascending. */
  slices: PayableSlice[];
  /** A legal hold is on the receivable: nobody is paid for now. */
  isHeld: boolean;
  /** Cash on the account and what the desk may take of it, in units of the token. */
  balance: bigint;
  allowance: bigint;
}

interface Asked {
  receivableId: bigint;
  face: bigint;
  /** The account that pays. */
  obligor: Address;
  currency: Currency;
  /** A legal hold is on the receivable: nobody is paid out for now. */
  isHeld: boolean;
  asOf: bigint;
  /** The account that is paid for a holder. */
  inForce: (account: string) => string;
}

const PAGE = 200n;

export async function fetchObligation(
  client: PublicClient,
  { addresses }: Deployment,
  asked: Asked,
): Promise<ObligationState> {
  const { receivableId, obligor, currency, isHeld, asOf } = asked;
  const desk = { address: addresses.settlementDesk, abi: settlementDeskAbi } as const;
  const token = { address: currency.token, abi: erc20Abi } as const;
  const [due, stored, balance, allowance, slices] = await Promise.all([
    client.readContract({ ...desk, functionName: "dueOf", args: [receivableId] }),
    client.readContract({ ...desk, functionName: "collectionOf", args: [receivableId] }),
    client.readContract({ ...token, functionName: "balanceOf", args: [obligor] }),
    client.readContract({ ...token, functionName: "allowance", args: [obligor, addresses.settlementDesk] }),
    readSlices(client, addresses.ledger, receivableId, [0n]),
  ]);
  const collection = { ...stored, paid: BigInt(stored.paid) };
  const known = collection.parts === 0 ? slices : await withMarks(client, addresses.ledger, slices);
  const live = known.map((slice) => ({ ...slice, holder: asked.inForce(slice.holder) }));
  const owed = { wholeFace: asked.face, face: BigInt(due.face), penalty: due.penalty, daysLate: due.daysLate };
  return {
    ...{ receivableId, obligor, currency, asOf },
    ...owed,
    collection,
    slices: live,
    isHeld,
    balance,
    allowance,
  };
}

/** What the slices have been paid in part. */
async function withMarks(client: PublicClient, ledger: Address, slices: PayableSlice[]): Promise<PayableSlice[]> {
  const ids = slices.map(({ id }) => id);
  const call = { address: ledger, abi: ledgerAbi, functionName: "payeesOf", args: [ids] } as const;
  const [, marks] = await client.readContract(call);
  return slices.map((slice, i) => {
    const mark = marks[i];
    if (!mark) throw new Error(`The ledger did not tell what slice ${slice.id} has been paid.`);
    return { ...slice, mark: { face: BigInt(mark.face), penalty: mark.penalty } };
  });
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
  const state = { isFrozen: isFrozen({ flags }), isLocked: isLocked({ flags }), isFree: flags === 0 };
  return { id, word, holder, start: splitSliceId(id).start, end, ...state, mark: { face: 0n, penalty: 0n } };
}
