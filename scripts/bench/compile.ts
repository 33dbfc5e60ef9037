import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InterfaceAbi } from "ethers";
import solc from "solc";
import { z } from "zod";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** As the peers of the design's table were built. */
export const RUNS = 10_000;

export interface Compiled {
  abi: InterfaceAbi;
  bytecode: string;
}

const outputSchema = z.object({
  errors: z.array(z.object({ severity: z.string(), formattedMessage: z.string() })).optional(),
  contracts: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ abi: z.array(z.any()), evm: z.object({ bytecode: z.object({ object: z.string() }) }) }),
    ),
  ),
});

/** Compiles bench/contracts; each package finds the versions of its own dependencies, as Node would. */
export function compilePeers(): (name: string) => Compiled {
  const files = globSync("bench/contracts/*.sol", { cwd: root });
  const sources = Object.fromEntries(files.map((file) => [file, { content: readFileSync(join(root, file), "utf8") }]));
  const input = {
    language: "Solidity",
    sources,
    settings: {
      evmVersion: "prague",
      viaIR: true,
      optimizer: { enabled: true, runs: RUNS },
      remappings: nestedPackages(),
      outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } },
    },
  };
  const output = outputSchema.parse(JSON.parse(solc.compile(JSON.stringify(input), { import: readImport })));
  const errors = output.errors?.filter(({ severity }) => severity === "error") ?? [];
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join("\n"));
  return (name) => {
    const found = output.contracts[`bench/contracts/${name}.sol`]?.[name];
    if (!found) throw new Error(`bench/contracts has no contract ${name}.`);
    return { abi: found.abi, bytecode: `0x${found.evm.bytecode.object}` };
  };
}

/** The ERC-3525 reference brings its own OpenZeppelin 4. */
function nestedPackages(): string[] {
  const nested = "@solvprotocol/erc-3525/node_modules/@openzeppelin/";
  return [`@solvprotocol/erc-3525/:@openzeppelin/=${nested}`];
}

function readImport(path: string): { contents: string } | { error: string } {
  try {
    return { contents: readFileSync(join(root, "node_modules", path), "utf8") };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

const require = createRequire(import.meta.url);

/** An artifact that a package publishes: T-REX's and ONCHAINID's own builds, since they are made for another compiler. */
export function published(pack: string, source: string): Compiled {
  const folder = dirname(require.resolve(`${pack}/package.json`));
  const { abi, bytecode } = JSON.parse(
    readFileSync(join(folder, "artifacts", source, `${basename(source, ".sol")}.json`), "utf8"),
  );
  return { abi, bytecode };
}
