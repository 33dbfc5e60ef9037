import { type ManagedProcess, startProcess } from "./managedProcess.ts";
import { answerOf, waitFor } from "./waitFor.ts";

export interface Chain extends ManagedProcess {
  url: string;
}

/** A Hardhat node with the well-known development accounts, on the loopback interface only. */
export async function startChain(port: number, logFile: string): Promise<Chain> {
  const args = ["node", "--hostname", "127.0.0.1", "--port", String(port), "--network", "node"];
  const node = startProcess({ name: "The local chain", command: "hardhat", args, logFile });
  const url = `http://127.0.0.1:${port}`;
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
  const request = { method: "POST", body, headers: { "content-type": "application/json" } };
  await Promise.race([waitFor("the local chain", 60_000, () => answerOf(url, request)), node.failed]);
  return { ...node, url };
}
