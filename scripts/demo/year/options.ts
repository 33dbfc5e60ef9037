import { parseArgs } from "node:util";
import { CommandLineError } from "../../command-line.ts";
import { LEAST_INVOICES, type YearOptions } from "./plan/makePlan.ts";

/** Beyond it the local chain's memory, some 50 kB a transaction, becomes a matter of its own. */
const MOST_INVOICES = 5_000;
const MOST_SEED = 2 ** 31 - 1;

export const HELP = `Usage: npm run demo:year -- [options]

Plays a year of a supply chain on a local chain of its own, through the contracts' public functions only: 3 core enterprises, 40 suppliers
in 4 tiers, 4 banks. Then prints the balanced book of each currency, from events and from what the contracts answer, and compares the
index's tables with the chain. A difference is printed, and ends the command with 1.

  --invoices N   how many invoices the year has, ${LEAST_INVOICES} to ${MOST_INVOICES} (default 2000)
  --seed N       another year, 0 to ${MOST_SEED} (default 1); equal seeds make equal years
  --help         this text

TALLYSTICK_YEAR_RPC_PORT and TALLYSTICK_YEAR_INDEXER_PORT name other ports than 28545 and 28069. Logs are in .local/year/logs.
`;

/** @returns null if help is asked for. @throws CommandLineError and node's own refusals. */
export function yearOptions(args: string[]): YearOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      invoices: { type: "string", default: "2000" },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return null;
  return {
    invoices: wholeNumber("invoices", values.invoices, LEAST_INVOICES, MOST_INVOICES),
    seed: wholeNumber("seed", values.seed, 0, MOST_SEED),
  };
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new CommandLineError(
    `--${option} must be a whole number from ${least} to ${most}, not "${text}". Call the command with --help to see its options.`,
  );
}
