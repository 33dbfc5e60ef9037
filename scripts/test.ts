import { fileURLToPath } from "node:url";
import { run } from "./testing/run.ts";
import { STEPS } from "./testing/steps.ts";

/**
 * `npm test`: everything, one step after the other, each with its own output; at the end the count of tests.
 * `npm test -- contracts web` runs only the steps named.
 */
const root = fileURLToPath(new URL("..", import.meta.url));

function sum(output: string, pattern: RegExp): number {
  return [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
}

async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(`No such step: ${unknown.join(", ")}. Steps: ${STEPS.map(({ name }) => name).join(", ")}.`);
  const totals = { passed: 0, failed: 0 };
  const broken: string[] = [];
  const steps = STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const { name, command, counts } of steps) {
    const begun = Date.now();
    process.stdout.write(`\n== ${name}: ${command.join(" ")}\n`);
    const { code, output } = await run(command, { cwd: root, echo: true });
    const passed = counts ? sum(output, counts.passed) : 0;
    const failed = counts ? sum(output, counts.failed) : 0;
    totals.passed += passed;
    totals.failed += failed;
    // A runner that closes well without having run anything has not tested anything.
    const empty = counts !== undefined && passed === 0;
    if (code !== 0 || empty) broken.push(name);
    if (failed === 0 && (code !== 0 || empty)) totals.failed += 1;
    process.stdout.write(
      `== ${name}: ${code === 0 && !empty ? "ok" : "FAILED"} after ${Math.round((Date.now() - begun) / 1000)} s\n`,
    );
    if (name === "generate" && code !== 0) break;
  }
  if (broken.length > 0) process.stdout.write(`\nFailed: ${broken.join(", ")}\n`);
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
  return broken.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
