import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { DEMO_DAYS, loadDemo } from "../../../scripts/demo/loadDemo.ts";
import { deployLocal } from "../../../scripts/deploy.ts";
import type { DeploymentRecord } from "../../../scripts/deployment/record.ts";
import { startIndexer } from "../../../scripts/indexer/startIndexer.ts";
import { startChain } from "../../../scripts/local/startChain.ts";

declare module "vitest" {
  interface ProvidedContext {
    network: { rpcUrl: string; indexerUrl: string; folder: string; record: DeploymentRecord };
  }
}

const PORTS = { rpc: 18_545, indexer: 43_069 };

/** One real chain with the demo on it and a real indexer behind it for all files, on ports and in a folder of their own. */
export default async function startNetwork(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "tallystick-test-"));
  process.env.TALLYSTICK_DEPLOYMENTS = join(folder, "deployments");
  const stops: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const now = Math.floor(Date.now() / 1000);
    const chain = await startChain(PORTS.rpc, join(folder, "chain.log"), now - DEMO_DAYS * 86_400);
    stops.push(chain.stop);
    const record = await deployLocal(chain.url);
    const indexer = await startIndexer({ record, rpcUrl: chain.url, port: PORTS.indexer, folder });
    stops.push(indexer.stop);
    await loadDemo({ rpc: chain.url, vault: indexer.url }, record, now, () => undefined);
    project.provide("network", { rpcUrl: chain.url, indexerUrl: indexer.url, folder, record });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
