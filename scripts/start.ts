import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { portFrom, requireFreePorts } from "./local/ports.ts";

/** `npm start`: a whole local Tallystick with a demo supply chain, until Ctrl-C. */
const ports = {
  rpc: portFrom("TALLYSTICK_RPC_PORT", 8545),
  indexer: portFrom("TALLYSTICK_INDEXER_PORT", 42_069),
  web: portFrom("TALLYSTICK_WEB_PORT", 5173),
};

async function main(): Promise<void> {
  // Kept for good: a second Ctrl-C must not end this process before what it started.
  const stopped = new Promise<"stopped">((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve("stopped"));
  });
  await requireFreePorts([
    { use: "the local chain", number: ports.rpc, variable: "TALLYSTICK_RPC_PORT" },
    { use: "the indexer", number: ports.indexer, variable: "TALLYSTICK_INDEXER_PORT" },
    { use: "the web UI", number: ports.web, variable: "TALLYSTICK_WEB_PORT" },
  ]);
  say("Tallystick · 符契");
  say("· compiling the contracts");
  compile();
  // Loaded only now: it needs the contracts' types and bytecode as they have just been compiled.
  const { DEFAULT_STATE_FOLDER, startNetwork } = await import("./local/startNetwork.ts");
  const now = Math.floor(Date.now() / 1000);
  const plan = { ports, stateFolder: DEFAULT_STATE_FOLDER, now, onStep: (step: string) => say(`· ${step}`) };
  const network = await Promise.race([startNetwork(plan), stopped]);
  // Stopped while starting: the exit below ends what was started so far.
  if (network === "stopped") return;
  say(`\nOpen ${network.url}\n\nStop with Ctrl-C. Everything here is test money on a chain that ends with it.`);
  try {
    await Promise.race([stopped, network.failed]);
  } finally {
    say("\nStopping …");
    await network.stop();
  }
}

/** Quiet unless it fails. */
function compile(): void {
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", "generate"], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`Compiling the contracts failed:\n${stdout}\n${stderr}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
