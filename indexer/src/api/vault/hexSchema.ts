import type { Hex } from "viem";
import { z } from "zod";

/** So many bytes in hex, made lower case as the index keeps them. */
export function hex(bytes: number) {
  return z
    .string()
    .regex(new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`), `Expected ${bytes} bytes in hex.`)
    .transform((text): Hex => `0x${text.slice(2).toLowerCase()}`);
}

export const accountSchema = hex(20);
export const receivableIdSchema = hex(24);
