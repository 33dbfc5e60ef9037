import { type Address, getAddress } from "viem";
import { type CreateConnectorFn, createConnector } from "wagmi";
import { LOCAL_CHAIN_ID } from "../deployment/deployment.ts";
import { LOCAL_ADDRESSES, localSigner } from "./localAccounts.ts";
import { LOCAL_CONNECTOR_ID, type LocalAccounts } from "./localConnector.types.ts";
import { createLocalProvider } from "./localProvider.ts";

const KEY = "tallystick.localAccount";

type LocalProvider = ReturnType<typeof createLocalProvider>;

/**
 * A wallet in the page over the well-known development keys, for the local chain and local builds only.
 * @throws Error on any other chain.
 */
export function localConnector(): CreateConnectorFn<LocalProvider, LocalAccounts & Record<string, unknown>> {
  const accounts = LOCAL_ADDRESSES;
  const stored = (): Address | undefined => accounts.find((account) => account === localStorage.getItem(KEY));
  const selected = (): Address => stored() ?? first(accounts);

  return createConnector<LocalProvider, LocalAccounts & Record<string, unknown>>(({ chains, emitter }) => {
    const [chain] = chains;
    if (chain.id !== LOCAL_CHAIN_ID) throw new Error(`Development accounts exist on chain ${LOCAL_CHAIN_ID} only.`);
    const provider = createLocalProvider({ chain, signerOf: localSigner, selected });
    const connection = () => ({ accounts: [selected()] as readonly Address[], chainId: chain.id });
    return {
      id: LOCAL_CONNECTOR_ID,
      name: "Local development accounts",
      type: LOCAL_CONNECTOR_ID,
      accounts,
      select(account) {
        localStorage.setItem(KEY, getAddress(account));
        emitter.emit("change", connection());
      },
      async signText(account, text) {
        const signer = localSigner(account);
        if (!signer) throw new Error(`${account} is no development account.`);
        return signer.signMessage({ message: text });
      },
      async connect() {
        localStorage.setItem(KEY, selected());
        // wagmi asks for objects only when a caller wants capabilities, which this page never does.
        return connection() as never;
      },
      async disconnect() {
        localStorage.removeItem(KEY);
      },
      getAccounts: async () => connection().accounts,
      getChainId: async () => chain.id,
      getProvider: async () => provider,
      isAuthorized: async () => stored() !== undefined,
      onAccountsChanged: (changed) =>
        emitter.emit("change", { accounts: changed.map((account) => getAddress(account)) }),
      onChainChanged: (chainId) => emitter.emit("change", { chainId: Number(chainId) }),
      onDisconnect: () => emitter.emit("disconnect"),
    };
  });
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error("There is no development account.");
  return item;
}
