// The door of `npm start`, `npm test` and the commands: runs on any Node from 20 up, installs what is missing, and hands over to the task on Node 24.
// Plain JavaScript, no dependency: nothing is installed yet when it starts.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Tasks that load the contracts' generated types as they start; the others generate them themselves or need none. */
const NEED_CONTRACTS = [
  "canary",
  "deploy",
  "demo",
  "demo-year",
  "gas",
  "bench-peers",
  "bench-table",
  "measure-web",
  "pictures",
  "trace",
];
/** What a task prints on standard output is its own: an installation before it talks on standard error. */
const TALK_ASIDE = ["ignore", 2, 2];
const [task, ...rest] = process.argv.slice(2);
const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(
    `Tallystick needs Node 20 or newer; this is ${process.version}. Install a newer Node and run the command again.`,
  );
}
if (!isInstalled()) install();
if (NEED_CONTRACTS.includes(task) && !existsSync(join(root, "types/contracts/index.ts"))) generate();
run(task, rest);

/** The lock file's packages are there, and Hardhat's native part too, which npm leaves out without a word under an older Node. */
function isInstalled() {
  const marker = join(root, "node_modules/.package-lock.json");
  if (!existsSync(marker)) return false;
  const scope = join(root, "node_modules/@nomicfoundation");
  const native = existsSync(scope) && readdirSync(scope).some((name) => name.startsWith("edr-"));
  return native && existsSync(join(root, "node_modules/.bin/node")) && samePackages(marker);
}

function samePackages(marker) {
  const installed = JSON.parse(readFileSync(marker, "utf8")).packages;
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(
    ([path, { version, optional, peer }]) => path === "" || optional || peer || installed[path]?.version === version,
  );
}

function install() {
  process.stderr.write("Installing packages (once; about a minute) …\n");
  // `npm ci` refuses the lock file where optional packages of other platforms are missing from the registry.
  const command = "npm install --no-audit --no-fund --loglevel=error";
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const args = ["-y", "-p", `node@${devDependencies.node}`, "-c", command];
  const { status } = spawnSync(npx, args, { cwd: root, stdio: TALK_ASIDE, shell: process.platform === "win32" });
  if (status !== 0)
    fail(
      "Installing packages failed; the reason stands above. Check the connection to the npm registry and try again.",
    );
  if (!isInstalled())
    fail("Packages are still missing after the installation. Delete node_modules and run the command again.");
}

function generate() {
  process.stderr.write("Compiling the contracts (once) …\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["run", "-s", "generate"], { cwd: root, stdio: TALK_ASIDE, env: withTools() });
  if (status !== 0) fail("Compiling the contracts failed; the reason stands above.");
}

function withTools() {
  const bin = join(root, "node_modules/.bin");
  return { ...process.env, PATH: `${bin}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}` };
}

function run(name, args) {
  const bin = join(root, "node_modules/.bin");
  const script = join(root, "scripts", `${name}.ts`);
  if (!existsSync(script)) fail(`There is no task "${name}".`);
  const env = withTools();
  const child = spawn(join(bin, "node"), ["--import", "tsx", script, ...args], { cwd: root, stdio: "inherit", env });
  // A Ctrl-C reaches the child by itself; a signal sent to this process alone must be passed on. The child decides when to end.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
