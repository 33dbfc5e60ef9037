import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const GRACE_MS = 5_000;

export interface ManagedProcess {
  /** Ends the process and all it started; resolves when it is gone. */
  stop(): Promise<void>;
  /** Rejects when the process ends by itself. */
  readonly failed: Promise<never>;
}

interface StartedProcess extends ManagedProcess {
  /** The exit code, or null after a signal. */
  readonly exited: Promise<number | null>;
}

export interface ProcessPlan {
  /** Named in messages. */
  name: string;
  /** A package's command in node_modules/.bin. */
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
  /** Where it runs; the project's folder by default. */
  cwd?: string;
  logFile: string;
}

const running = new Set<ChildProcess>();
// Whatever way this process ends, nothing that it started outlives it.
process.once("exit", () => {
  for (const child of running) signalGroup(child, "SIGKILL");
});

/** Starts a package's command in a process group of its own, its output in a log file, so that stopping it leaves nothing behind. */
export function startProcess({ name, command, args, env, cwd = root, logFile }: ProcessPlan): StartedProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const child = spawn(`${root}node_modules/.bin/${command}`, [...args], {
    cwd,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  running.add(child);
  let stopping = false;
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const failed = new Promise<never>((_, reject) => {
    child.once("error", (cause) => reject(new Error(`${name} could not be started.`, { cause })));
    child.once("exit", (code) => {
      if (!stopping)
        reject(new Error(`${name} ended by itself (exit code ${code}). Its last words are in ${logFile}.`));
    });
  });
  // Whoever waits for `failed` gets the error; nobody waiting must not end the process.
  failed.catch(() => undefined);
  const stop = async () => {
    stopping = true;
    signalGroup(child, "SIGTERM");
    const timer = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE_MS);
    await exited;
    clearTimeout(timer);
    signalGroup(child, "SIGKILL");
    running.delete(child);
  };
  return { stop, failed, exited };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the whole group is gone already, which is what was asked for.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
