import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

/** Path from the project's root → Solidity text. */
export type Sources = Readonly<Record<string, string>>;

export interface Assertion {
  /** `Contract.function`, and a number from the second assertion of the function on. */
  name: string;
  /** Byte offset in its file, as the compiler reports it. */
  start: number;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const FUNCTION = /^ {4}(?:function (\w+)|(constructor))\b/gm;

/** The file and everything it imports, as it stands now. */
export function readSources(path: string, found: Record<string, string> = {}): Sources {
  if (path in found) return found;
  const text = readFileSync(root + path, "utf8");
  found[path] = text;
  for (const [, imported] of text.matchAll(/\bfrom\s+"(\.[^"]+)"/g))
    if (imported) readSources(posix.join(posix.dirname(path), imported), found);
  return found;
}

export function assertionsOf(contract: string, text: string): Assertion[] {
  const counts = new Map<string, number>();
  return [...text.matchAll(/\bassert\(/g)].map(({ index }) => {
    const name = `${contract}.${functionAt(text, index)}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { name: count === 1 ? name : `${name} #${count}`, start: Buffer.byteLength(text.slice(0, index)) };
  });
}

function functionAt(text: string, index: number): string {
  const before = [...text.slice(0, index).matchAll(FUNCTION)].at(-1);
  return before?.[1] ?? before?.[2] ?? "?";
}

/** The text with only this function's assertions left; the others become assumptions, which cost nothing to prove. */
export function onlyAssertionsOf(name: string, text: string): string {
  return text.replace(/\bassert\(/g, (found, index: number) => (functionAt(text, index) === name ? found : "require("));
}

/** Each function's assertions assumed and its end declared unreachable. What can be proved of that was proved of nothing. */
export function endsUnreachable(text: string): string {
  const assumed = text.replace(/\bassert\(/g, "require(");
  return assumed.replace(/^( {8}(?:require\(.*\);))(?=\n {4}\}$)/gm, "$1 assert(false);");
}
