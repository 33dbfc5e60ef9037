import type { Address } from "viem";
import type { Connector } from "wagmi";

export const LOCAL_CONNECTOR_ID = "localDevelopment";

/** What the local development connector adds to a wagmi connector. */
export interface LocalAccounts {
  /** Addresses by index among the well-known development accounts. */
  readonly accounts: readonly Address[];
  /** Makes one of them the connected account, now or at the next connection. */
  select: (account: Address) => void;
  /** Signs a text with one of them without connecting it. */
  signText: (account: Address, text: string) => Promise<`0x${string}`>;
}

export type LocalConnector = Connector & LocalAccounts;

/** Type only: the code that signs is loaded in local builds alone. */
export function isLocalConnector(connector: Connector): connector is LocalConnector {
  return connector.id === LOCAL_CONNECTOR_ID && "select" in connector && "accounts" in connector;
}
