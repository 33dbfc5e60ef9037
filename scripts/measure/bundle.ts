import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { z } from "zod";

const root = fileURLToPath(new URL("../../", import.meta.url));

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), isEntry: z.boolean().optional(), imports: z.array(z.string()).optional() }),
);

export interface Weight {
  file: string;
  /** Bytes after gzip. */
  gzip: number;
}

/** Builds the web UI for production, as `npx vite build` does. @throws with Vite's words when it fails. */
export function buildForProduction(outDir: string): void {
  const { status, stdout, stderr } = spawnSync(
    join(root, "node_modules/.bin/vite"),
    ["build", "--outDir", outDir, "--manifest"],
    // Whoever runs this may be a test runner, whose NODE_ENV would make React build itself for tests.
    { cwd: root, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } },
  );
  if (status !== 0) throw new Error(`Building the web UI failed:\n${stdout}\n${stderr}`);
}

/** The limit in bytes that the first load of JavaScript keeps to: 220 kB. */
export const FIRST_LOAD_LIMIT = 220_000;

/**
 * The scripts that a browser loads before anything can be shown: the entry with all it imports statically.
 * @param screen A screen's file under `frontend`, to add what opening it loads.
 */
export function firstLoad(outDir: string, screen?: string): Weight[] {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(outDir, ".vite/manifest.json"), "utf8")));
  const loaded = new Set<string>();
  const follow = (key: string) => {
    if (loaded.has(key)) return;
    loaded.add(key);
    for (const imported of manifest[key]?.imports ?? []) follow(imported);
  };
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry || key === screen) follow(key);
  const files = [...loaded].flatMap((key) => manifest[key]?.file ?? []);
  return files.map((file) => ({ file, gzip: gzipSync(readFileSync(join(outDir, file))).length }));
}

/** Every script and page of a build as text, by file. */
export function textsOf(outDir: string): Map<string, string> {
  const files = readdirSync(outDir, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(js|html|json)$/.test(file),
  );
  return new Map(files.map((file) => [file, readFileSync(join(outDir, file), "utf8")]));
}
