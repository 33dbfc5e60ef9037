import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CANARIES, type Canary } from "./testing/canaries.ts";
import { run } from "./testing/run.ts";
import { STEPS } from "./testing/steps.ts";
import { copyTree, type Tree } from "./testing/tree.ts";

/**
 * Shows that each command of `npm test` turns red: plants one failure after the other in a copy of the project, runs the command it is for, and
 * requires an exit code other than zero and an output that names the failure. `npm run canary -- web gas` does so for the steps named.
 */
const totals = { passed: 0, failed: 0 };

function report(holds: boolean, text: string, output = ""): void {
  totals[holds ? "passed" : "failed"] += 1;
  process.stdout.write(`  ${holds ? "✔" : "✘"} ${text}\n`);
  if (!holds && output) process.stdout.write(`${output.slice(-2_000).replace(/^/gm, "    | ")}\n`);
}

async function tryOut(tree: Tree, { step, title, plant, only = [], instead, says }: Canary): Promise<void> {
  const command = instead ?? STEPS.find(({ name }) => name === step)?.command;
  if (!command) return report(false, `${step}: there is no such step`);
  const begun = Date.now();
  const undo = Object.entries(plant).map(([file, change]) => tree.plant(file, change));
  try {
    const { code, output } = await run([...command, ...only], { cwd: tree.path, echo: false });
    const outcome = code === 0 ? "stays GREEN" : says.test(output) ? "turns red" : "is red for ANOTHER reason";
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    report(code !== 0 && says.test(output), `${step}: ${title} ${outcome} (${seconds} s)`, output);
  } finally {
    for (const back of undo.reverse()) back();
  }
}

/** A canary that died of the air above ground would show nothing: the same command is green for a test that passes. */
async function showGreen(tree: Tree): Promise<void> {
  const web = CANARIES.find(({ step }) => step === "web");
  const step = STEPS.find(({ name }) => name === "web");
  const [file, change] = Object.entries(web?.plant ?? {})[0] ?? [];
  if (!step || !file || !change) throw new Error("The canary of the step web is gone; show green with another.");
  const back = tree.plant(file, () => change("").replace("toBe(2)", "toBe(1)"));
  const { code, output } = await run([...step.command, file], { cwd: tree.path, echo: false });
  back();
  report(code === 0, "web: a test that passes is green", output);
}

/** Every step, and every part of `npm run check`, has a canary; this step is the mine itself. */
function showNoneIsMissing(tree: Tree): void {
  for (const { name } of STEPS.filter(({ name }) => name !== "canary"))
    if (!CANARIES.some(({ step }) => step === name)) report(false, `${name} has no canary`);
  const { scripts } = JSON.parse(readFileSync(join(tree.path, "package.json"), "utf8"));
  const parts: string[] = scripts.check.split(" && ").map((part: string) => part.replace("npm run -s ", ""));
  for (const part of parts)
    if (!CANARIES.some(({ instead }) => instead?.includes(part))) report(false, `check: ${part} has no canary`);
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const tree = copyTree();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  process.once("exit", tree.remove);
  showNoneIsMissing(tree);
  await showGreen(tree);
  for (const canary of CANARIES.filter(({ step }) => wanted.length === 0 || wanted.includes(step)))
    await tryOut(tree, canary);
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
  process.exitCode = totals.failed === 0 ? 0 : 1;
}

await main();
