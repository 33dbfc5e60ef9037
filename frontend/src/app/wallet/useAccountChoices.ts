import type { Address } from "viem";
import { type Connector, useConfig, useConnect, useConnection, useConnectors } from "wagmi";
import { disconnect } from "wagmi/actions";
import { isLocalConnector } from "./localConnector.types.ts";

interface AccountChoices {
  account: Address | undefined;
  connector: Connector | undefined;
  localAccounts: readonly Address[];
  wallets: readonly Connector[];
  chooseLocal: (account: Address) => void;
  chooseWallet: (wallet: Connector) => void;
  leave: () => void;
  error: Error | null;
}

/** The accounts one can act with here, and how to change between them. */
export function useAccountChoices(): AccountChoices {
  const config = useConfig();
  const { address, connector } = useConnection();
  const connectors = useConnectors();
  const { mutate: connect, error } = useConnect();
  const local = connectors.find(isLocalConnector);
  return {
    account: address,
    connector,
    localAccounts: local?.accounts ?? [],
    wallets: connectors.filter((candidate) => !isLocalConnector(candidate)),
    chooseLocal: (account) => {
      local?.select(account);
      if (local && connector?.uid !== local.uid) connect({ connector: local });
    },
    chooseWallet: (wallet) => {
      if (connector?.uid !== wallet.uid) connect({ connector: wallet });
    },
    leave: () => {
      // Every one of them: wagmi would fall back to another wallet that is still connected.
      for (const { connector: connected } of config.state.connections.values()) {
        disconnect(config, { connector: connected }).catch((reason: unknown) => console.error(reason));
      }
    },
    error,
  };
}
