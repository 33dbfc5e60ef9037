import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { provideChromium } from "../test/helpers/chromium.ts";
import { registerMany } from "./bench/manyReceivables.ts";
import { measureTable, type TableFigures, watch } from "./bench/measureTable.ts";
import { actor, setStage } from "./demo/actors.ts";
import { LOCAL_CHAIN_ID } from "./deploy.ts";
import { readRecord } from "./deployment/record.ts";
import { requireFreePorts } from "./local/ports.ts";
import { startNetwork } from "./local/startNetwork.ts";

const HELP = `Usage: npm run bench:table -- [--rows N]

Starts a network of its own, registers so many receivables (default 50 000) on its chain, opens the list in Chromium, and measures:
rows in the page, tasks while scrolling, time to filter. Writes bench/table.json.
`;

const PORTS = { rpc: 19_645, indexer: 19_646, web: 19_647 };
const REPORT = fileURLToPath(new URL("../bench/table.json", import.meta.url));
const LIMITS = { rowsInDom: 60, longestTaskCpu: 50, filterMedian: 200 };

const { values } = parseArgs({
  options: { rows: { type: "string", default: "50000" }, help: { type: "boolean", short: "h" } },
});

async function main(): Promise<void> {
  if (values.help) return void process.stdout.write(HELP);
  const rows = Number(values.rows);
  await requireFreePorts(
    Object.entries(PORTS).map(([use, number]) => ({ use: `the bench's ${use}`, number, variable: "none" })),
  );
  const stateFolder = fileURLToPath(new URL("../.local/bench-table/", import.meta.url));
  const now = Math.floor(Date.now() / 1000);
  const network = await startNetwork({ ports: PORTS, stateFolder, now, onStep: say });
  try {
    await seed(network, rows);
    const wide = await open(network.url, { width: 1440, height: 900 });
    const narrow = await open(network.url, { width: 390, height: 844 });
    report({ wide, narrow });
  } finally {
    await network.stop();
  }
}

async function seed({ rpcUrl, indexerUrl }: { rpcUrl: string; indexerUrl: string }, rows: number): Promise<void> {
  const record = readRecord(LOCAL_CHAIN_ID);
  if (!record) throw new Error("The network has no deployment record.");
  const stage = setStage(rpcUrl, indexerUrl, record);
  try {
    await registerMany(stage, rows, (done) => done % 10_000 === 0 && say(`  ${done} registered`));
    say("waiting for the index");
    await actor(stage, "operator").vault.waitForBlock(await stage.provider.getBlockNumber());
  } finally {
    stage.provider.destroy();
  }
}

/** Opens the list as the supervisor, who sees all of it. */
async function open(url: string, viewport: { width: number; height: number }): Promise<TableFigures> {
  say(`measuring at ${viewport.width} px`);
  const args = ["--no-sandbox", "--disable-gpu"];
  const browser = await chromium.launch({ executablePath: await provideChromium(), args });
  try {
    const page = await browser.newPage({ viewport, locale: "en-GB" });
    await watch(page);
    await page.goto(url);
    await page.getByRole("main").getByRole("button", { name: "Chongqing Supervision Office" }).click();
    await page.goto(`${url}/receivables`);
    await page.getByRole("grid").getByRole("link").first().waitFor();
    await page.waitForTimeout(2_000);
    return await measureTable(page);
  } finally {
    await browser.close();
  }
}

function report(figures: Record<"wide" | "narrow", TableFigures>): void {
  const machine = `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.version}, headless Chromium`;
  mkdirSync(fileURLToPath(new URL("../bench/", import.meta.url)), { recursive: true });
  writeFileSync(REPORT, `${JSON.stringify({ machine, limits: LIMITS, ...figures }, null, 2)}\n`);
  say(JSON.stringify(figures));
  const missed = Object.values(figures).flatMap((measured) =>
    (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).filter((name) => measured[name] > LIMITS[name]),
  );
  if (missed.length > 0) throw new Error(`Over the limit: ${missed.join(", ")}`);
}

function say(line: string): void {
  process.stdout.write(`· ${line}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
