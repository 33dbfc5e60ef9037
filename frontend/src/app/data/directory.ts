import type { Hex } from "viem";
import type { IdentityScheme } from "../../domain/identifiers.ts";

/** Who an account belongs to, as the directory of names tells admitted participants. */
export interface DirectoryEntry {
  account: Hex;
  identity: Hex;
  name: string;
  nameZh: string | null;
  scheme: IdentityScheme;
  number: string;
}

/** The name for a reader of this language. */
export function nameIn(entry: DirectoryEntry, language: string): string {
  return (language.startsWith("zh") && entry.nameZh) || entry.name;
}
