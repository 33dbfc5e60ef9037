import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SCREENS } from "../e2e/screens.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Rows of the document's tables, without their heads. */
const rows = read("docs/screens.md")
  .split("\n")
  .filter((line) => /^\| (?!screen \|)/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
const screens = rows.filter(([, route]) => route?.startsWith("`"));
const routes = [...read("frontend/src/app/router.tsx").matchAll(/^\s+path: "(.*)",$/gm)].map(([, path]) => path);

/** Titles of the tests and steps of each file that may be named. */
const titles = new Map(
  ["test/e2e", "test/components"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => /\.(spec|test)\.tsx?$/.test(file))
      .map((file) => [file, titlesOf(read(`${folder}/${file}`))] as const),
  ),
);

function titlesOf(source: string): string[] {
  return [...source.matchAll(/\b(?:test|it|describe|step)\(\s*(["'`])(.*?)\1,/gs)].map(([, , title = ""]) => title);
}

/** What a cell refers to: file › "part of a title". */
function referencesIn(cell: string): { file: string; title: string }[] {
  return [...cell.matchAll(/(\S+) › "(.*?)"/g)].map(([, file = "", title = ""]) => ({ file, title }));
}

describe("docs/screens.md", () => {
  it("has one row for each route, and none for others", () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(screens.map(([, route]) => route?.replaceAll("`", "")).toSorted()).toEqual(routes.toSorted());
  });

  it.each(rows.map((row) => [row[0] ?? "", row] as const))("names a test for each state of %s", (_, row) => {
    const states = row.slice(row.length - 5);
    expect(row.length).toBeGreaterThanOrEqual(7);
    expect(states.map((cell) => referencesIn(cell).length > 0)).toEqual([true, true, true, true, true]);
  });

  it("names tests that exist", () => {
    const references = rows.flatMap((row) => row.flatMap(referencesIn));
    const missing = references.filter(({ file, title }) => !titles.get(file)?.some((known) => known.includes(title)));
    expect(missing).toEqual([]);
  });

  it("sends every screen but the health page through loading and error", () => {
    const tried = Object.values(SCREENS).flatMap((each) => each.map(({ route }) => route));
    expect(routes.filter((route) => !tried.includes(route ?? ""))).toEqual(["/health"]);
  });
});
