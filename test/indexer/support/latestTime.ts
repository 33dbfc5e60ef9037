import type { TestNetwork } from "./joinNetwork.ts";

/** Seconds, by the newest block. */
export async function latestTime({ provider }: TestNetwork): Promise<number> {
  const block = await provider.getBlock("latest");
  if (!block) throw new Error("The chain has no latest block.");
  return block.timestamp;
}
