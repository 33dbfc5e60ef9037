import { startProcess } from "./managedProcess.ts";

/** Builds the web UI for the local chain, with the development accounts in it. Never serve this build to the public. */
export async function buildWeb(logFile: string): Promise<void> {
  const args = ["build", "--mode", "localnet"];
  const build = startProcess({ name: "Building the web UI", command: "vite", args, logFile });
  const code = await build.exited;
  if (code !== 0) throw new Error(`Building the web UI failed (exit code ${code}). The reason is in ${logFile}.`);
}
