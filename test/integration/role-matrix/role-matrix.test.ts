import { type FunctionFragment, Interface } from "ethers";
import { ILedger__factory } from "../../../types/contracts/index.js";
import { itHasRows } from "./matrix.ts";
import { type Scene, setScene } from "./scene.ts";
import { TABLE } from "./table.ts";

const functions = new Interface(ILedger__factory.abi);

/** A batch of confirmations does not fail; it says what was refused. */
function refusalInside(fragment: FunctionFragment, returned: string): string {
  if (fragment.name !== "confirmMany") return "0x";
  const [[refusal]] = functions.decodeFunctionResult(fragment, returned);
  return refusal;
}

describe("Role matrix of the ledger", () => {
  let scene: Scene;
  before(async () => {
    scene = await setScene();
  });

  itHasRows({ functions, table: TABLE, target: ({ net }) => net.ledger, refusalInside }, () => scene);
});
