import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

/**
 * Compiles the contracts and fails on a warning from our own code or on a contract that a chain would not take. Warnings from packages
 * are theirs: they are counted, not printed.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
/** EIP-170. */
const MOST_BYTES = 24_576;

interface Artifact {
  contractName: string;
  deployedBytecode: string;
}

async function main(): Promise<number> {
  const { code, output } = await build();
  const blocks = output.split(/\n{2,}/);
  const warnings = blocks.filter((block) => /^Warning/m.test(block));
  const own = warnings.filter((block) => /--> (\.\/)?(contracts|test)\//.test(block));
  const others = blocks.filter((block) => !warnings.includes(block));
  process.stdout.write(`${others.join("\n\n").trim()}\n`);
  if (code !== 0) return code;
  if (own.length > 0) {
    process.stderr.write(`${own.join("\n\n")}\n\nWarnings from our own code: ${own.length}. Mend them.\n`);
    return 1;
  }
  if (warnings.length > 0) process.stdout.write(`Warnings in packages: ${warnings.length}.\n`);
  return reportSizes();
}

function build(): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn("hardhat", ["build", "--no-tests"], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}

function reportSizes(): number {
  const paths = globSync("artifacts/contracts/{ledger,desks}/**/*.json", { cwd: root });
  const sizes = paths
    .map((path): Artifact => JSON.parse(readFileSync(`${root}/${path}`, "utf8")))
    .map(({ contractName, deployedBytecode }) => ({ contractName, bytes: (deployedBytecode.length - 2) / 2 }))
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes);
  if (sizes.length === 0) throw new Error(`No artifact of a contract was found by ${basename(import.meta.filename)}.`);
  for (const { contractName, bytes } of sizes)
    process.stdout.write(`${contractName.padEnd(16)} ${String(bytes).padStart(6)} of ${MOST_BYTES} bytes\n`);
  return sizes.every(({ bytes }) => bytes <= MOST_BYTES) ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
