import { DomainError } from "../frontend/src/domain/domain-error.ts";
import { describeDomainError } from "../frontend/src/domain/domain-error-messages.ts";

/** The command was called wrongly; its message says how to call it. */
export class CommandLineError extends Error {
  override readonly name = "CommandLineError";
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Runs a command; a refusal becomes its sentence on standard error and exit code 1, a defect keeps its stack. */
export function runCommand(command: (args: string[]) => void): void {
  try {
    command(process.argv.slice(2));
  } catch (error) {
    const reason = refusalText(error);
    if (reason === null) throw error;
    process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
  }
}

/** What to say of a refusal; null of a defect. */
export function refusalText(error: unknown): string | null {
  if (error instanceof DomainError) return describeDomainError(error);
  if (error instanceof CommandLineError) return error.message;
  const isArgumentError =
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
  if (!isArgumentError) return null;
  const [reason = ""] = error.message.split("\n");
  return `${reason.replace(/\.$/, "")}. Call the command with --help to see its options.`;
}
