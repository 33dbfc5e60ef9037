import { describe, expect, it } from "vitest";
import en from "../i18n/errors.en.json" with { type: "json" };
import { ERROR_ABI } from "./errorAbi.ts";

const valuesOf = new Map(
  ERROR_ABI.flatMap((item) =>
    item.type === "error" ? [[item.name, item.inputs.map(({ name }) => name ?? "")] as const] : [],
  ),
);

describe("errors of the contracts", () => {
  it("have a message each, and no message is left of an error that is gone", () => {
    expect(Object.keys(en).sort()).toEqual([...valuesOf.keys()].sort());
  });

  it.each(Object.entries(en))("%s fills in only what the error carries", (name, text) => {
    const used = [...text.matchAll(/\{\{(\w+)/g)].map(([, value]) => value);
    expect(valuesOf.get(name)).toEqual(expect.arrayContaining(used));
  });
});
