import { useQuery } from "@tanstack/react-query";
import type { loan, loanMoneySetAside, loanSurplus } from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";

export type LoanRow = typeof loan.$inferSelect;
type SurplusRow = typeof loanSurplus.$inferSelect;
type SetAsideRow = typeof loanMoneySetAside.$inferSelect;

const LOAN_BIGINTS = {
  id: true,
  start: true,
  end: true,
  face: true,
  lent: true,
  principal: true,
  accrued: true,
  interestPaid: true,
  repaid: true,
  collected: true,
  seized: true,
  surplus: true,
  takenAt: true,
} as const;

const LOANS = `query Loans($where: loanFilter, $after: String) {
  loans(where: $where, orderBy: "takenAt", orderDirection: "desc", limit: 1000, after: $after) {
    items { id lender borrower receivableId state start end face currency lent principal ratePpm repayBy graceDays dueDay utcOffsetHours
      dayCount dayBase since accrued interestPaid repaid collected seized surplus digest takenAt txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;
const SURPLUSES = `query LoanSurpluses($where: loanSurplusFilter, $after: String) {
  loanSurpluss(where: $where, limit: 1000, after: $after) {
    items { loanId holder owed } pageInfo { hasNextPage endCursor }
  }
}`;
const SET_ASIDE = `query LoanMoney($where: loanMoneySetAsideFilter, $after: String) {
  loanMoneySetAsides(where: $where, limit: 1000, after: $after) {
    items { account currency amount } pageInfo { hasNextPage endCursor }
  }
}`;

/** Loans that an organisation has given or taken, newest first. @param accounts Its accounts in lower case. */
export function useLoans(accounts: readonly string[], enabled = true) {
  return useQuery({
    enabled,
    queryKey: ["index", "loans", accounts],
    queryFn: () => {
      const where = { OR: [{ lender_in: accounts }, { borrower_in: accounts }] };
      return fetchRows<LoanRow>(LOANS, "loans", LOAN_BIGINTS, where);
    },
  });
}

/** What lenders still owe those whose slices they took, by loan. */
export function useSurpluses(loanIds: readonly bigint[]) {
  const wanted = loanIds.map(String).sort();
  return useQuery({
    queryKey: ["index", "loanSurpluses", wanted],
    queryFn: async () => {
      if (wanted.length === 0) return [];
      const where = { loanId_in: wanted, owed_gt: "0" };
      return fetchRows<SurplusRow>(SURPLUSES, "loanSurpluss", { loanId: true, owed: true }, where);
    },
  });
}

/** Money of loans that waits for accounts which could not receive. @param accounts In lower case. */
export function useLoanMoneySetAside(accounts: readonly string[]) {
  return useQuery({
    queryKey: ["index", "loanMoneySetAside", accounts],
    queryFn: () => {
      const where = { account_in: accounts, amount_gt: "0" };
      return fetchRows<SetAsideRow>(SET_ASIDE, "loanMoneySetAsides", { amount: true }, where);
    },
  });
}
