import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Stage, setStage } from "../../../scripts/demo/actors.ts";
import { Clock } from "../../../scripts/demo/clock.ts";
import { DEMO_DAYS, loadDemo } from "../../../scripts/demo/loadDemo.ts";
import { deployLocal } from "../../../scripts/deploy.ts";
import { startIndexer } from "../../../scripts/indexer/startIndexer.ts";
import { startChain } from "../../../scripts/local/startChain.ts";
import { answerOf, waitFor } from "../../../scripts/local/waitFor.ts";

export interface TestNetwork extends Stage {
  clock: Clock;
  indexerUrl: string;
  folder: string;
  /** Waits until the index has read the chain's newest block. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

const CATCH_UP_MS = 30_000;

/** A real chain with the demo on it and a real indexer behind it, on ports and in a folder of their own. */
export async function startTestNetwork(ports: { rpc: number; indexer: number }): Promise<TestNetwork> {
  const folder = mkdtempSync(join(tmpdir(), "tallystick-test-"));
  process.env.TALLYSTICK_DEPLOYMENTS = join(folder, "deployments");
  const stops: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const now = Math.floor(Date.now() / 1000);
    const chain = await startChain(ports.rpc, join(folder, "chain.log"), now - DEMO_DAYS * 86_400);
    stops.push(chain.stop);
    const record = await deployLocal(chain.url);
    const indexer = await startIndexer({ record, rpcUrl: chain.url, port: ports.indexer, folder });
    stops.push(indexer.stop);
    await loadDemo({ rpc: chain.url, vault: indexer.url }, record, now, () => undefined);
    const stage = setStage(chain.url, indexer.url, record);
    stops.push(async () => stage.provider.destroy());
    const caughtUp = async () => waitForBlock(indexer.url, await stage.provider.getBlockNumber());
    await caughtUp();
    return { ...stage, clock: new Clock(stage.provider), indexerUrl: indexer.url, folder, caughtUp, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function waitForBlock(url: string, block: number): Promise<void> {
  await waitFor(`the index to reach block ${block}`, CATCH_UP_MS, async () => {
    const answer = JSON.stringify(await answerOf(`${url}/status`));
    const reached = Number(/"number":(\d+)/.exec(answer)?.[1]);
    return reached >= block ? true : null;
  });
}
