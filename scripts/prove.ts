import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BUGS, type Bug } from "./proofs/bugs.ts";
import { type Proof, provedIn } from "./proofs/check.ts";
import { type Solver, withZ3 } from "./proofs/solver.ts";
import { assertionsOf, endsUnreachable, onlyAssertionsOf, readSources, type Sources } from "./proofs/sources.ts";

/**
 * Proves the arithmetic of ranges with the compiler's model checker: every assertion of test/proofs must hold for every input, none may
 * hold for lack of inputs, and none may survive a bug planted in the code. `npm run prove -- Share` proves only what is named.
 */
const proof = (contract: string, engine: Proof["engine"], solver: Proof["solver"]): Proof => ({
  file: `test/proofs/${contract}.sol`,
  contract,
  engine,
  solver,
});
const ALL: readonly Proof[] = [
  proof("Share", "bmc", "z3"),
  proof("Ranges", "bmc", "z3"),
  proof("Splitting", "chc", "z3"),
  proof("Words", "bmc", "smtlib2"),
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !ALL.some(({ contract }) => contract === name));
if (unknown.length > 0) throw new Error(`No such proof: ${unknown.join(", ")}.`);
const PROOFS = ALL.filter(({ contract }) => wanted.length === 0 || wanted.includes(contract));
const root = fileURLToPath(new URL("..", import.meta.url));
const totals = { passed: 0, failed: 0 };

function report(holds: boolean, text: string): void {
  totals[holds ? "passed" : "failed"] += 1;
  process.stdout.write(`  ${holds ? "✔" : "✘"} ${text}\n`);
}

function textOf(sources: Sources, file: string): string {
  const text = sources[file];
  if (text === undefined) throw new Error(`${file} is not among the proof's sources.`);
  return text;
}

async function prove(one: Proof, solve: Solver): Promise<void> {
  const sources = readSources(one.file);
  const proved = await provedIn(one, sources, solve);
  const assertions = assertionsOf(one.contract, textOf(sources, one.file));
  if (assertions.length === 0) report(false, `${one.contract} asserts nothing`);
  for (const { name, start } of assertions) report(proved.has(start), `${name} holds`);
}

/** An assertion behind conditions that nothing meets would hold as well. */
async function showInputsExist(one: Proof, solve: Solver): Promise<void> {
  const sources = readSources(one.file);
  const text = textOf(sources, one.file);
  const functions = new Set(assertionsOf(one.contract, text).map(({ name }) => name.replace(/ #\d+$/, "")));
  const changed = endsUnreachable(text);
  const ends = assertionsOf(one.contract, changed);
  const proved = await provedIn(one, { ...sources, [one.file]: changed }, solve);
  const vacuous = ends.filter(({ start }) => proved.has(start)).map(({ name }) => name);
  const complete = ends.length === functions.size;
  report(
    complete && vacuous.length === 0,
    `${one.contract}: ${ends.length} of ${functions.size} functions reach their end ${vacuous.join(", ")}`,
  );
}

async function showBugIsFound(one: Proof, bug: Bug, solve: Solver): Promise<void> {
  const sources = readSources(one.file);
  const parts = textOf(sources, bug.file).split(bug.right);
  if (parts.length !== 2) throw new Error(`"${bug.right}" must stand once in ${bug.file}: plant the bug elsewhere.`);
  const planted = { ...sources, [bug.file]: parts.join(bug.wrong) };
  const text = onlyAssertionsOf(bug.breaks, textOf(planted, one.file));
  const proved = await provedIn(one, { ...planted, [one.file]: text }, solve);
  const assertions = assertionsOf(one.contract, text);
  const survivors = assertions.filter(({ start }) => proved.has(start));
  report(survivors.length < assertions.length, `planted: ${bug.title}; ${bug.contract}.${bug.breaks} notices`);
}

/** Every file of test/proofs is proved: one that nobody names here proves nothing. */
function showNothingIsForgotten(): void {
  for (const file of globSync("test/proofs/*.sol", { cwd: root }))
    if (!ALL.some((one) => one.file === file.replaceAll("\\", "/"))) report(false, `${file} is not proved`);
}

/** A model is worth something as long as the ledger computes what it computes. */
function showModelsAreCurrent(): void {
  const ledger = globSync("contracts/**/*.sol", { cwd: root }).map((path) => readFileSync(root + path, "utf8"));
  const squeezed = ledger.join("\n").replace(/\s+/g, " ");
  for (const { file, contract } of PROOFS) {
    for (const [, line = ""] of readFileSync(root + file, "utf8").matchAll(/; \/\/ as in the ledger: (.+)$/gm))
      report(squeezed.includes(line), `${contract} is as in the ledger: ${line}`);
  }
}

await withZ3(async (solve) => {
  for (const one of PROOFS) await prove(one, solve);
  for (const one of PROOFS) await showInputsExist(one, solve);
  for (const one of PROOFS) {
    const bugs = BUGS.filter(({ contract }) => contract === one.contract);
    if (bugs.length === 0) report(false, `${one.contract} has no planted bug`);
    for (const bug of bugs) await showBugIsFound(one, bug, solve);
  }
});
showModelsAreCurrent();
showNothingIsForgotten();
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = totals.failed === 0 ? 0 : 1;
