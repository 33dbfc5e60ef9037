import { useMutation } from "@tanstack/react-query";
import { useConnection, usePublicClient } from "wagmi";
import { useParticipants } from "../../app/data/queries/participants.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useChainHead } from "../../app/data/useChainHead.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { accountInForce } from "../../domain/account-in-force.ts";
import { isHeld } from "../../domain/slice-state.ts";
import { fetchObligation } from "./fetchObligation.ts";

/** Reads what is owed once, when the obligor asks: what is signed is what was shown, whatever is read anew meanwhile. */
export function usePreparePayment() {
  const client = usePublicClient();
  const deployment = useDeployment();
  const { address: obligor } = useConnection();
  const { data: participants } = useParticipants();
  const timestamp = useChainHead().data?.timestamp;
  return useMutation({
    mutationFn: async (receivable: ReceivableRow) => {
      const currency = deployment.currencies.find(({ index }) => index === receivable.currency);
      if (!client || !currency) throw new Error(`Currency ${receivable.currency} is not in this deployment's record.`);
      if (!obligor || !participants || timestamp === undefined) throw new Error("The chain's state is not read yet.");
      const inForce = (account: string) => accountInForce(account, participants);
      const held = isHeld(receivable, timestamp);
      const { id, face } = receivable;
      const asked = { receivableId: BigInt(id), face, obligor, currency, isHeld: held, asOf: timestamp, inForce };
      return { receivable, state: await fetchObligation(client, deployment, asked) };
    },
  });
}
