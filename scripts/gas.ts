import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { measureAll } from "./gas/operations.ts";
import { gasTable } from "./gas/table.ts";

/**
 * Measures what each operation costs and writes snapshots/gas.json, and docs/gas.md with what it was spent on; with --check, compares
 * both and exits 1 on any difference.
 */
const snapshotPath = fileURLToPath(new URL("../snapshots/gas.json", import.meta.url));
const tablePath = fileURLToPath(new URL("../docs/gas.md", import.meta.url));

const measured = await measureAll();
const snapshot = `${JSON.stringify(Object.fromEntries(Object.entries(measured).map(([name, { gasUsed }]) => [name, gasUsed])), null, 2)}\n`;
const table = gasTable(measured);
process.stdout.write(snapshot);
if (!process.argv.includes("--check")) {
  writeFileSync(snapshotPath, snapshot);
  writeFileSync(tablePath, table);
} else if (readFileSync(snapshotPath, "utf8") !== snapshot || readFileSync(tablePath, "utf8") !== table) {
  process.stderr.write(
    "Gas differs from snapshots/gas.json or docs/gas.md. If that is meant, run `npm run gas` and commit both.\n",
  );
  process.exit(1);
}
