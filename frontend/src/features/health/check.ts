import type { Verdict } from "./judge.ts";

/** One line of the health page. */
export interface Check {
  key: string;
  label: string;
  verdict: Verdict;
  /** What was found, in words or figures. */
  found: string;
  /** What to do; absent where all is well. */
  advice?: string;
}
