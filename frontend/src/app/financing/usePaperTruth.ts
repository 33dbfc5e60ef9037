import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { numberToHex } from "viem";
import { useReadContract } from "wagmi";
import type { PaperKind } from "../../domain/signed-paper.ts";
import { discountDeskAbi, pledgeDeskAbi } from "../../generated/contracts.ts";
import { answerOf } from "../data/answerOf.ts";
import type { Answer } from "../data/Loaded.tsx";
import { fetchHistory } from "../data/queries/receivables.ts";
import { useSlicesById } from "../data/queries/slices.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import type { PaperTruth } from "./paper-state.ts";

const CANCELLED_KIND = { quote: "quoteCancelled", loanOffer: "loanOfferCancelled" } as const;

/** What chain and index say of a bank's papers. @param taken Digests of those that were taken. */
export function usePaperTruth(
  { kind }: PaperKind,
  account: Address,
  slices: readonly bigint[],
  taken: readonly string[] | undefined,
  timestamp: bigint,
): Answer<PaperTruth> {
  const cancelled = useCancelled(CANCELLED_KIND[kind], account);
  const series = useSeriesOf(kind, account);
  const found = useSlicesById(slices.map((id) => numberToHex(id, { size: 32 })));
  const questions = [cancelled, series, found];
  if (!cancelled.data || series.data === undefined || !found.data || !taken)
    return answerOf<PaperTruth>(undefined, questions);
  const rows = found.data;
  const truth: PaperTruth = {
    ...{ timestamp, cancelled: new Set(cancelled.data), series: series.data },
    taken: new Set(taken.map((digest) => digest.toLowerCase())),
    wordOf: (id) => rows.find((slice) => BigInt(slice.id) === id && slice.status === "live")?.word ?? null,
  };
  return answerOf(truth, questions);
}

/** The series that the papers of a bank must name; undefined while it is read. */
export function useSeries(kind: PaperKind["kind"], bank: Address): bigint | undefined {
  return useSeriesOf(kind, bank).data;
}

function useSeriesOf(kind: PaperKind["kind"], bank: Address) {
  const { discountDesk, pledgeDesk } = useDeployment().addresses;
  const isQuote = kind === "quote";
  const ofQuotes = useReadContract({
    ...{ address: discountDesk, abi: discountDeskAbi, functionName: "quoteSeriesOf", args: [bank] },
    query: { enabled: isQuote },
  });
  const ofLoans = useReadContract({
    ...{ address: pledgeDesk, abi: pledgeDeskAbi, functionName: "loanOfferSeriesOf", args: [bank] },
    query: { enabled: !isQuote },
  });
  return isQuote ? ofQuotes : ofLoans;
}

/** Digests. */
function useCancelled(kind: string, actor: Address) {
  return useQuery({
    queryKey: ["index", "cancelledPapers", kind, actor.toLowerCase()],
    queryFn: async () => {
      const events = await fetchHistory({ kind, actor: actor.toLowerCase() });
      return events.map(({ data: { digest } }) => String(digest).toLowerCase());
    },
  });
}
