import { fileURLToPath } from "node:url";
import { printLine, refusalText } from "./command-line.ts";
import { bookText } from "./demo/year/book/printBook.ts";
import { type Comparison, differencesOf } from "./demo/year/index/differences.ts";
import { HELP, yearOptions } from "./demo/year/options.ts";
import { Progress } from "./demo/year/Progress.ts";
import type { YearOptions } from "./demo/year/plan/makePlan.ts";
import { runYear } from "./demo/year/runYear.ts";
import { portFrom, requireFreePorts } from "./local/ports.ts";

/** `npm run demo:year`: a year of a supply chain, its balanced book, and the index beside the chain. */
const STATE_FOLDER = fileURLToPath(new URL("../.local/year/", import.meta.url));
const RPC_PORT = { use: "the year's chain", variable: "TALLYSTICK_YEAR_RPC_PORT", standard: 28_545 };
const INDEXER_PORT = { use: "the year's indexer", variable: "TALLYSTICK_YEAR_INDEXER_PORT", standard: 28_069 };
/** Of one table; one mistake often makes thousands. */
const MOST_SHOWN = 5;

async function main(): Promise<number> {
  const options = yearOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  // What was started is killed as this process exits. Kept for good: a second signal must not end it in the middle of that.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));
  const [rpc, indexer] = [RPC_PORT, INDEXER_PORT].map((port) => ({
    ...port,
    number: portFrom(port.variable, port.standard),
  }));
  if (!rpc || !indexer) throw new Error("A year needs two ports.");
  await requireFreePorts([rpc, indexer], "npm run demo:year");
  return await play(options, { rpc: rpc.number, indexer: indexer.number });
}

/** @returns the exit code. */
async function play(options: YearOptions, ports: { rpc: number; indexer: number }): Promise<number> {
  const begun = Date.now();
  const { transactions, books, comparisons } = await runYear(
    options,
    { ports, stateFolder: STATE_FOLDER },
    new Progress(),
  );
  for (const book of books) printLine(`\n${bookText(book)}`);
  printLine("\nThe index beside the chain");
  const unlike = comparisons.flatMap(printComparison);
  const wrong = unlike.length + books.flatMap(({ differences }) => differences).length;
  const seconds = Math.round((Date.now() - begun) / 1000);
  printLine(`\n${options.invoices} invoices, seed ${options.seed}: ${transactions} transactions in ${seconds} s.`);
  printLine(wrong === 0 ? "The book balances, and the index equals the chain." : `FAILED: ${wrong} differences.`);
  return wrong === 0 ? 0 : 1;
}

function printComparison(comparison: Comparison): string[] {
  const differences = differencesOf(comparison);
  const { table, chain } = comparison;
  printLine(
    `  ${table.padEnd(40)}${String(chain.size).padStart(8)} ${differences.length === 0 ? "equal" : "DIFFERENT"}`,
  );
  for (const each of differences.slice(0, MOST_SHOWN)) printLine(`    ${each}`);
  if (differences.length > MOST_SHOWN) printLine(`    and ${differences.length - MOST_SHOWN} more`);
  return differences;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${refusalText(error) ?? inFull(error)}\n`);
    process.exit(1);
  },
);

/** With its causes: what a contract has refused stands there. */
function inFull(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n  because: ${inFull(error.cause)}`;
}
