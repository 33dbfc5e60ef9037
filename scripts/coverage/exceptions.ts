/** What is not covered and need not be, each with its reason. One that is covered after all fails the run. */
export interface Exception {
  file: string;
  /** The decision's condition as it stands in the file, or the text of an uncovered line. */
  text: string;
  outcome: "holds" | "fails" | "line";
  reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [];
