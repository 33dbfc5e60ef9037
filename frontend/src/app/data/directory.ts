import type { Hex } from "viem";
import type { IdentityScheme } from "../../domain/identifiers.ts";
import { isolatedText } from "../../domain/plain-text.ts";

/** Who an account belongs to, as the directory of names tells admitted participants. */
export interface DirectoryEntry {
  account: Hex;
  identity: Hex;
  name: string;
  nameZh: string | null;
  scheme: IdentityScheme;
  number: string;
}

/** The name for a reader of this language, fit to stand in any sentence: nothing invisible, and it turns no writing around. */
export function nameIn(entry: DirectoryEntry, language: string): string {
  return isolatedText((language.startsWith("zh") && entry.nameZh) || entry.name);
}
