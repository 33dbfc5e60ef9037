import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../.local/chromium/", import.meta.url));

/**
 * A real Chromium: the one CHROMIUM names, or the one that npm's @sparticuz/chromium carries, unpacked into `.local/chromium` with the
 * system libraries and fonts that a bare machine lacks.
 * @returns the program's path; the environment it needs is set on this process.
 */
export async function provideChromium(): Promise<string> {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  mkdirSync(folder, { recursive: true });
  // The package unpacks to the temporary folder, and takes whatever already lies there for its own.
  process.env.TMPDIR = folder;
  const { default: chromium, inflate, setupLambdaEnvironment } = await import("@sparticuz/chromium");
  const path = await chromium.executablePath();
  if (!starts(path)) {
    const libraries = join(
      dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")),
      "../bin/al2023.tar.br",
    );
    if (!existsSync(join(folder, "al2023"))) await inflate(libraries);
    setupLambdaEnvironment(join(folder, "al2023/lib"));
    if (!starts(path)) throw new Error(`Chromium does not start: ${spawnSync(path, ["--version"]).stderr}`);
  }
  provideFonts();
  return path;
}

function starts(path: string): boolean {
  return spawnSync(path, ["--headless", "--no-sandbox", "--version"]).status === 0;
}

/** Without any font configuration Chromium ends at its first text. */
function provideFonts(): void {
  if (existsSync("/etc/fonts/fonts.conf")) return;
  const config = join(folder, "fonts.conf");
  const folders = readdirSync(folder).filter((name) => name.startsWith("fonts") && name !== "fonts.conf");
  const dirs = folders.map((name) => `<dir>${join(folder, name)}</dir>`).join("");
  writeFileSync(
    config,
    `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${folder}font-cache</cachedir></fontconfig>\n`,
  );
  process.env.FONTCONFIG_FILE = config;
}
