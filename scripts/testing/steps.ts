/** One command of `npm test`. */
export interface Step {
  name: string;
  command: readonly [string, ...string[]];
  /** Finds the counts of passed and failed tests in the step's output; absent where a step is a check, not a test. */
  counts?: { passed: RegExp; failed: RegExp };
}

/** The line that adds up both of Hardhat's runners; their own lines are indented. */
const HARDHAT = { passed: /^(\d+) passing/gm, failed: /^(\d+) failing/gm };
const VITEST = { passed: /^\s*Tests\b.*?(\d+) passed/gm, failed: /^\s*Tests\b.*?(\d+) failed/gm };
/** The closing line of our own scripts. */
const OURS = { passed: /^(\d+) passed, \d+ failed$/gm, failed: /^\d+ passed, (\d+) failed$/gm };
const PLAYWRIGHT = { passed: /^\s*(\d+) passed/gm, failed: /^\s*(\d+) failed/gm };

export const STEPS: readonly Step[] = [
  { name: "generate", command: ["npm", "run", "-s", "generate"] },
  { name: "check", command: ["npm", "run", "-s", "check"] },
  { name: "contracts", command: ["hardhat", "test"], counts: HARDHAT },
  { name: "prove", command: ["tsx", "scripts/prove.ts"], counts: OURS },
  { name: "gas", command: ["tsx", "scripts/gas.ts", "--check"] },
  { name: "web", command: ["vitest", "run", "--project", "node"], counts: VITEST },
  { name: "components", command: ["vitest", "run", "--config", "vitest.components.config.ts"], counts: VITEST },
  { name: "indexer", command: ["vitest", "run", "--project", "indexer"], counts: VITEST },
  { name: "year", command: ["tsx", "scripts/demo-year.ts", "--invoices", "60"] },
  { name: "e2e", command: ["tsx", "scripts/e2e.ts"], counts: PLAYWRIGHT },
  { name: "canary", command: ["tsx", "scripts/canary.ts"], counts: OURS },
];
