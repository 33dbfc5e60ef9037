import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { choose } from "./choose.ts";
import { analyse } from "./compiler.ts";
import { findMutants, type Mutant } from "./points.ts";
import { withAll, withOnly } from "./rewrite.ts";
import { prepare } from "./switchable.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const FILE = "contracts/Sample.sol";

function sample(body: string, before = ""): { [FILE]: string } {
  return {
    [FILE]: `// SPDX-License-Identifier: MIT\npragma solidity 0.8.37;\n// ≤ takes three bytes\n${before}\ncontract Sample {\n${body}\n}\n`,
  };
}

function mutantsOf(body: string, before = "") {
  const sources = sample(body, before);
  const analysis = analyse(root, sources);
  expect(analysis.errors).toEqual([]);
  const mutants = findMutants(analysis, sources);
  const alone = (mutant: Mutant) => withOnly(sources, analysis.trees, mutant)[FILE] ?? "";
  return { sources, ...analysis, mutants, alone, names: mutants.map(({ name }) => name) };
}

const named = (mutants: Mutant[], part: string): Mutant => {
  const found = mutants.find(({ name }) => name.includes(part));
  if (!found) throw new Error(`no mutant "${part}" among\n${mutants.map(({ name }) => name).join("\n")}`);
  return found;
};

describe("findMutants", () => {
  it("removes a check and moves its bound, and leaves the error's arguments alone", () => {
    const { names } = mutantsOf(`error Low(uint256);
      function f(uint256 a) external pure { require(a >= 7, Low(a + 1)); }`);
    expect(names).toEqual([
      "Sample.sol:f:check removed:a >= 7",
      "Sample.sol:f:>= to >:a >= 7",
      "Sample.sol:f:constant + 1:7",
    ]);
  });

  it("numbers mutants of one name", () => {
    const { names } = mutantsOf("function f(uint256 a) external pure returns (uint256) { return (a + a) * (a + a); }");
    expect(names).toContain("Sample.sol:f:+ to -:a + a");
    expect(names).toContain("Sample.sol:f:+ to -:a + a #2");
  });

  it("swaps a role for the next of its family", () => {
    const { mutants, alone } = mutantsOf(
      "function f(uint8 a) external pure returns (bool) { return a == ROLE_A; }",
      "uint8 constant ROLE_A = 1 << 0;\nuint8 constant ROLE_B = 1 << 1;\nuint8 constant OTHER_C = 4;",
    );
    expect(alone(named(mutants, "ROLE_A to ROLE_B"))).toContain("a == uint8(1 << 1)");
  });

  it("changes a constant in all its uses at once", () => {
    const { mutants, alone } = mutantsOf(`uint256 private constant MOST = 9;
      function f(uint256 a) external pure returns (bool) { return a < MOST; }
      function g(uint256 a) external pure returns (bool) { return a > MOST; }`);
    const text = alone(named(mutants, "Sample.sol:constant:constant + 1:MOST"));
    expect(text).toContain("a < (MOST + 1)");
    expect(text).toContain("a > (MOST + 1)");
  });

  it("leaves assembly and mocks alone", () => {
    const body = "function f() external pure returns (uint256 a) { assembly { a := add(1, 2) } }";
    expect(mutantsOf(body).mutants).toEqual([]);
    const sources = {
      "contracts/mocks/Sample.sol": sample("function f() external pure returns (uint256) { return 1; }")[FILE],
    };
    expect(findMutants(analyse(root, sources), sources)).toEqual([]);
  });
});

describe("withOnly", () => {
  it("drops a write, a delete, a call and an event", () => {
    const { mutants, alone } = mutantsOf(`event Done();
      uint256 private x;
      function f() external { x = 3; delete x; g(); emit Done(); }
      function g() private {}`);
    expect(alone(named(mutants, "write dropped"))).toContain("{ {  } delete x; g();");
    expect(alone(named(mutants, "delete dropped"))).toContain("x = 3; {  } g();");
    expect(alone(named(mutants, "call dropped"))).toContain("delete x; {  } emit");
    expect(alone(named(mutants, "event dropped"))).toContain("g(); {  } }");
  });

  it("keeps bytes and letters apart", () => {
    const { mutants, alone } = mutantsOf(
      `function f(uint256 a) external pure returns (uint256) { /* − ü */ return a - 1; }`,
    );
    expect(alone(named(mutants, "- to +"))).toContain("/* − ü */ return (a + 1);");
  });
});

describe("withAll", () => {
  it("puts every mutant behind its switch, nested ones too, and compiles", () => {
    const { sources, trees, mutants } = mutantsOf(`uint256 private x;
      modifier guarded(uint256 a) { require(a != 2); _; }
      function f(uint256 a, int256 b) external guarded(a) returns (uint256 c) {
        if (a > 3 && b < 4 * 1 hours) x += a; else for (uint256 i = 0; i < a; ++i) x -= 10 ** (a - i);
        c = a << 64 | x;
      }
      function g() external view guarded(1) returns (uint256, bool) { return (x, true); }`);
    const rewritten = withAll(sources, trees, new Map(mutants.map((mutant, index) => [index + 1, mutant])));
    expect(analyse(root, rewritten).errors).toEqual([]);
    const switches = new Set([...(rewritten[FILE] ?? "").matchAll(/isMutant_\((\d+)\)/g)].map(([, number]) => number));
    expect(switches.size).toBe(mutants.length);
    expect(mutants.filter(({ name }) => name.includes("modifier removed"))).toHaveLength(2);
  });
});

describe("prepare", () => {
  it("takes out what does not compile and keeps the rest", () => {
    const { sources, trees, mutants } = mutantsOf(`function f(uint256 a) external pure returns (bytes32) {
      require(a < 3);
      return g(0);
    }
    function g(bytes32 h) private pure returns (bytes32) { return h; }`);
    const prepared = prepare(root, sources, trees, mutants);
    expect(prepared.invalid.map(({ name }) => name)).toEqual(["Sample.sol:f:constant + 1:0"]);
    expect(prepared.switched.size).toBe(mutants.length - 1);
    expect(prepared.separate.size).toBe(0);
  });
});

describe("choose", () => {
  const all = ["a:1", "b:2", "b:3", "c:4"].map((name) => ({ name }));

  it("takes those with the text in their names", () => {
    expect(choose(all, { only: "b:" })).toEqual([{ name: "b:2" }, { name: "b:3" }]);
  });

  it("takes the same sample each time, in order", () => {
    const taken = choose(all, { sample: 2 });
    expect(taken).toHaveLength(2);
    expect(choose([...all].reverse(), { sample: 2 }).reverse()).toEqual(taken);
  });
});
