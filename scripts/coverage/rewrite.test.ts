import { expect, it } from "vitest";
import { measure } from "./measure.ts";
import { rewrite } from "./rewrite.ts";

const contract = (body: string) => `pragma solidity 0.8.37;
contract C {
    error E(uint256 x);
    function f(uint256 x) external pure returns (uint256) {
${body}
    }
}
`;

/** Every statement's line ran, but for those whose text contains one of these. */
function hitsWithout(text: string, ...idle: string[]): Map<number, number> {
  const lines = text.split("\n").map((line, i) => [i + 1, line] as const);
  const statements = lines.filter(([, line]) => /return|revert|0;/.test(line) && !/function/.test(line));
  return new Map(statements.map(([number, line]) => [number, idle.some((part) => line.includes(part)) ? 0 : 1]));
}

it("gives both outcomes of a require a line of its own, and reports the one that never came", () => {
  const result = rewrite(contract("        require(x != 0, E(x));\n        return x;"));
  expect(result.decisions).toHaveLength(1);
  expect(result.text).toContain("if (x != 0) {");
  expect(result.text).toContain("revert E(x);");
  const { branches, missing } = measure("C.sol", result, hitsWithout(result.text, "revert"));
  expect(branches).toEqual({ hit: 1, all: 2 });
  expect(missing).toEqual([{ file: "C.sol", line: 5, text: "x != 0", outcome: "fails" }]);
});

it("rewrites an if without an else, one without braces, and one inside another", () => {
  const result = rewrite(
    contract("        if (x > 1) if (x > 2) return 3;\n        else require(x == 2, E(x));\n        return x;"),
  );
  expect(result.decisions.map(({ condition }) => condition)).toEqual(["x > 1", "x > 2", "x == 2"]);
  const all = measure("C.sol", result, hitsWithout(result.text));
  expect(all.branches).toEqual({ hit: 6, all: 6 });
  expect(all.missing).toEqual([]);
});

it("counts lines apart from the lines it added", () => {
  const result = rewrite(contract("        require(x != 0, E(x));\n        return x;"));
  const { lines, missing } = measure("C.sol", result, hitsWithout(result.text, "return x"));
  expect(lines).toEqual({ hit: 0, all: 1 });
  expect(missing.map(({ text, outcome }) => [text, outcome])).toEqual([["return x;", "line"]]);
});

it("leaves a file without decisions as it is, and finds its way among letters of several bytes", () => {
  const plain = contract("        return x; // 符契");
  expect(rewrite(plain).text).toBe(plain);
  const wide = rewrite(contract("        // 符契 −12\n        require(x != 0, E(x));\n        return x;"));
  expect(wide.decisions.map(({ condition, line }) => [condition, line])).toEqual([["x != 0", 6]]);
});
