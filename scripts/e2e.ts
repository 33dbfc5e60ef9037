import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { provideChromium } from "../test/helpers/chromium.ts";
import { buildWeb } from "./local/buildWeb.ts";
import { run } from "./testing/run.ts";

/**
 * The end-to-end tests: the screens by themselves, and the flows, side by side on a network each. With arguments, Playwright alone with
 * those, on one network.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const SIDES = [
  { name: "screens", projects: ["looks", "screens"], port: 18_745 },
  { name: "flows", projects: ["flows"], port: 18_775 },
] as const;

async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) return (await run(["playwright", "test", ...args], { cwd: root, echo: true })).code;
  await provideChromium();
  mkdirSync(fileURLToPath(new URL("../.local/logs/", import.meta.url)), { recursive: true });
  await buildWeb(fileURLToPath(new URL("../.local/logs/build.log", import.meta.url)));
  const codes = await Promise.all(
    SIDES.map(async ({ name, projects, port }) => {
      const chosen = projects.map((project) => `--project=${project}`);
      const env = { TALLYSTICK_E2E_PORT: port.toString(), TALLYSTICK_E2E_WEB: "built" };
      const command = ["playwright", "test", ...chosen, `--output=test-results/${name}`] as const;
      return (await run([...command], { cwd: root, echo: true, env })).code;
    }),
  );
  return Math.max(...codes);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
