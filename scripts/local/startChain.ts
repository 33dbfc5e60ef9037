import { type ManagedProcess, startProcess } from "./managedProcess.ts";
import { answerOf, waitFor } from "./waitFor.ts";

export interface Chain extends ManagedProcess {
  url: string;
}

/**
 * A Hardhat node with the well-known development accounts, on the loopback interface only.
 * @param startTime Seconds at which its clock begins.
 */
export async function startChain(port: number, logFile: string, startTime: number): Promise<Chain> {
  const args = ["node", "--hostname", "127.0.0.1", "--port", String(port), "--network", "node"];
  const env = { TALLYSTICK_CHAIN_START: new Date(startTime * 1000).toISOString() };
  const node = startProcess({ name: "The local chain", command: "hardhat", args, env, logFile });
  const url = `http://127.0.0.1:${port}`;
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
  const request = { method: "POST", body, headers: { "content-type": "application/json" } };
  await Promise.race([waitFor("the local chain", 60_000, () => answerOf(url, request)), node.failed]);
  return { ...node, url };
}
