import { useMemo } from "react";
import { useConnection } from "wagmi";
import { usePolicies } from "../data/queries/policy.ts";
import { useSlicesOf, useTransferOffers } from "../data/queries/slices.ts";
import { type LedgerClock, useLedgerClock } from "../data/useLedgerClock.ts";
import { type Holding, holdingsOf } from "./holding.ts";

interface HoldingsQuery {
  data: { holdings: Holding[]; clock: LedgerClock } | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** What the connected account holds, judged by the chain's clock. */
export function useHoldings(): HoldingsQuery {
  const { address } = useConnection();
  const clock = useLedgerClock();
  const policies = usePolicies();
  const slices = useSlicesOf(address);
  const offers = useTransferOffers({ from: address });
  const queries = [policies, slices, offers];
  const error = queries.find((query) => query.error)?.error ?? null;
  const refetch = () => Promise.all(queries.map((query) => query.refetch()));
  const data = useMemo(() => {
    if (!clock || !policies.data || !slices.data || !offers.data) return undefined;
    return { holdings: holdingsOf(slices.data, offers.data, policies.data, clock), clock };
  }, [clock, policies.data, slices.data, offers.data]);
  return { data, error, refetch };
}
