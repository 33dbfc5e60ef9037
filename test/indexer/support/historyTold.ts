import { expect } from "vitest";
import { z } from "zod";
import { describeStep, type StepWords } from "../../../frontend/src/app/history/describeStep.ts";
import en from "../../../frontend/src/app/history/messages.en.json" with { type: "json" };
import zh from "../../../frontend/src/app/history/messages.zh-CN.json" with { type: "json" };
import { rowsOf } from "./graphql.ts";

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const stepRow = z.object({
  kind: z.string(),
  actor: z.string(),
  sliceId: z.string().nullable(),
  data: z.record(z.string(), value),
});

const WORDS: StepWords = {
  name: (account) => account,
  list: (items) => items.join(", "),
  amount: String,
  range: (start, end) => `${start}–${end}`,
  day: String,
  time: String,
  percent: String,
  organisation: (identity) => identity,
  refusal: (data) => data,
  document: (kind) => kind,
  order: (reason) => reason,
};

const MESSAGES = [en, zh].map(({ step }) => new Map(Object.entries(step)));
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/** Each line of history has a message in both languages, and the figures for it. */
export async function expectHistoryTold(indexerUrl: string): Promise<void> {
  const steps = await rowsOf(indexerUrl, "events", stepRow, "kind actor sliceId data");
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) {
    const { kind, values, reason } = describeStep(step, WORDS);
    const given = [...Object.keys(values), ...(reason === undefined ? [] : ["reason"])];
    for (const messages of MESSAGES) {
      const message = messages.get(kind);
      const needed = [...(message ?? "").matchAll(PLACEHOLDER)].map(([, name]) => name);
      expect(message, kind).toBeDefined();
      expect(given, kind).toEqual(expect.arrayContaining(needed));
    }
  }
}
