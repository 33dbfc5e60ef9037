import { useQuery } from "@tanstack/react-query";
import { loadDeployment } from "./deployment.ts";
import { useDeployment } from "./useDeployment.ts";

const POLL_MS = 15_000;

/** Whether the deployment record was replaced since this page was opened: it speaks to contracts that are no longer the ones in use. */
export function useIsSuperseded(): boolean {
  const opened = useDeployment();
  const { data: isSame } = useQuery({
    queryKey: ["deployment"],
    refetchInterval: POLL_MS,
    retry: false,
    queryFn: async () => {
      const { addresses, genesisHash } = await loadDeployment();
      return genesisHash === opened.genesisHash && addresses.ledger === opened.addresses.ledger;
    },
  });
  return isSame === false;
}
