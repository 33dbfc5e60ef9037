import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEMO_DAYS, loadDemo } from "../demo/loadDemo.ts";
import { deployLocal } from "../deploy.ts";
import { recordPath } from "../deployment/record.ts";
import { startIndexer } from "../indexer/startIndexer.ts";
import { buildWeb } from "./buildWeb.ts";
import { startChain } from "./startChain.ts";
import { startWeb } from "./startWeb.ts";

export interface NetworkPlan {
  ports: { rpc: number; indexer: number; web: number };
  /** Folder for this network's database, files, record and logs. The record, the logs and the vault of an earlier run there are replaced. */
  stateFolder: string;
  /** Where the chain's clock stands when everything is ready, in seconds. */
  now: number;
  onStep: (step: string) => void;
  /** The web UI was built already. */
  webIsBuilt?: boolean;
}

export interface LocalNetwork {
  url: string;
  rpcUrl: string;
  indexerUrl: string;
  stop(): Promise<void>;
  /** Rejects when one of the processes ends by itself. */
  failed: Promise<never>;
}

const DAY_SECONDS = 86_400;

/** Starts chain, contracts, indexer, demo and web UI; when a step fails, what was started before it is stopped. */
export async function startNetwork({
  ports,
  stateFolder,
  now,
  onStep,
  webIsBuilt = false,
}: NetworkPlan): Promise<LocalNetwork> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  const logs = join(stateFolder, "logs");
  mkdirSync(logs, { recursive: true });
  process.env.TALLYSTICK_DEPLOYMENTS = join(stateFolder, "deployments");
  rmSync(recordPath(31_337), { force: true });
  // Names and files belong to a chain; those of one that has ended would be known before anybody is admitted.
  rmSync(join(stateFolder, "vault"), { recursive: true, force: true });
  try {
    onStep(webIsBuilt ? "starting the chain" : "building the web UI and starting the chain");
    const building = webIsBuilt ? Promise.resolve() : buildWeb(join(logs, "build.log"));
    // A failure is reported where it is awaited, below.
    building.catch(() => undefined);
    const chain = await startChain(ports.rpc, join(logs, "chain.log"), now - DEMO_DAYS * DAY_SECONDS);
    stops.push(chain.stop);
    onStep("deploying the contracts");
    const record = await deployLocal(chain.url);
    onStep("starting the database and the indexer");
    const indexer = await startIndexer({ port: ports.indexer, rpcUrl: chain.url, folder: stateFolder, record });
    stops.push(indexer.stop);
    onStep("loading the demo supply chain");
    await loadDemo({ rpc: chain.url, vault: indexer.url }, record, now, (step) => onStep(`  ${step}`));
    await building;
    const web = await startWeb(ports, join(logs, "web.log"));
    stops.push(web.stop);
    const failed = Promise.race([chain.failed, indexer.failed, web.failed]);
    failed.catch(() => undefined);
    return { url: web.url, rpcUrl: chain.url, indexerUrl: indexer.url, stop, failed };
  } catch (error) {
    await stop();
    throw error;
  }
}

export const DEFAULT_STATE_FOLDER = fileURLToPath(new URL("../../.local/", import.meta.url));
