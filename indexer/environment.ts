/** What the indexer is told by its surroundings. Everything about contracts comes from the deployment record. */
export const chainId = Number(process.env.TALLYSTICK_CHAIN_ID ?? 31337);
export const rpcUrl = process.env.TALLYSTICK_RPC_URL ?? "http://127.0.0.1:8545";

/** @throws if the variable is not set: what is secret or lasting has no default. */
export function required(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`Set ${variable}; see docs/architecture.md, "Indexer and server".`);
  return value;
}
