import { type Address, erc20Abi, type Hex } from "viem";
import { useReadContracts } from "wagmi";
import { ROLE_BITS } from "../../domain/roles.ts";
import { exposureBookAbi } from "../../generated/contracts.ts";
import { useParticipants } from "../data/queries/participants.ts";
import type { Currency } from "../deployment/deployment.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import type { BankMeans } from "./offer-fit.ts";

/** Cash moves without an event that the index follows, so it is asked for again and again. */
const REFRESH_MS = 3_000;
/** Of the exposure book. */
const COUNTERPARTY = { obligor: 0, seller: 1 } as const;
const NOBODY: Hex = "0x0000000000000000000000000000000000000000";

interface Parties {
  /** Identities. */
  obligor: Hex;
  seller: Hex;
}

/**
 * What each bank could pay now in a currency, and for how much its exposure limits leave room, by its account.
 * @param spender The desk that would take the cash.
 */
export function useBankMeans(
  banks: readonly Address[],
  currency: Currency,
  today: number,
  { obligor, seller }: Parties,
  spender: Address,
): (bank: Address) => BankMeans {
  const { exposureBook } = useDeployment().addresses;
  const { data: participants } = useParticipants();
  const participantOf = (bank: Address) =>
    participants?.find(({ account }) => account.toLowerCase() === bank.toLowerCase());
  const distinct = [...new Set(banks)];
  const token = { address: currency.token, abi: erc20Abi } as const;
  const { data: cash } = useReadContracts({
    contracts: distinct.flatMap((bank) => [
      { ...token, functionName: "balanceOf", args: [bank] } as const,
      { ...token, functionName: "allowance", args: [bank, spender] } as const,
    ]),
    query: { refetchInterval: REFRESH_MS },
  });
  const exposure = { address: exposureBook, abi: exposureBookAbi, functionName: "exposureOf" } as const;
  const { data: exposures } = useReadContracts({
    contracts: distinct.flatMap((bank) => {
      const identity = participantOf(bank)?.identity ?? NOBODY;
      return [
        { ...exposure, args: [identity, COUNTERPARTY.obligor, obligor, currency.index] } as const,
        { ...exposure, args: [identity, COUNTERPARTY.seller, seller, currency.index] } as const,
      ];
    }),
    query: { refetchInterval: REFRESH_MS, enabled: participants !== undefined },
  });
  return (bank) => {
    const at = distinct.indexOf(bank);
    const found = participantOf(bank);
    const mayAct =
      found !== undefined &&
      (found.roles & ROLE_BITS.bank) !== 0 &&
      !found.suspended &&
      !found.replaced &&
      today <= found.kycUntil;
    const rooms = [exposures?.[2 * at]?.result, exposures?.[2 * at + 1]?.result];
    return {
      mayAct,
      balance: cash?.[2 * at]?.result ?? null,
      allowance: cash?.[2 * at + 1]?.result ?? null,
      exposureLeft: leastRoom(rooms),
    };
  };
}

function leastRoom(exposures: readonly ({ limit: bigint; used: bigint } | undefined)[]): bigint | null {
  let least: bigint | null = null;
  for (const exposure of exposures) {
    if (exposure === undefined) return null;
    const left = exposure.limit > exposure.used ? exposure.limit - exposure.used : 0n;
    if (least === null || left < least) least = left;
  }
  return least;
}
