import type { Execution } from "./execute.ts";
import type { Workspace } from "./workspace.ts";

export interface Verdict {
  killed: boolean;
  /** The tests that noticed, or "time limit". */
  by: string;
}

/** Per mutated file: how often a file of tests was the one that noticed. */
type Noticed = Map<string, Map<string, number>>;

const MOCHA = "node_modules/mocha/bin/_mocha";
const TEST_TIMEOUT_MS = 120_000;
const FIRST_RUN_TIMEOUT_MS = 30 * 60_000;

/**
 * Runs the tests against one mutant: first mocha's files, those first that noticed most in the same contract before, up to the first
 * failure; then, if all pass, the Solidity tests. Mocha runs by itself: Hardhat's own task fails with --bail whatever the tests say.
 */
export class Judge {
  private readonly noticed: Noticed = new Map();
  private limits = { mocha: FIRST_RUN_TIMEOUT_MS, solidity: FIRST_RUN_TIMEOUT_MS };

  constructor(private readonly workspace: Workspace) {}

  /** Without a mutant everything must pass; how long that takes is the measure for a mutant that hangs. */
  async requireGreen(): Promise<void> {
    const mocha = await this.mocha(0, "");
    if (mocha.code !== 0) throw new Error(`Without a mutant the tests fail:\n${mocha.output}`);
    const solidity = await this.solidity(0);
    if (solidity.code !== 0) throw new Error(`Without a mutant the Solidity tests fail:\n${solidity.output}`);
    const limit = ({ elapsedMs }: Execution) => 60_000 + 4 * elapsedMs;
    this.limits = { mocha: limit(mocha), solidity: limit(solidity) };
  }

  async judge(number: number, file: string): Promise<Verdict> {
    const mocha = await this.mocha(number, file);
    if (mocha.timedOut) return { killed: true, by: "time limit" };
    if (mocha.code !== 0) return { killed: true, by: this.remember(file, mocha.output) };
    const solidity = await this.solidity(number);
    if (solidity.timedOut) return { killed: true, by: "time limit" };
    return { killed: solidity.code !== 0, by: solidity.code === 0 ? "" : "Solidity tests" };
  }

  private mocha(number: number, file: string): Promise<Execution> {
    const args = [
      "--import",
      import.meta.resolve("tsx"),
      MOCHA,
      "--bail",
      "--exit",
      "--timeout",
      String(TEST_TIMEOUT_MS),
      ...this.ordered(file),
    ];
    return this.workspace.run("node", args, number, this.limits.mocha);
  }

  private solidity(number: number): Promise<Execution> {
    return this.workspace.run("hardhat", ["test", "solidity", "--no-compile"], number, this.limits.solidity);
  }

  private ordered(file: string): string[] {
    const counts = this.noticed.get(file) ?? new Map<string, number>();
    return this.workspace.mochaFiles().sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  }

  private remember(file: string, output: string): string {
    const by = output.match(/test\/integration\/[^\s:()]+\.test\.ts/)?.[0] ?? "mocha";
    const counts = this.noticed.get(file) ?? new Map<string, number>();
    counts.set(by, (counts.get(by) ?? 0) + 1);
    this.noticed.set(file, counts);
    return by;
  }
}
