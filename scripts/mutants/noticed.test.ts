import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Noticed } from "./noticed.ts";

const TESTS = ["test/a.test.ts", "test/b.test.ts", "test/settlement-desk.test.ts"];
const mutant = (name: string, file = "contracts/Other.sol") => ({ name, file, line: 1, places: [] });

describe("Noticed", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "noticed-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("puts the tests named like the contract first", () => {
    const order = new Noticed(join(folder, "n.json")).order(TESTS, mutant("m", "contracts/desks/SettlementDesk.sol"));
    expect(order[0]).toBe("test/settlement-desk.test.ts");
    expect([...order].sort()).toEqual(TESTS);
  });

  it("puts first what noticed others of the same file, and before it what noticed this one in an earlier run", () => {
    const path = join(folder, "deep/n.json");
    const earlier = new Noticed(path);
    earlier.add(mutant("m"), "test/settlement-desk.test.ts");
    earlier.save();
    const noticed = new Noticed(path);
    noticed.add(mutant("n"), "test/b.test.ts");
    expect(noticed.order(TESTS, mutant("m"))).toEqual([
      "test/settlement-desk.test.ts",
      "test/b.test.ts",
      "test/a.test.ts",
    ]);
  });
});
