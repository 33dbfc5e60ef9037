import type { StepWords } from "./describeStep.ts";

/** Words in which every value of a step shows, for tests. */
export const WORDS: StepWords = {
  name: (account) => account.toUpperCase(),
  list: (items) => items.join(" + "),
  amount: (minor, currency) => `${minor}${currency === undefined ? "" : ` of ${currency}`}`,
  range: (start, end) => `${start}–${end}`,
  day: (day) => `day ${day}`,
  time: (timestamp) => `second ${timestamp}`,
  percent: (ppm) => `${ppm} ppm`,
  organisation: (identity) => `company ${identity}`,
  refusal: (data) => `error ${data}`,
  document: (kind) => `a ${kind}`,
  order: (reason) => `reason ${reason}`,
};
