import { fileURLToPath } from "node:url";
import { requireFreePorts } from "../../scripts/local/ports.ts";
import { startNetwork } from "../../scripts/local/startNetwork.ts";

/** Ten in the morning in Chongqing; the chain's clock does not depend on the day the tests run. */
export const E2E_NOW = Date.UTC(2026, 10, 20, 2) / 1000;

/** Two of these networks can stand side by side: each has three ports from its first one on. */
const FIRST_PORT = Number(process.env.TALLYSTICK_E2E_PORT ?? 18_745);
const PORTS = { rpc: FIRST_PORT, indexer: FIRST_PORT + 1, web: FIRST_PORT + 2 };
export const E2E_RPC = `http://127.0.0.1:${PORTS.rpc}`;
export const E2E_URL = `http://127.0.0.1:${PORTS.web}`;

/** One whole network for all end-to-end tests, started as `npm start` does. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await requireFreePorts([
    { use: "the tests' chain", number: PORTS.rpc, variable: "none" },
    { use: "the tests' indexer", number: PORTS.indexer, variable: "none" },
    { use: "the tests' web UI", number: PORTS.web, variable: "none" },
  ]);
  const stateFolder = fileURLToPath(new URL(`../../.local/e2e-${FIRST_PORT}/`, import.meta.url));
  const onStep = (step: string) => process.stdout.write(`· ${step}\n`);
  const webIsBuilt = process.env.TALLYSTICK_E2E_WEB === "built";
  const network = await startNetwork({ ports: PORTS, stateFolder, now: E2E_NOW, onStep, webIsBuilt });
  return network.stop;
}
