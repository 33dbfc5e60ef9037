import { useQuery } from "@tanstack/react-query";
import { usePublicClient } from "wagmi";
import type { ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
import type { SliceRow, WithReceivable } from "../../app/data/queries/slices.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import type { ActionFailure } from "../../app/transaction/action.ts";
import { failureOf } from "../../app/transaction/failureOf.ts";
import { earlyPaymentDeskAbi } from "../../generated/contracts.ts";

/** A slice and a programme that it may be given back to. */
export interface EarlyOffer {
  slice: WithReceivable<SliceRow>;
  programme: ProgrammeRow;
}

/** What the desk says it pays now. Minor units. */
export interface EarlyPrice {
  face: bigint;
  days: number;
  discount: bigint;
  net: bigint;
}

/** An offer at the price that was shown. */
export type AcceptedOffer = EarlyOffer & { price: EarlyPrice };

export interface QuotedOffer extends EarlyOffer {
  answer: { price: EarlyPrice } | { failure: ActionFailure };
}

/** The desk's own figures, read from the chain. @param today They change with the day. */
export function useEarlyQuotes(offers: readonly EarlyOffer[], today: number) {
  const client = usePublicClient();
  const { earlyPaymentDesk } = useDeployment().addresses;
  const asked = offers.map(({ slice, programme }) => `${slice.id}/${slice.word}/${programme.id}`);
  return useQuery({
    queryKey: ["index", "earlyQuotes", today, asked],
    enabled: client !== undefined,
    queryFn: async (): Promise<QuotedOffer[]> => {
      if (!client) throw new Error("No client for this chain.");
      const desk = { address: earlyPaymentDesk, abi: earlyPaymentDeskAbi } as const;
      return Promise.all(
        offers.map(async (offer) => {
          const args = [BigInt(offer.slice.id), offer.programme.id] as const;
          try {
            const price = await client.readContract({ ...desk, functionName: "quote", args });
            const { face, daysToRun: days, discount, net } = price;
            const exact = { face: BigInt(face), days, discount: BigInt(discount), net: BigInt(net) };
            return { ...offer, answer: { price: exact } };
          } catch (error) {
            return { ...offer, answer: { failure: failureOf(error) } };
          }
        }),
      );
    },
  });
}
