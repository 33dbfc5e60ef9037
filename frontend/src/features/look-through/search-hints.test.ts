import { expect, it } from "vitest";
import { searchHints } from "./search-hints.ts";
import { searchPlan } from "./search-plan.ts";

it.each([
  [`0x${"ab".repeat(32)}`, true, ["word"]],
  [`0x${"ab".repeat(20)}`, false, ["account"]],
  ["HX-2026-9", true, ["invoice"]],
  ["HX-2026-9", false, ["invoice", "signIn"]],
  ["3f9", true, ["longer"]],
] as const)("tells what was looked for with %s", (text, isReadable, hints) => {
  const plan = searchPlan(text, 2026);
  expect(plan && searchHints(plan, isReadable)).toEqual(hints);
});
