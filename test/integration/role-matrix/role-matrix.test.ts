import { expect } from "chai";
import { type FunctionFragment, Interface } from "ethers";
import { ILedger__factory, Ledger__factory } from "../../../types/contracts/index.js";
import type { Caller } from "./callers.ts";
import { type Scene, setScene } from "./scene.ts";
import { type Row, TABLE } from "./table.ts";

const interfaces = [new Interface(ILedger__factory.abi), new Interface(Ledger__factory.abi)] as const;

/** Every function of the ledger that changes state, from its ABI. */
function changingFunctions(): FunctionFragment[] {
  const found: FunctionFragment[] = [];
  interfaces[0].forEachFunction((fragment) => {
    if (!fragment.constant) found.push(fragment);
  });
  return found;
}

function rowOf(fragment: FunctionFragment): Row | undefined {
  return TABLE[fragment.name] ?? TABLE[fragment.format("sighash")];
}

/** Asks the chain, without changing it, what would happen. @returns the custom error's name, or null. */
async function outcome(scene: Scene, fragment: FunctionFragment, row: Row, caller: Caller): Promise<string | null> {
  const own = scene.belongings.get(caller.label);
  if (!own) throw new Error(`${caller.label} has no part in the scene`);
  const { ledger, ethers } = scene.net;
  const data = interfaces[0].encodeFunctionData(fragment, [...row.args(scene, caller, own)]);
  const call = { from: caller.address, to: await ledger.getAddress(), data };
  try {
    return refusalInside(fragment, await ethers.provider.call(call));
  } catch (error) {
    return errorName(dataOf(error));
  }
}

/** A batch of confirmations does not fail; it says what was refused. */
function refusalInside(fragment: FunctionFragment, returned: string): string | null {
  if (fragment.name !== "confirmMany") return null;
  const [[refusal]] = interfaces[0].decodeFunctionResult(fragment, returned);
  return refusal === "0x" ? null : errorName(refusal);
}

function dataOf(error: unknown): string {
  if (error instanceof Error && "data" in error && typeof error.data === "string") return error.data;
  throw error;
}

function errorName(data: string): string {
  for (const known of interfaces) {
    const parsed = known.parseError(data);
    if (parsed) return parsed.name;
  }
  return `an unknown error: ${data}`;
}

describe("Role matrix of the ledger", () => {
  let scene: Scene;
  before(async () => {
    scene = await setScene();
  });

  it("has a row for every function that changes state, and for nothing else", () => {
    const functions = changingFunctions();
    const missing = functions.filter((fragment) => !rowOf(fragment)).map((fragment) => fragment.format("sighash"));
    expect(missing, "functions without a row").to.deep.equal([]);
    const names = new Set(functions.flatMap((fragment) => [fragment.name, fragment.format("sighash")]));
    expect(
      Object.keys(TABLE).filter((key) => !names.has(key)),
      "rows without a function",
    ).to.deep.equal([]);
  });

  for (const fragment of changingFunctions()) {
    it(`${fragment.format("sighash")}: who may, and with what error the others may not`, async () => {
      const row = rowOf(fragment);
      if (!row) throw new Error("no row");
      const actual: Record<string, string | null> = {};
      const expected: Record<string, string | null> = {};
      for (const caller of scene.everybody) {
        actual[caller.label] = await outcome(scene, fragment, row, caller);
        expected[caller.label] = row.refusal(caller);
      }
      expect(actual).to.deep.equal(expected);
    });
  }
});
