import type { Hex } from "viem";
import { identityHash } from "../../../frontend/src/domain/identifiers.ts";
import type { Actor } from "../../../scripts/demo/actors.ts";

/** Who plays at the desks. The obligor, made one for it, owes nothing else: its default stops nobody. */
export const BANK = "yuzhong";
export const SELLER = "huaxin";
export const OBLIGOR = "jiulong";

export function identityOf({ company }: Actor): Hex {
  return identityHash(company.scheme, company.number);
}
