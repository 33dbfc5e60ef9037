import type { Execution } from "./execute.ts";
import type { Noticed } from "./noticed.ts";
import type { Mutant } from "./points.ts";
import type { Workspace } from "./workspace.ts";

export interface Verdict {
  killed: boolean;
  /** The tests that noticed, or "time limit". */
  by: string;
}

const MOCHA = "node_modules/mocha/bin/_mocha";
const TEST_TIMEOUT_MS = 120_000;
const FIRST_RUN_TIMEOUT_MS = 30 * 60_000;

/**
 * Runs the tests against one mutant: first mocha's files, those first that noticed most in the same contract before, up to the first
 * failure; then, if all pass, the Solidity tests. Mocha runs by itself: Hardhat's own task fails with --bail whatever the tests say.
 */
export class Judge {
  private limits = { mocha: FIRST_RUN_TIMEOUT_MS, solidity: FIRST_RUN_TIMEOUT_MS };

  constructor(
    private readonly workspace: Workspace,
    private readonly noticed: Noticed,
  ) {}

  /** Without a mutant everything must pass; how long that takes is the measure for a mutant that hangs. */
  async requireGreen(): Promise<void> {
    const mocha = await this.mocha(0);
    if (mocha.code !== 0) throw new Error(`Without a mutant the tests fail:\n${mocha.output}`);
    const solidity = await this.solidity(0);
    if (solidity.code !== 0) throw new Error(`Without a mutant the Solidity tests fail:\n${solidity.output}`);
    const limit = ({ elapsedMs }: Execution) => 60_000 + 4 * elapsedMs;
    this.limits = { mocha: limit(mocha), solidity: limit(solidity) };
  }

  async judge(number: number, mutant: Mutant): Promise<Verdict> {
    const mocha = await this.mocha(number, mutant);
    if (mocha.timedOut) return { killed: true, by: "time limit" };
    if (mocha.code !== 0) return { killed: true, by: this.remember(mutant, mocha.output) };
    const solidity = await this.solidity(number);
    if (solidity.timedOut) return { killed: true, by: "time limit" };
    return { killed: solidity.code !== 0, by: solidity.code === 0 ? "" : "Solidity tests" };
  }

  private mocha(number: number, mutant?: Mutant): Promise<Execution> {
    const args = [
      "--import",
      import.meta.resolve("tsx"),
      MOCHA,
      "--bail",
      "--exit",
      "--timeout",
      String(TEST_TIMEOUT_MS),
      ...this.noticed.order(this.workspace.mochaFiles(), mutant),
    ];
    return this.workspace.run("node", args, number, this.limits.mocha);
  }

  private solidity(number: number): Promise<Execution> {
    return this.workspace.run("hardhat", ["test", "solidity", "--no-compile"], number, this.limits.solidity);
  }

  private remember(mutant: Mutant, output: string): string {
    const test = output.match(/test\/integration\/[^\s:()]+\.test\.ts/)?.[0];
    if (test !== undefined) this.noticed.add(mutant, test);
    return test ?? "mocha";
  }
}
