import { useReadContracts } from "wagmi";
import { type LoanRow, useLoans } from "../../app/data/queries/loans.ts";
import { type ReceivableRow, useReceivablesById } from "../../app/data/queries/receivables.ts";
import { type SliceRow, useSlicesIn } from "../../app/data/queries/slices.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMyAccounts } from "../../app/session/useMe.ts";
import { dayOf } from "../../domain/day-count.ts";
import { type LoanAct, loanActs, partsOf } from "../../domain/loan-acts.ts";
import { type Debt, debtOn } from "../../domain/loan-debt.ts";
import { settlementDeskAbi } from "../../generated/contracts.ts";

/** Settlement tells nobody but its own events, so it is asked for again and again. */
const REFRESH_MS = 3_000;

/** A loan with all that decides what can be done about it. */
export interface BookedLoan extends LoanRow {
  receivable: ReceivableRow;
  /** Today, by the loan's own time zone. */
  today: number;
  debt: Debt;
  parts: readonly SliceRow[];
  /** Slices for which the obligor's money waits, and how much in all. */
  waiting: { ids: readonly string[]; amount: bigint };
  isLender: boolean;
  acts: readonly LoanAct[];
}

interface LoanBookQuery {
  data: BookedLoan[] | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** The connected organisation's loans, given and taken, newest first. */
export function useLoanBook(clock: LedgerClock): LoanBookQuery {
  const accounts = useMyAccounts();
  const loans = useLoans(accounts);
  const ids = (loans.data ?? []).map(({ receivableId }) => receivableId);
  const receivables = useReceivablesById(ids);
  const slices = useSlicesIn(ids);
  const secured = (loans.data ?? []).flatMap((loan) => partsOf(loan, slices.data ?? []));
  const moneyFor = useLockedMoney(secured);
  const error = loans.error ?? receivables.error ?? slices.error;
  const refetch = () => Promise.all([loans.refetch(), receivables.refetch(), slices.refetch()]);
  if (!loans.data || !receivables.data || !slices.data) return { data: undefined, error, refetch };
  const data = loans.data.flatMap((loan): BookedLoan[] => {
    const receivable = receivables.data.find(({ id }) => id === loan.receivableId);
    if (!receivable) return [];
    const parts = partsOf(loan, slices.data);
    const isLender = accounts.includes(loan.lender.toLowerCase());
    return [booked(loan, receivable, parts, moneyFor, isLender, clock)];
  });
  return { data, error, refetch };
}

function booked(
  loan: LoanRow,
  receivable: ReceivableRow,
  parts: readonly SliceRow[],
  moneyFor: (id: string) => bigint,
  isLender: boolean,
  clock: LedgerClock,
): BookedLoan {
  // The index may be a block ahead of the clock.
  const today = Math.max(dayOf(clock.timestamp, loan.utcOffsetHours), loan.since);
  const debt = debtOn(loan, today);
  const paid = parts.filter(({ id }) => moneyFor(id) > 0n);
  const amount = paid.reduce((sum, { id }) => sum + moneyFor(id), 0n);
  const { repayBy, graceDays, surplus } = loan;
  const { paidInFull } = receivable;
  const acts = loanActs({
    ...{ debt, repayBy, graceDays, today, parts, paidInFull },
    waiting: amount,
    surplus,
    isLender,
  });
  return {
    ...loan,
    receivable,
    today,
    debt,
    parts,
    waiting: { ids: paid.map(({ id }) => id), amount },
    isLender,
    acts,
  };
}

/** What the settlement desk keeps for locked slices, in minor units. */
function useLockedMoney(slices: readonly SliceRow[]): (id: string) => bigint {
  const { settlementDesk } = useDeployment().addresses;
  // Only these can have been paid: live ones with a payment in part, and those burnt.
  const asked = slices.filter(({ status, lastPaymentId }) => status === "redeemed" || lastPaymentId !== null);
  const { data } = useReadContracts({
    contracts: asked.map(({ id }) => ({
      ...({ address: settlementDesk, abi: settlementDeskAbi, functionName: "lockedMoneyOf" } as const),
      args: [BigInt(id)] as const,
    })),
    query: { refetchInterval: REFRESH_MS },
  });
  return (id) => data?.[asked.findIndex((slice) => slice.id === id)]?.result ?? 0n;
}
