import lighthouse, { desktopConfig, type Flags } from "lighthouse";

const RUNS = 5;
/** The page asks the chain every second, so the network is never silent; by then all of it has long been drawn. */
const LONGEST_LOAD_MS = 12_000;
const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;

type Scores = Record<(typeof CATEGORIES)[number], number>;
export type FormFactor = "desktop" | "mobile";

export interface Audit {
  path: string;
  formFactor: FormFactor;
  runs: number;
  /** 0 to 100. */
  median: Scores;
  /** Audits of the last run that did not pass, of the categories that must be perfect. */
  failed: string[];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("The median of nothing was asked for.");
  return middle;
}

/** Lighthouse's own throttling for each form factor, in the browser that listens on `port`; what the page has stored stays. */
export async function audit(port: number, origin: string, path: string, formFactor: FormFactor): Promise<Audit> {
  const runs: Scores[] = [];
  let failed: string[] = [];
  for (let run = 0; run < RUNS; ++run) {
    const flags: Flags = {
      ...{ port, logLevel: "error", onlyCategories: [...CATEGORIES], disableStorageReset: true },
      maxWaitForLoad: LONGEST_LOAD_MS,
    };
    const result = await lighthouse(`${origin}${path}`, flags, formFactor === "desktop" ? desktopConfig : undefined);
    if (!result) throw new Error(`Lighthouse gave no result for ${path}.`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`Lighthouse could not load ${path}: ${runtimeError.message}`);
    runs.push(scoresOf(categories));
    failed = ["accessibility", "best-practices"].flatMap(
      (name) =>
        categories[name]?.auditRefs
          .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
          .map(({ id }) => id) ?? [],
    );
  }
  const medianOf = (category: keyof Scores) => median(runs.map((scores) => scores[category]));
  return {
    path,
    formFactor,
    runs: RUNS,
    median: {
      performance: medianOf("performance"),
      accessibility: medianOf("accessibility"),
      "best-practices": medianOf("best-practices"),
    },
    failed,
  };
}

function scoresOf(categories: Record<string, { score: number | null }>): Scores {
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best-practices": score("best-practices"),
  };
}
