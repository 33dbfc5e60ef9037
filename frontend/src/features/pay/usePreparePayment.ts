import { useMutation } from "@tanstack/react-query";
import { usePublicClient } from "wagmi";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { fetchPaymentPlan } from "./fetchPaymentPlan.ts";

/** Reads a payment's plan once, when the obligor asks: what is signed is what was shown, whatever is read anew meanwhile. */
export function usePreparePayment() {
  const client = usePublicClient();
  const deployment = useDeployment();
  return useMutation({
    mutationFn: async (receivable: ReceivableRow) => {
      const currency = deployment.currencies.find(({ index }) => index === receivable.currency);
      if (!client || !currency) throw new Error(`Currency ${receivable.currency} is not in this deployment's record.`);
      const asked = { receivableId: BigInt(receivable.id), obligor: receivable.obligor, currency };
      return { receivable, plan: await fetchPaymentPlan(client, deployment, asked) };
    },
  });
}
