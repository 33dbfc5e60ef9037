import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { choose } from "./mutants/choose.ts";
import { analyse, readContracts } from "./mutants/compiler.ts";
import { endAll } from "./mutants/execute.ts";
import { Judge } from "./mutants/judge.ts";
import { Noticed } from "./mutants/noticed.ts";
import { findMutants, type Mutant } from "./mutants/points.ts";
import { type Judged, readEquivalents, summarise } from "./mutants/report.ts";
import { withOnly } from "./mutants/rewrite.ts";
import { type Prepared, prepare } from "./mutants/switchable.ts";
import { Workspace } from "./mutants/workspace.ts";

/**
 * Mutation test of contracts/: changes one thing at a time and runs the tests, which must notice. The contracts are built once with all
 * mutants in them, each behind a switch; a run of the tests turns one on.
 *
 * npm run mutants                       some 150 of them, always the same: what a change is checked with
 * npm run mutants -- --all              every one; an hour
 * npm run mutants -- --list             names of all mutants
 * npm run mutants -- --only SliceRules  those whose name contains the text
 * npm run mutants -- --sample 60        sixty of them, always the same
 * npm run mutants -- --jobs 1           at a time; one for each core if not said
 */
const DAILY_SAMPLE = 150;
const root = fileURLToPath(new URL("..", import.meta.url));
const equivalentPath = new URL("mutants/equivalent.json", import.meta.url);
const noticed = new Noticed(join(root, "cache/mutants/noticed.json"));
const { values } = parseArgs({
  options: {
    list: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
    only: { type: "string" },
    sample: { type: "string" },
    jobs: { type: "string", default: String(availableParallelism()) },
  },
});

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function positive(name: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} takes a number from 1 up, not "${text}".`);
  return Number(text);
}

async function judgeSwitched({ sources, switched }: Prepared, chosen: Set<Mutant>, jobs: number): Promise<Judged[]> {
  const workspace = new Workspace(root, join(root, "cache/mutants/switched"));
  workspace.write(sources);
  say("Building the contracts with all mutants in them …");
  await workspace.build();
  const judge = new Judge(workspace, noticed);
  await judge.requireGreen();
  const queue = [...switched].filter(([, mutant]) => chosen.has(mutant));
  say(`Without a mutant all tests pass. Running ${queue.length} mutants, ${jobs} at a time.`);
  const judged: Judged[] = [];
  const total = queue.length;
  async function work(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [number, mutant] = next;
      const verdict = await judge.judge(number, mutant);
      judged.push({ mutant, verdict });
      say(`${judged.length}/${total} ${verdict.killed ? `killed by ${verdict.by}` : "SURVIVED"}: ${mutant.name}`);
    }
  }
  await Promise.all(Array.from({ length: jobs }, work));
  return judged;
}

/** Those that can't stand behind a switch are built one by one. */
async function judgeSeparate(
  separate: Mutant[],
  original: Parameters<typeof withOnly>[0],
  trees: Parameters<typeof withOnly>[1],
) {
  const judged: Judged[] = [];
  for (const mutant of separate) {
    const workspace = new Workspace(root, join(root, "cache/mutants/separate"));
    workspace.write(withOnly(original, trees, mutant));
    await workspace.build();
    const verdict = await new Judge(workspace, noticed).judge(0, mutant);
    judged.push({ mutant, verdict });
    say(`${verdict.killed ? `killed by ${verdict.by}` : "SURVIVED"}: ${mutant.name}`);
  }
  return judged;
}

/** All that are named, where a name, a list or all are asked for; else a sample. */
function sampleSize(): number | undefined {
  if (values.sample !== undefined) return positive("sample", values.sample);
  return values.all || values.list || values.only !== undefined ? undefined : DAILY_SAMPLE;
}

async function main(): Promise<number> {
  const begun = Date.now();
  const equivalents = readEquivalents(equivalentPath);
  const original = readContracts(root);
  const analysis = analyse(root, original);
  const [error] = analysis.errors;
  if (error) throw new Error(error.message);
  const prepared = prepare(root, original, analysis.trees, findMutants(analysis, original));
  const all = [...prepared.switched.values(), ...prepared.separate.values()];
  const chosen = new Set(choose(all, { only: values.only, sample: sampleSize() }));
  if (values.list) {
    for (const { name } of chosen) say(name);
    return 0;
  }
  if (chosen.size === 0) throw new Error("No mutant has such a name; --list shows the names.");
  const judged = [
    ...(await judgeSwitched(prepared, chosen, positive("jobs", values.jobs))),
    ...(await judgeSeparate(
      [...prepared.separate.values()].filter((each) => chosen.has(each)),
      original,
      analysis.trees,
    )),
  ];
  noticed.save();
  const { lines, ok } = summarise(judged, new Set(all.map(({ name }) => name)), equivalents);
  say(`\nAfter ${Math.round((Date.now() - begun) / 60_000)} minutes:`);
  for (const line of lines) say(line);
  return ok ? 0 : 1;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    endAll();
    process.exit(130);
  });

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
