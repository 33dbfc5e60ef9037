import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shrinkPng } from "./pictures/shrink.ts";
import { run } from "./testing/run.ts";

/**
 * `npm run pictures`: takes the pictures that the end-to-end tests compare with, and those of docs/walkthrough.md, anew. Look at what
 * changed before it is committed.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["test/e2e/snapshots", "docs/images/walkthrough"];
const SPECS = ["visual.spec.ts", "main-job.spec.ts", "supervise.spec.ts", "unpaid-recourse.spec.ts"];

async function main(): Promise<number> {
  const begun = Date.now();
  const { code } = await run(["playwright", "test", ...SPECS, "--update-snapshots=all"], { cwd: root, echo: true });
  for (const folder of FOLDERS) shrink(join(root, folder), begun);
  return code;
}

/** The pictures taken now; what is older is small already. */
function shrink(folder: string, since: number): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".png"))
    .map((name) => join(folder, name));
  for (const file of files.filter((each) => statSync(each).mtimeMs >= since))
    writeFileSync(file, shrinkPng(readFileSync(file)));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  process.stdout.write(`${folder}: ${files.length} pictures, ${(bytes / 1e6).toFixed(1)} MB\n`);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
