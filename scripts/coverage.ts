import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXCEPTIONS, type Exception } from "./coverage/exceptions.ts";
import { readLcov } from "./coverage/lcov.ts";
import { type FileCoverage, type Missing, measure } from "./coverage/measure.ts";
import { type Rewritten, rewrite } from "./coverage/rewrite.ts";
import { run } from "./testing/run.ts";
import { copyTree } from "./testing/tree.ts";

/**
 * `npm run coverage`: which lines of the contracts the tests run, and which outcomes of their decisions; Hardhat counts lines only. In a copy of the
 * project each decision is rewritten so that its outcomes are lines (coverage/rewrite.ts), then all contract tests run. Fails below 100 % of
 * the lines or 97 % of the outcomes, exceptions with a written reason aside (coverage/exceptions.ts).
 */
const LEAST_LINES = 1;
const LEAST_BRANCHES = 0.97;

async function main(): Promise<number> {
  const tree = copyTree();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  process.once("exit", tree.remove);
  const files = globSync("contracts/**/*.sol", { cwd: tree.path }).filter(
    (file) => !file.startsWith("contracts/mocks/"),
  );
  const rewritten = new Map<string, Rewritten>();
  for (const file of files.sort()) {
    const result = rewrite(readFileSync(join(tree.path, file), "utf8"));
    rewritten.set(file, result);
    if (result.decisions.length > 0) tree.plant(file, () => result.text);
  }
  const { code, output } = await run(["hardhat", "test", "--coverage"], { cwd: tree.path, echo: false });
  if (code !== 0) {
    const from = Math.max(0, output.search(/^ +\d+ failing/m));
    process.stderr.write(`${output.slice(from, from + 6_000)}\nTests fail in the rewritten copy.\n`);
    return code;
  }
  process.stdout.write(`${/^\d+ passing.*$/m.exec(output)?.[0] ?? ""}\n`);
  const hits = readLcov(readFileSync(join(tree.path, "coverage/lcov.info"), "utf8"));
  const covered = [...rewritten].flatMap(([file, result]) => {
    const counted = hits.get(file);
    return counted && counted.size > 0 ? [measure(file, result, counted)] : [];
  });
  return report(covered);
}

function report(covered: readonly FileCoverage[]): number {
  const missing = covered.flatMap((file) => file.missing);
  const excused = missing.filter((each) => EXCEPTIONS.some((exception) => isAbout(exception, each)));
  const stale = EXCEPTIONS.filter((exception) => !missing.some((each) => isAbout(exception, each)));
  for (const { file, lines, branches } of covered)
    process.stdout.write(`${file.padEnd(50)} lines ${share(lines)}   branches ${share(branches)}\n`);
  const lines = sum(covered.map((file) => file.lines));
  const branches = sum(covered.map((file) => file.branches));
  lines.hit += excused.filter(({ outcome }) => outcome === "line").length;
  branches.hit += excused.filter(({ outcome }) => outcome !== "line").length;
  process.stdout.write(`${"Total".padEnd(50)} lines ${share(lines)}   branches ${share(branches)}\n`);
  for (const { file, text, outcome, reason } of EXCEPTIONS)
    process.stdout.write(`excepted: ${file}: ${text} (${outcome}): ${reason}\n`);
  for (const each of missing.filter((one) => !excused.includes(one)))
    process.stdout.write(`never: ${each.file}:${each.line} ${each.outcome}: ${each.text}\n`);
  for (const { file, text } of stale) process.stderr.write(`No longer an exception: ${file}: ${text}\n`);
  const enough = lines.hit / lines.all >= LEAST_LINES && branches.hit / branches.all >= LEAST_BRANCHES;
  if (!enough) process.stderr.write("Below 100 % of the lines or 97 % of the branches.\n");
  return enough && stale.length === 0 ? 0 : 1;
}

function isAbout(exception: Exception, missing: Missing): boolean {
  const { file, text, outcome } = exception;
  return file === missing.file && text === missing.text && outcome === missing.outcome;
}

function sum(counts: readonly { hit: number; all: number }[]): { hit: number; all: number } {
  return counts.reduce((total, { hit, all }) => ({ hit: total.hit + hit, all: total.all + all }), { hit: 0, all: 0 });
}

function share({ hit, all }: { hit: number; all: number }): string {
  const percent = all === 0 ? 100 : (100 * hit) / all;
  return `${hit}/${all}`.padStart(9) + ` ${percent.toFixed(1)} %`.padStart(9);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
