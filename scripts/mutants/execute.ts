import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

export interface Execution {
  code: number;
  output: string;
  timedOut: boolean;
  elapsedMs: number;
}

const running = new Set<number>();

/** Runs a command in its own process group, so that a command that hangs is ended with all it started. */
export function execute(
  command: string,
  args: readonly string[],
  { cwd, env, timeoutMs }: { cwd: string; env: NodeJS.ProcessEnv; timeoutMs: number },
): Promise<Execution> {
  return new Promise((resolve, reject) => {
    const begun = Date.now();
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    let output = "";
    let timedOut = false;
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const timer = setTimeout(() => {
      timedOut = true;
      if (pid !== undefined) endGroup(pid);
    }, timeoutMs);
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      const plain = stripVTControlCharacters(output);
      resolve({ code: code ?? 1, output: plain, timedOut, elapsedMs: Date.now() - begun });
    });
  });
}

export function endAll(): void {
  for (const pid of running) endGroup(pid);
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It ended by itself in the meantime.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
