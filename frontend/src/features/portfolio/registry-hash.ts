import { type Hex, keccak256, stringToBytes } from "viem";
import { foldText } from "../../domain/fold-text.ts";

/** The movable-property registry's number as the chain keeps it; however it is typed, the hash is the same. */
export function registryHash(number: string): Hex {
  return keccak256(stringToBytes(`tallystick.registry.v1|${foldText(number)}`));
}
