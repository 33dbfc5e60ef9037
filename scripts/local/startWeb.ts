import { type ManagedProcess, startProcess } from "./managedProcess.ts";
import { waitFor } from "./waitFor.ts";

export interface Web extends ManagedProcess {
  url: string;
}

/** Serves the built web UI, the chain's RPC and the indexer from one origin. */
export async function startWeb(ports: { rpc: number; indexer: number; web: number }, logFile: string): Promise<Web> {
  const args = ["preview", "--host", "127.0.0.1", "--port", String(ports.web), "--strictPort"];
  const env = { TALLYSTICK_RPC_PORT: String(ports.rpc), TALLYSTICK_INDEXER_PORT: String(ports.indexer) };
  const server = startProcess({ name: "The web UI", command: "vite", args, env, logFile });
  const url = `http://127.0.0.1:${ports.web}`;
  await Promise.race([waitFor("the web UI", 30_000, () => isServed(url)), server.failed]);
  return { ...server, url };
}

async function isServed(url: string): Promise<true | null> {
  try {
    return (await fetch(url)).ok ? true : null;
  } catch {
    // Not listening yet: that is what is being waited for.
    return null;
  }
}
