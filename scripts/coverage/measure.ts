import type { Decision, Rewritten } from "./rewrite.ts";

/** What of one file ran. */
export interface FileCoverage {
  file: string;
  lines: { hit: number; all: number };
  branches: { hit: number; all: number };
  missing: Missing[];
}

/** An outcome that never came, or a line that never ran. */
export interface Missing {
  file: string;
  line: number;
  text: string;
  outcome: "holds" | "fails" | "line";
}

/** Counts the lines and outcomes of a rewritten file; the lines that the rewriting added count as outcomes only. */
export function measure(file: string, { text, decisions }: Rewritten, hits: ReadonlyMap<number, number>): FileCoverage {
  const added = new Set(decisions.flatMap(({ holds, fails }) => [holds, fails]));
  const statements = [...hits].filter(([line]) => !added.has(line));
  const outcomes = decisions.flatMap((decision) => outcomesOf(decision, hits));
  const lines = text.split("\n");
  const idle = statements.filter(([, count]) => count === 0);
  const missing: Missing[] = [
    ...idle.map(([line]) => ({ file, line, text: (lines[line - 1] ?? "").trim(), outcome: "line" as const })),
    ...outcomes.filter(({ hit }) => !hit).map(({ hit: _, ...outcome }) => ({ file, ...outcome })),
  ];
  return {
    file,
    lines: { hit: statements.length - idle.length, all: statements.length },
    branches: { hit: outcomes.filter(({ hit }) => hit).length, all: outcomes.length },
    missing,
  };
}

function outcomesOf({ line, condition, holds, fails }: Decision, hits: ReadonlyMap<number, number>) {
  const outcome = (which: "holds" | "fails", at: number) => {
    const count = hits.get(at);
    if (count === undefined)
      throw new Error(`Nothing was counted for "${condition}" (${which}), rewritten line ${at}.`);
    return { line, text: condition, outcome: which, hit: count > 0 };
  };
  return [outcome("holds", holds), outcome("fails", fails)];
}
