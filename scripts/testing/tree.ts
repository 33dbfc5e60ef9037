import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What no test reads, or what is linked instead of copied. */
const LEFT_OUT = [".git", ".local", ".ponder", "coverage", "dist", "node_modules", "test-results"];

export interface Tree {
  path: string;
  /** Writes the file, or changes what it holds; the returned function undoes it. */
  plant: (file: string, change: (text: string) => string) => () => void;
  remove: () => void;
}

/** A copy of the project in a temporary folder, compiled as far as the project is, in which anything may be broken. */
export function copyTree(): Tree {
  const path = mkdtempSync(join(tmpdir(), "tallystick-canary-"));
  const remove = () => rmSync(path, { recursive: true, force: true });
  try {
    cpSync(root, path, { recursive: true, filter: (file) => !LEFT_OUT.includes(relative(root, file)) });
    symlinkSync(join(root, "node_modules"), join(path, "node_modules"));
  } catch (error) {
    remove();
    throw error;
  }
  return { path, plant: (file, change) => plant(join(path, file), change), remove };
}

function plant(file: string, change: (text: string) => string): () => void {
  const before = textOf(file);
  mkdirSync(dirname(file), { recursive: true });
  const after = change(before ?? "");
  if (after === before) throw new Error(`Nothing to plant in ${file}: what was to be changed is not there.`);
  writeFileSync(file, after);
  return () => (before === undefined ? rmSync(file) : writeFileSync(file, before));
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
