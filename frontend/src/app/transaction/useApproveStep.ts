import { useState } from "react";
import { type Address, erc20Abi } from "viem";
import { useConnection, usePublicClient, useReadContract } from "wagmi";
import type { Currency } from "../deployment/deployment.ts";
import { type ActionStep, type ContractCall, contractCall } from "./action.ts";

/** Cash moves without an event that the index follows, so it is asked for again and again. */
const REFRESH_MS = 3_000;

interface Cash {
  balance: bigint;
  allowance: bigint;
}

/** What the connected account has of a currency and lets a desk take, in units of the token; undefined while it is read. */
export function useSpendable(currency: Currency, spender: Address): Cash | undefined {
  const { address } = useConnection();
  const token = { address: currency.token, abi: erc20Abi, query: { enabled: !!address, refetchInterval: REFRESH_MS } };
  const owner = address ?? spender;
  const { data: balance } = useReadContract({ ...token, functionName: "balanceOf", args: [owner] });
  const { data: allowance } = useReadContract({ ...token, functionName: "allowance", args: [owner, spender] });
  return balance === undefined || allowance === undefined ? undefined : { balance, allowance };
}

interface Needed {
  currency: Currency;
  spender: Address;
  /** In units of the token. */
  amount: bigint;
}

/**
 * The permission for a desk to take cash, as a first step; none if it may take enough already.
 * @param allowance As it was when the dialog opened: the list of steps stays as it was begun.
 */
export function useApproveStep({ currency, spender, amount }: Needed, allowance: bigint, name: string): ActionStep[] {
  const client = usePublicClient();
  const { address } = useConnection();
  const [isNeeded] = useState(allowance < amount);
  const call = async (): Promise<ContractCall | null> => {
    if (!client || !address) throw new Error("No account is connected.");
    const token = { address: currency.token, abi: erc20Abi } as const;
    const allowed = await client.readContract({ ...token, functionName: "allowance", args: [address, spender] });
    if (allowed >= amount) return null;
    return contractCall({ ...token, functionName: "approve", args: [spender, amount] });
  };
  return isNeeded ? [{ name, call }] : [];
}
