import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));

it("shows every picture that the tests take of the walkthrough, and no other", () => {
  const text = readFileSync(`${docs}walkthrough.md`, "utf8");
  const shown = [...text.matchAll(/!\[[^\]]+\]\(images\/walkthrough\/([\w-]+)\.png\)/g)].map(([, name]) => name).sort();
  const files = readdirSync(`${docs}images/walkthrough`);
  const pictures = files.filter((file) => file.endsWith(".png")).map((file) => file.replace(/\.png$/, ""));
  const checked = Object.keys(JSON.parse(readFileSync(`${docs}images/walkthrough/landmarks.json`, "utf8")));
  expect(shown).toEqual(pictures.sort());
  expect(shown).toEqual(checked.sort());
});
