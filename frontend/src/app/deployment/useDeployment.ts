import { createContext, use } from "react";
import { type Currency, type Deployment, LOCAL_CHAIN_ID } from "./deployment.ts";

export const DeploymentContext = createContext<Deployment | null>(null);

export function useDeployment(): Deployment {
  const deployment = use(DeploymentContext);
  if (!deployment) throw new Error("DeploymentContext is missing above this component.");
  return deployment;
}

/** Finds a currency of the rulebook by its index; undefined when the record is older than the currency. */
export function useCurrency(index: number): Currency | undefined {
  return useDeployment().currencies.find((currency) => currency.index === index);
}

/** Whether development controls may be shown: only on the local chain, where time and money are for testing. */
export function useIsLocalChain(): boolean {
  return useDeployment().chainId === LOCAL_CHAIN_ID;
}
