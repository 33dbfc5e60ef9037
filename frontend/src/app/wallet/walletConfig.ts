import { type Chain, defineChain } from "viem";
import { type Config, type CreateConnectorFn, createConfig, http } from "wagmi";
import { type Deployment, LOCAL_CHAIN_ID } from "../deployment/deployment.ts";

/** Browser wallets announce themselves (EIP-6963); a localnet build adds the development accounts. */
export async function createWalletConfig(deployment: Deployment): Promise<Config> {
  const chain = chainOf(deployment);
  return createConfig({
    chains: [chain],
    connectors: await localConnectors(deployment.chainId),
    transports: { [chain.id]: http(chain.rpcUrls.default.http[0], { retryCount: 1 }) },
    pollingInterval: 200,
    multiInjectedProviderDiscovery: true,
  });
}

/** The page's own origin passes calls on to the chain, under /rpc. */
function chainOf({ chainId, chainName }: Deployment): Chain {
  return defineChain({
    id: chainId,
    name: chainName,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [`${window.location.origin}/rpc`] } },
    testnet: chainId === LOCAL_CHAIN_ID,
  });
}

async function localConnectors(chainId: number): Promise<CreateConnectorFn[]> {
  // The mode is a constant of the build: any but a localnet one drops the import and with it the keys.
  if (import.meta.env.MODE !== "localnet" || chainId !== LOCAL_CHAIN_ID) return [];
  const { localConnector } = await import("./localConnector.ts");
  return [localConnector()];
}
