import { useReadContract, useReadContracts } from "wagmi";
import { useDeployment } from "../../../app/deployment/useDeployment.ts";
import type { Holding } from "../../../app/holdings/holding.ts";
import { useMe } from "../../../app/session/useMe.ts";
import { ledgerAbi, settlementDeskAbi } from "../../../generated/contracts.ts";
import { bringsCash, type PaidSoFar, type Receipt, receiptsOf } from "./receipt.ts";

/** Others pay in without this page's doing. */
const REFRESH_MS = 3_000;

/** What the slices held bring, by due day. */
export function useReceipts(
  all: readonly Holding[],
  timestamp: bigint,
): { data: Receipt[] | undefined; error: Error | null; refetch: () => unknown } {
  const { participant } = useMe();
  const holdings = all.filter((holding) => bringsCash(holding, participant?.identity));
  const { paidFor, error, refetch } = usePaidSoFar(holdings.filter(({ receivable }) => receivable.paidInto));
  return { data: paidFor && receiptsOf(holdings, paidFor, timestamp), error, refetch };
}

/** What the desk has collected for receivables paid in part, and what of it slices have had: only the chain keeps it. */
function usePaidSoFar(partPaid: readonly Holding[]) {
  const { ledger, settlementDesk } = useDeployment().addresses;
  const receivables = [...new Set(partPaid.map(({ receivableId }) => receivableId))];
  const query = { refetchInterval: REFRESH_MS, enabled: partPaid.length > 0 };
  const collections = useReadContracts({
    contracts: receivables.map((id) => ({
      ...({ address: settlementDesk, abi: settlementDeskAbi, functionName: "collectionOf" } as const),
      args: [BigInt(id)] as const,
    })),
    allowFailure: false,
    query,
  });
  const ids = partPaid.map(({ id }) => BigInt(id));
  const marks = useReadContract({ address: ledger, abi: ledgerAbi, functionName: "payeesOf", args: [ids], query });
  const error = collections.error ?? marks.error;
  const refetch = () => Promise.all([collections.refetch(), marks.refetch()]);
  if (partPaid.length === 0) return { paidFor: () => null, error: null, refetch };
  if (!collections.data || !marks.data) return { paidFor: undefined, error, refetch };
  const [, told] = marks.data;
  const paidFor = (holding: Holding): PaidSoFar | null => {
    const collection = collections.data[receivables.indexOf(holding.receivableId)];
    const mark = told[partPaid.indexOf(holding)];
    if (!collection || !mark) return null;
    return {
      collection: { ...collection, paid: BigInt(collection.paid) },
      mark: { face: BigInt(mark.face), penalty: mark.penalty },
    };
  };
  return { paidFor, error, refetch };
}
