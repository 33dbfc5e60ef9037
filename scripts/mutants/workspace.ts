import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Sources } from "./compiler.ts";
import { execute } from "./execute.ts";
import { coinbaseOf } from "./rewrite.ts";

/** What an earlier build left is kept: unchanged sources need not be compiled again. */
const KEPT = ["artifacts", "cache", "node_modules", "types"];
const NOT_COPIED = [...KEPT, ".git", ".local", ".ponder", "coverage", "dist", "test-results"];
const MUTANT_VARIABLE = "MUTANT_COINBASE";

/** Wraps the project's configuration: the coinbase is the mutant, and mutated contracts may be as large as they are. */
const CONFIGURATION = `import project from "./hardhat.project.ts";

const coinbase = process.env.${MUTANT_VARIABLE} ?? "${coinbaseOf(0)}";
const { profiles, ...solidity } = project.test?.solidity ?? {};
// The same inputs in every run: what survives today is not killed tomorrow by chance.
const switched = (profile) => ({ ...profile, coinbase, fuzz: { ...profile.fuzz, seed: "0x7a11" } });
const simulated = ([name, network]) => [
  name,
  network.type === "edr-simulated" ? { ...network, coinbase, allowUnlimitedContractSize: true } : network,
];

export default {
  ...project,
  networks: Object.fromEntries(Object.entries(project.networks).map(simulated)),
  test: {
    ...project.test,
    solidity: profiles
      ? { profiles: Object.fromEntries(Object.entries(profiles).map(([name, each]) => [name, switched(each)])) }
      : switched(solidity),
  },
};
`;

/** A copy of the project in which the contracts are mutated. */
export class Workspace {
  constructor(
    private readonly root: string,
    readonly path: string,
  ) {}

  write(contracts: Sources): void {
    mkdirSync(this.path, { recursive: true });
    for (const name of readdirSync(this.path))
      if (!KEPT.includes(name)) rmSync(join(this.path, name), { recursive: true });
    for (const name of readdirSync(this.root))
      if (!NOT_COPIED.includes(name)) cpSync(join(this.root, name), join(this.path, name), { recursive: true });
    const packages = join(this.path, "node_modules");
    if (!existsSync(packages)) symlinkSync(join(this.root, "node_modules"), packages, "dir");
    for (const [path, text] of Object.entries(contracts)) {
      mkdirSync(dirname(join(this.path, path)), { recursive: true });
      writeFileSync(join(this.path, path), text);
    }
    renameSync(join(this.path, "hardhat.config.ts"), join(this.path, "hardhat.project.ts"));
    writeFileSync(join(this.path, "hardhat.config.ts"), CONFIGURATION);
  }

  async build(): Promise<void> {
    const { code, output } = await this.run("hardhat", ["build"], 0, 30 * 60_000);
    if (code !== 0) throw new Error(`The mutated contracts could not be built:\n${output}`);
  }

  mochaFiles(): string[] {
    return globSync("test/integration/**/*.test.ts", { cwd: this.path }).sort();
  }

  /** Runs one of the project's tools with one mutant on; 0 is none. */
  run(tool: string, args: readonly string[], mutant: number, timeoutMs: number) {
    const env = { ...process.env, [MUTANT_VARIABLE]: coinbaseOf(mutant) };
    return execute(join(this.root, "node_modules/.bin", tool), args, { cwd: this.path, env, timeoutMs });
  }
}
