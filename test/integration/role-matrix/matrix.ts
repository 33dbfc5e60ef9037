import { expect } from "chai";
import { type Addressable, type FunctionFragment, Interface } from "ethers";
import { ILedger__factory, Ledger__factory, TestToken__factory } from "../../../types/contracts/index.js";
import type { Network } from "../../helpers/network.ts";
import type { Caller } from "./callers.ts";

/** What a matrix is asked of: a network, everybody, and what each of them has. */
interface Stage<Own> {
  net: Network;
  everybody: readonly Caller[];
  belongings: ReadonlyMap<string, Own>;
}

/** One function: what it is called with, and the custom error that the caller gets; null where it may. */
export interface Row<Scene, Own> {
  args: (scene: Scene, caller: Caller, own: Own) => readonly unknown[] | Promise<readonly unknown[]>;
  refusal: (caller: Caller) => string | null;
  /** Who calls, where the one asked about is the other party. */
  from?: (scene: Scene) => string;
}

/** By name or signature; a second row of a function has a word more: "claim", "claim for another". */
export type Table<Scene, Own> = Readonly<Record<string, Row<Scene, Own>>>;

interface Matrix<Scene, Own> {
  functions: Interface;
  table: Table<Scene, Own>;
  target: (scene: Scene) => Addressable | string;
  /** The error in what a function returned that does not fail itself, or 0x. */
  refusalInside?: (fragment: FunctionFragment, returned: string) => string;
}

/** Errors of whatever a call can reach. */
const REACHED = [ILedger__factory, Ledger__factory, TestToken__factory].map(({ abi }) => new Interface(abi));

/** Tests of every function that changes state, from the ABI: a row for each, and each row for everybody. */
export function itHasRows<Own, Scene extends Stage<Own>>(matrix: Matrix<Scene, Own>, load: () => Scene): void {
  const { functions, table } = matrix;
  const changing: FunctionFragment[] = [];
  functions.forEachFunction((fragment) => {
    if (!fragment.constant) changing.push(fragment);
  });
  const rowsOf = (fragment: FunctionFragment) =>
    Object.entries(table).filter(([key]) =>
      [fragment.name, fragment.format("sighash")].includes(key.split(" ")[0] ?? ""),
    );

  it("has a row for every function that changes state, and for nothing else", () => {
    const missing = changing.filter((fragment) => rowsOf(fragment).length === 0);
    expect(
      missing.map((fragment) => fragment.format("sighash")),
      "functions without a row",
    ).to.deep.equal([]);
    const used = new Set(changing.flatMap((fragment) => rowsOf(fragment).map(([key]) => key)));
    expect(
      Object.keys(table).filter((key) => !used.has(key)),
      "rows without a function",
    ).to.deep.equal([]);
  });

  for (const fragment of changing) {
    for (const [key, row] of rowsOf(fragment)) {
      it(`${key}: who may, and with what error the others may not`, async () => {
        const scene = load();
        const actual: Record<string, string | null> = {};
        const expected: Record<string, string | null> = {};
        for (const caller of scene.everybody) {
          actual[caller.label] = await outcome(scene, matrix, fragment, row, caller);
          expected[caller.label] = row.refusal(caller);
        }
        expect(actual).to.deep.equal(expected);
      });
    }
  }
}

/** The same call as the only one of a multicall: it meets the same doors. */
export function inside<Scene, Own>(functions: Interface, name: string, row: Row<Scene, Own> | undefined) {
  if (!row) throw new Error(`${name} has no row`);
  const args: Row<Scene, Own>["args"] = async (...asked) => [
    [functions.encodeFunctionData(name, [...(await row.args(...asked))])],
  ];
  return { ...row, args };
}

/** Asks the chain, without changing it, what would happen. @returns the custom error's name, or null. */
async function outcome<Own, Scene extends Stage<Own>>(
  scene: Scene,
  { functions, target, refusalInside }: Matrix<Scene, Own>,
  fragment: FunctionFragment,
  row: Row<Scene, Own>,
  caller: Caller,
): Promise<string | null> {
  const own = scene.belongings.get(caller.label);
  if (!own) throw new Error(`${caller.label} has no part in the scene`);
  const data = functions.encodeFunctionData(fragment, [...(await row.args(scene, caller, own))]);
  const call = { from: row.from?.(scene) ?? caller.address, to: target(scene), data };
  const errors = [functions, ...REACHED];
  try {
    const returned = await scene.net.ethers.provider.call(call);
    const refusal = refusalInside?.(fragment, returned) ?? "0x";
    return refusal === "0x" ? null : errorName(errors, refusal);
  } catch (error) {
    return errorName(errors, dataOf(error));
  }
}

function dataOf(error: unknown): string {
  if (error instanceof Error && "data" in error && typeof error.data === "string") return error.data;
  throw error;
}

function errorName(errors: readonly Interface[], data: string): string {
  for (const known of errors) {
    const parsed = known.parseError(data);
    if (parsed) return parsed.name;
  }
  return `an unknown error: ${data}`;
}
