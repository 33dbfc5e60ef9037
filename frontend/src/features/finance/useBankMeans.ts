import { type Address, erc20Abi } from "viem";
import { useReadContracts } from "wagmi";
import { useParticipants } from "../../app/data/queries/participants.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ROLE_BITS } from "../../domain/roles.ts";
import type { BankMeans } from "./offer-fit.ts";

/** Cash moves without an event that the index follows, so it is asked for again and again. */
const REFRESH_MS = 3_000;

/** What each bank could pay now in a currency, by its account. */
export function useBankMeans(
  banks: readonly Address[],
  currency: Currency,
  today: number,
): (bank: Address) => BankMeans {
  const { discountDesk } = useDeployment().addresses;
  const { data: participants } = useParticipants();
  const distinct = [...new Set(banks)];
  const token = { address: currency.token, abi: erc20Abi } as const;
  const { data: answers } = useReadContracts({
    contracts: distinct.flatMap((bank) => [
      { ...token, functionName: "balanceOf", args: [bank] } as const,
      { ...token, functionName: "allowance", args: [bank, discountDesk] } as const,
    ]),
    query: { refetchInterval: REFRESH_MS },
  });
  return (bank) => {
    const at = distinct.indexOf(bank);
    const found = participants?.find(({ account }) => account === bank);
    const mayAct =
      found !== undefined &&
      (found.roles & ROLE_BITS.bank) !== 0 &&
      !found.suspended &&
      !found.replaced &&
      today <= found.kycUntil;
    return { mayAct, balance: answers?.[2 * at]?.result ?? null, allowance: answers?.[2 * at + 1]?.result ?? null };
  };
}
