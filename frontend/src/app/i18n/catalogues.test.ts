import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ENGLISH_DOMAIN_ERRORS } from "../../domain/domain-error-messages.ts";
import domainZh from "./domain.zh-CN.json" with { type: "json" };
import type { MessageTree } from "./messages.ts";

const source = fileURLToPath(new URL("../../", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".en.json"))
  .map((file) => join(source, file));

/** Paths with the values that each text fills in. English and Chinese may differ in plural forms only. */
function shapeOf(tree: MessageTree, prefix = ""): Map<string, string> {
  const shape = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = `${prefix}${key.replace(/_(one|other)$/, "")}`;
    if (typeof value === "string") shape.set(path, valuesOf(value));
    else for (const [inner, values] of shapeOf(value, `${path}.`)) shape.set(inner, values);
  }
  return shape;
}

function valuesOf(text: string): string {
  return [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name))].sort().join(" ");
}

function read(file: string): MessageTree {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Days and companies, which end and begin with Chinese characters themselves. */
const JOINED =
  /\{\{(?:day|first|last|bank|obligor|seller|holder|payer|payee|buyer|lender|creditor)\}\} (?=\p{Script=Han})/u;
/** One word for one thing, as docs/glossary.md has it; and those that it does not have. */
const NOT_OURS = /违约金|柜台|[张份]凭证|提前付款方案/;

function textsOf(tree: MessageTree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === "string" ? [value] : textsOf(value)));
}

describe("messages", () => {
  it("are found", () => expect(files.length).toBeGreaterThanOrEqual(3));

  it.each(files.map((file) => [relative(source, file), file]))(
    "%s has the same keys and values in Chinese",
    (_, file) => {
      const english = shapeOf(read(file));
      const chinese = shapeOf(read(file.replace(/\.en\.json$/, ".zh-CN.json")));
      expect([...chinese].sort()).toEqual([...english].sort());
    },
  );

  it.each(files.map((file) => [relative(source, file), file]))("%s keeps to the glossary in Chinese", (_, file) => {
    const chinese = textsOf(read(file.replace(/\.en\.json$/, ".zh-CN.json")));
    expect(chinese.filter((text) => NOT_OURS.test(text))).toEqual([]);
    const isScreen = file.endsWith("messages.en.json");
    expect(chinese.filter((text) => isScreen && JOINED.test(text))).toEqual([]);
  });

  it("of the domain's refusals exist in Chinese, with the same values", () => {
    expect([...shapeOf(domainZh)].sort()).toEqual([...shapeOf({ ...ENGLISH_DOMAIN_ERRORS })].sort());
  });
});
