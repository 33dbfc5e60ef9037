import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { DeploymentRecord } from "../deployment/record.ts";
import { type ManagedProcess, startProcess } from "../local/managedProcess.ts";
import { answerOf, waitFor } from "../local/waitFor.ts";
import { type Postgres, startPostgres } from "./postgres.ts";

export interface IndexerPlan {
  record: DeploymentRecord;
  rpcUrl: string;
  port: number;
  /** Keeps the embedded database, the vault with its key, and logs; `.local` by default. */
  folder?: string;
  /** How long catching up with the chain may take; a minute by default. */
  readyWithinMs?: number;
}

export interface Indexer extends ManagedProcess {
  url: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const READY_WITHIN_MS = 60_000;
const GENESIS_CHECK_MS = 2_000;

const statusAnswer = z.record(z.string(), z.object({ id: z.number(), block: z.object({ number: z.number() }) }));
const blockAnswer = z.object({ result: z.object({ hash: z.string() }) });

/**
 * Starts the indexer with its vault on a deployment, and waits until it has caught up with the chain. `DATABASE_URL` names a
 * PostgreSQL of one's own; otherwise a throw-away one is started, so a fresh chain always meets a fresh database.
 * `failed` rejects when the indexer ends by itself or another chain answers at the RPC's address.
 */
export async function startIndexer({
  record,
  rpcUrl,
  port,
  folder = join(root, ".local"),
  readyWithinMs = READY_WITHIN_MS,
}: IndexerPlan): Promise<Indexer> {
  const logs = join(folder, "logs");
  const database = await provideDatabase(folder);
  const url = `http://127.0.0.1:${port}`;
  const schema = `tallystick_${record.genesisHash.slice(2, 10)}_${record.startBlock}`;
  const location = ["--hostname", "127.0.0.1", "--port", String(port), "--schema", schema];
  const head = await headOf(rpcUrl);
  const ponder = startProcess({
    name: "The indexer",
    command: "ponder",
    args: ["start", ...location, "--log-format", "json"],
    // Ponder writes its schema.graphql below the folder it runs in.
    cwd: join(root, "indexer"),
    env: {
      DATABASE_URL: database.url,
      TALLYSTICK_CHAIN_ID: String(record.chainId),
      TALLYSTICK_RPC_URL: rpcUrl,
      TALLYSTICK_VAULT_DIR: process.env.TALLYSTICK_VAULT_DIR ?? join(folder, "vault", record.genesisHash),
      TALLYSTICK_VAULT_KEY: process.env.TALLYSTICK_VAULT_KEY ?? localVaultKey(folder),
      PONDER_TELEMETRY_DISABLED: "true",
      // Ponder would prefer it to --port.
      PORT: String(port),
    },
    logFile: join(logs, "indexer.log"),
  });
  const watch = watchGenesis(rpcUrl, record.genesisHash);
  const failed = Promise.race([ponder.failed, watch.changed]);
  failed.catch(() => undefined);
  const stop = async () => {
    watch.stop();
    await ponder.stop();
    await database.stop();
  };
  try {
    await Promise.race([
      waitFor("the indexer to catch up", readyWithinMs, () => isReady(url, record.chainId, head)),
      failed,
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, failed, stop };
}

async function provideDatabase(folder: string): Promise<Postgres> {
  const url = process.env.DATABASE_URL;
  if (url !== undefined) return { url, stop: async () => undefined };
  return startPostgres(join(folder, "postgres"));
}

/** Whether our chain is indexed up to a block. Ponder says it is ready before it has read the newest blocks. */
async function isReady(url: string, chainId: number, head: number): Promise<true | null> {
  const status = statusAnswer.safeParse(await answerOf(`${url}/status`));
  const chain = status.success ? Object.values(status.data).find(({ id }) => id === chainId) : undefined;
  return chain !== undefined && chain.block.number >= head ? true : null;
}

async function headOf(rpcUrl: string): Promise<number> {
  const answer = await waitFor(`the chain at ${rpcUrl}`, READY_WITHIN_MS, () =>
    answerOf(rpcUrl, rpcRequest("eth_blockNumber")),
  );
  return Number(z.object({ result: z.string() }).parse(answer).result);
}

function rpcRequest(method: string, ...params: unknown[]): RequestInit {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  return { method: "POST", body, headers: { "content-type": "application/json" } };
}

/** The vault's key on a development machine: made once, readable by its owner only. */
function localVaultKey(folder: string): string {
  const path = join(folder, "vault.key");
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(path, "utf8").trim();
}

/** An index must not go on when its chain was reset behind it. An RPC that does not answer is the indexer's to retry. */
function watchGenesis(rpcUrl: string, expected: string): { changed: Promise<never>; stop(): void } {
  const request = rpcRequest("eth_getBlockByNumber", "0x0", false);
  let timer: NodeJS.Timeout | undefined;
  const changed = new Promise<never>((_, reject) => {
    const check = async () => {
      const block = blockAnswer.safeParse(await answerOf(rpcUrl, request));
      if (!block.success || block.data.result.hash === expected) return;
      reject(
        new Error(`Another chain answers at ${rpcUrl}: its block 0 is ${block.data.result.hash}, not ${expected}.`),
      );
    };
    timer = setInterval(() => check().catch(reject), GENESIS_CHECK_MS);
  });
  return { changed, stop: () => clearInterval(timer) };
}
