import { useQuery } from "@tanstack/react-query";
import { formatEther, formatGwei } from "viem";
import { useConnection, usePublicClient } from "wagmi";
import type { ContractCall } from "./action.ts";

/**
 * What the network will take for a call at today's price; null while unknown, or when the call would fail
 * (the simulation tells why).
 */
export function useNetworkCost(call: ContractCall | null): string | null {
  const client = usePublicClient();
  const { address: account } = useConnection();
  const { data } = useQuery({
    queryKey: ["chain", "cost", account, call?.address, call?.functionName, String(call?.args)],
    enabled: client !== undefined && account !== undefined && call !== null,
    retry: false,
    queryFn: async () => {
      if (!client || !account || !call) throw new Error("Nothing to estimate.");
      const [gas, price] = await Promise.all([client.estimateContractGas({ ...call, account }), client.getGasPrice()]);
      return { gas, price };
    },
  });
  if (!data) return null;
  return `${formatEther(significant(data.gas * data.price))} ETH (${data.gas} gas × ${formatGwei(significant(data.price))} gwei)`;
}

/** Four leading digits: an estimate that shows more pretends to know more. */
function significant(value: bigint): bigint {
  const unit = 10n ** BigInt(Math.max(0, value.toString().length - 4));
  return (value / unit) * unit;
}
