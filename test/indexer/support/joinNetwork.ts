import { inject } from "vitest";
import { actor, type Stage, setStage } from "../../../scripts/demo/actors.ts";
import { Clock } from "../../../scripts/demo/clock.ts";

export interface TestNetwork extends Stage {
  clock: Clock;
  indexerUrl: string;
  /** Where the vault and the logs are. */
  folder: string;
  /** Waits until the index has read the chain's newest block. */
  caughtUp(): Promise<void>;
}

/** The network that the global setup has started, with the demo's companies to act in it. */
export function joinNetwork(): TestNetwork {
  const { rpcUrl, indexerUrl, folder, record } = inject("network");
  const stage = setStage(rpcUrl, indexerUrl, record);
  const caughtUp = async () => actor(stage, "operator").vault.waitForBlock(await stage.provider.getBlockNumber());
  return { ...stage, clock: new Clock(stage.provider), indexerUrl, folder, caughtUp };
}
