import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import type { Step } from "./steps.ts";

/** Runs a command to its end and keeps what it printed, without colours; `echo` shows it at once as well; `env` adds to the environment. */
export function run(
  [command, ...args]: Step["command"],
  { cwd, echo, env = {} }: { cwd: string; echo: boolean; env?: Readonly<Record<string, string>> },
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      if (echo) to.write(chunk);
      output += chunk.toString();
    };
    child.stdout.on("data", keep(process.stdout));
    child.stderr.on("data", keep(process.stderr));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}
