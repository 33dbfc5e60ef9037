import { useQuery } from "@tanstack/react-query";
import { type Address, erc20Abi, type PublicClient } from "viem";
import { usePublicClient } from "wagmi";
import { settlementDeskAbi } from "../../../generated/contracts.ts";
import type { Currency, Deployment } from "../../deployment/deployment.ts";
import { useDeployment } from "../../deployment/useDeployment.ts";

/** A participant's cash in one currency. Token amounts in units of the token, `setAside` in minor units. */
export interface CashPosition {
  currency: Currency;
  balance: bigint;
  /** What each desk may take of it. */
  discountAllowance: bigint;
  settlementAllowance: bigint;
  pledgeAllowance: bigint;
  recourseAllowance: bigint;
  earlyPaymentAllowance: bigint;
  /** Paid for slices while the account could not receive; the settlement desk keeps it until it is claimed. */
  setAside: bigint;
}

/** Cash in every currency, asked of the tokens themselves; asked again with every block that the index takes in. */
export function useCash(account: Address | undefined) {
  const client = usePublicClient();
  const deployment = useDeployment();
  return useQuery({
    queryKey: ["index", "cash", account?.toLowerCase()],
    enabled: client !== undefined && account !== undefined,
    queryFn: async (): Promise<CashPosition[]> => {
      if (!client || !account) throw new Error("No account to look at.");
      return Promise.all(deployment.currencies.map((currency) => readCash(client, deployment, account, currency)));
    },
  });
}

async function readCash(
  client: PublicClient,
  { addresses: { discountDesk, settlementDesk, pledgeDesk, recourseDesk, earlyPaymentDesk } }: Deployment,
  account: Address,
  currency: Currency,
): Promise<CashPosition> {
  const token = { address: currency.token, abi: erc20Abi } as const;
  const allowanceFor = (desk: Address) =>
    client.readContract({ ...token, functionName: "allowance", args: [account, desk] });
  const [balance, setAside, allowed] = await Promise.all([
    client.readContract({ ...token, functionName: "balanceOf", args: [account] }),
    client.readContract({
      address: settlementDesk,
      abi: settlementDeskAbi,
      functionName: "setAsideOf",
      args: [account, currency.index],
    }),
    Promise.all([
      allowanceFor(discountDesk),
      allowanceFor(settlementDesk),
      allowanceFor(pledgeDesk),
      allowanceFor(recourseDesk),
      allowanceFor(earlyPaymentDesk),
    ]),
  ]);
  const [discountAllowance, settlementAllowance, pledgeAllowance, recourseAllowance, earlyPaymentAllowance] = allowed;
  const allowances = { discountAllowance, settlementAllowance, pledgeAllowance, recourseAllowance };
  return { currency, balance, ...allowances, earlyPaymentAllowance, setAside };
}
