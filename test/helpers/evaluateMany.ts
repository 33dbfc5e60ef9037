import type { FunctionFragment, Provider } from "ethers";
import type { ArithmeticHarness } from "../../types/contracts/index.js";

const HEX_OF_WORD = 64;
/** Words of an answer: 0 or an error's selector, then at most three values. */
const ANSWER = 4;
/** So many calls fit into the gas of one block. */
const AT_ONCE = 2_000;
const PANIC = 0x4e487b71n;

/**
 * Evaluates one of the harness's functions for many inputs, thousands in one call.
 * @returns for each input "1,2", what it returned, or "Error_Name(1,2)", what it reverted with.
 */
export async function evaluateMany(
  harness: ArithmeticHarness,
  name: string,
  inputs: readonly (readonly bigint[])[],
): Promise<string[]> {
  const fragment = harness.interface.getFunction(name as "discount");
  const outcomes: string[] = [];
  for (let i = 0; i < inputs.length; i += AT_ONCE) {
    outcomes.push(...(await evaluate(harness, fragment, inputs.slice(i, i + AT_ONCE))));
  }
  return outcomes;
}

async function evaluate(
  harness: ArithmeticHarness,
  { selector, inputs: parameters, outputs }: FunctionFragment,
  inputs: readonly (readonly bigint[])[],
): Promise<string[]> {
  const words = `0x${inputs.map((values) => values.map(toHex).join("")).join("")}`;
  const data = harness.interface.encodeFunctionData("evaluate", [selector, parameters.length, words]);
  const provider = harness.runner?.provider as Provider;
  // Decoded by hand: ethers takes a minute for what is a second's work. Two words say where the array begins and how long it is.
  const answers = (await provider.call({ to: await harness.getAddress(), data })).slice(2 + 2 * HEX_OF_WORD);
  return inputs.map((_, row) => {
    const word = (i: number) => BigInt(`0x${answers.substr((row * ANSWER + i) * HEX_OF_WORD, HEX_OF_WORD)}`);
    const values = (count: number) => Array.from({ length: count }, (_, i) => word(i + 1)).join();
    const kind = word(0);
    if (kind === 0n) return values(outputs.length);
    if (kind === PANIC) return `Panic(${values(1)})`;
    const error = harness.interface.getError(`0x${kind.toString(16).padStart(8, "0")}`);
    return `${error?.name ?? kind}(${values(error?.inputs.length ?? ANSWER - 1)})`;
  });
}

/** As a word of 256 bits, negative numbers in two's complement. */
function toHex(value: bigint): string {
  return BigInt.asUintN(256, value).toString(16).padStart(HEX_OF_WORD, "0");
}
