import { useQuery } from "@tanstack/react-query";
import { type Address, erc20Abi } from "viem";
import { usePublicClient } from "wagmi";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";

export interface DeskCash {
  currency: Currency;
  /** The obligor's cash, and what the desk may take of it, in units of the token. */
  balance: bigint;
  allowance: bigint;
}

/** Asked of the token itself. */
export function useDeskCash(account: Address | undefined, currency: Currency | undefined) {
  const client = usePublicClient();
  const { earlyPaymentDesk } = useDeployment().addresses;
  return useQuery({
    queryKey: ["index", "earlyPaymentCash", account?.toLowerCase(), currency?.index],
    enabled: client !== undefined && account !== undefined && currency !== undefined,
    queryFn: async (): Promise<DeskCash> => {
      if (!client || !account || !currency) throw new Error("No account to look at.");
      const token = { address: currency.token, abi: erc20Abi } as const;
      const [balance, allowance] = await Promise.all([
        client.readContract({ ...token, functionName: "balanceOf", args: [account] }),
        client.readContract({ ...token, functionName: "allowance", args: [account, earlyPaymentDesk] }),
      ]);
      return { currency, balance, allowance };
    },
  });
}
