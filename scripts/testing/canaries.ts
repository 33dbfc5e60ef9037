import type { Step } from "./steps.ts";

/** A failure planted for one command, and the words by which its output shows that it is this failure it is red for. */
export interface Canary {
  /** The step of `npm test` it is for. */
  step: string;
  title: string;
  plant: Readonly<Record<string, (text: string) => string>>;
  /** Narrows the step's command to what was planted. */
  only?: readonly string[];
  /** Replaces the step's command where it cannot be narrowed. */
  instead?: Step["command"];
  says: RegExp;
}

const NAME = "canary in the mine";
const write = (text: string) => () => text;
const replace = (from: string, to: string) => (text: string) => text.replace(from, to);

const MOCHA = `import { expect } from "chai";
describe("canary", () => it("${NAME}", () => { expect(1).to.equal(2); }));
`;
const SOLIDITY = `// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;
contract CanaryTest {
    function test_CanaryInTheMine() external pure { assert(false); }
}
`;
/** The project's configuration but for the contracts and their tests: compiling them takes a minute. */
const NO_CONTRACTS = `import config from "./hardhat.config.ts";
const paths = { sources: "canary/none", artifacts: "canary/artifacts", cache: "canary/cache", tests: { solidity: "canary" } };
export default { ...config, paths: { ...config.paths, ...paths } };
`;
const VITEST = `import { expect, it } from "vitest";
it("${NAME}", () => expect(1).toBe(2));
`;
const PLAYWRIGHT = `import { expect, test } from "@playwright/test";
test("${NAME}", () => expect(1).toBe(2));
`;
const NO_NETWORK = write(`export const E2E_URL = "http://127.0.0.1:9";
export default () => undefined;
`);
const contract = (body: string) =>
  write(`// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

contract Canary {
${body}}
`);

const inCheck = (script: string, title: string, plant: Canary["plant"], says: RegExp): Canary => ({
  step: "check",
  title: `${script}: ${title}`,
  plant,
  instead: ["npm", "run", "-s", script],
  says,
});

export const CANARIES: readonly Canary[] = [
  {
    step: "generate",
    title: "a contract that does not compile",
    plant: { "contracts/mocks/Canary.sol": contract("    uint256 public canary missing;\n") },
    says: /ParserError[\s\S]*Canary\.sol/,
  },
  inCheck(
    "check:types",
    "a wrong type",
    { "scripts/testing/canary.ts": write("export const canary: string = 1;\n") },
    /scripts\/testing\/canary\.ts\(1,14\): error TS2322/,
  ),
  inCheck(
    "check:lint",
    "an unused variable",
    { "scripts/testing/canary.ts": write("const canary = 1;\n") },
    /scripts\/testing\/canary\.ts[\s\S]*noUnusedVariables/,
  ),
  inCheck(
    "check:solidity",
    "a badly laid out contract",
    { "contracts/mocks/Canary.sol": contract("  uint256   public canary;\n") },
    /\[warn\] contracts\/mocks\/Canary\.sol/,
  ),
  inCheck(
    "check:solidity",
    "a string error",
    {
      "contracts/mocks/Canary.sol": contract(
        '    function canary() external pure {\n        revert("canary");\n    }\n',
      ),
    },
    /contracts\/mocks\/Canary\.sol[\s\S]*gas-custom-errors/,
  ),
  inCheck(
    "check:dead",
    "an export that nobody uses",
    { "scripts/testing/run.ts": (text) => `${text}export const canaryInTheMine = 1;\n` },
    /canaryInTheMine/,
  ),
  {
    step: "contracts",
    title: "a failing mocha test",
    plant: { "test/integration/canary.test.ts": write(MOCHA) },
    only: ["--no-compile", "test/integration/canary.test.ts"],
    says: /1 failing[\s\S]*canary in the mine[\s\S]*expected 1 to equal 2/,
  },
  {
    step: "contracts",
    title: "a failing Solidity test",
    plant: { "canary/Canary.t.sol": write(SOLIDITY), "hardhat.canary.ts": write(NO_CONTRACTS) },
    only: ["--config", "hardhat.canary.ts", "canary/Canary.t.sol"],
    says: /test_CanaryInTheMine[\s\S]*1 failing/,
  },
  {
    step: "prove",
    title: "a placed part that leaves one cent more to place",
    plant: { "test/proofs/Splitting.sol": replace("_left -= amount;", "_left -= amount - 1;") },
    only: ["Splitting"],
    says: /✘ Splitting\.place #3 holds[\s\S]*, [1-9]\d* failed/,
  },
  {
    step: "gas",
    title: "a figure that is not the measured one, through `npm test`",
    plant: { "snapshots/gas.json": (text) => text.replace(/\d+/, "1") },
    instead: ["tsx", "scripts/test.ts", "gas"],
    says: /Gas differs from snapshots\/gas\.json[\s\S]*Failed: gas\s+0 passed, 1 failed/,
  },
  {
    step: "web",
    title: "a failing test",
    plant: { "scripts/canary.test.ts": write(VITEST) },
    only: ["scripts/canary.test.ts"],
    says: /canary in the mine[\s\S]*expected 1 to be 2[\s\S]*1 failed/,
  },
  {
    step: "components",
    title: "a failing test",
    plant: { "test/components/canary.test.tsx": write(VITEST) },
    only: ["test/components/canary.test.tsx"],
    says: /canary in the mine[\s\S]*expected 1 to be 2[\s\S]*1 failed/,
  },
  {
    step: "indexer",
    title: "a failing test, without a network",
    plant: { "test/indexer/support/globalSetup.ts": NO_NETWORK, "test/indexer/canary.test.ts": write(VITEST) },
    only: ["test/indexer/canary.test.ts"],
    says: /canary in the mine[\s\S]*expected 1 to be 2[\s\S]*1 failed/,
  },
  {
    step: "year",
    title: "a cent set aside too much, and a slice that the index gives a hop too many",
    plant: {
      "scripts/demo/year/book/views.ts": replace("setAside: column(0)", "setAside: column(0) + 1n"),
      "indexer/src/tables/words.ts": replace("end - start, hops, flags", "end - start, hops: hops + 1, flags"),
    },
    instead: ["tsx", "scripts/demo-year.ts", "--invoices", "10"],
    says: /DIFFERENCE: what was paid in[\s\S]*slice 0x\w+: the index has[\s\S]*FAILED/,
  },
  {
    step: "e2e",
    title: "a failing test, without a network",
    plant: { "test/e2e/globalSetup.ts": NO_NETWORK, "test/e2e/canary.spec.ts": write(PLAYWRIGHT) },
    only: ["canary.spec.ts"],
    says: /canary in the mine[\s\S]*Expected: 2[\s\S]*1 failed/,
  },
];
