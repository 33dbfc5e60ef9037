import type { Role } from "../../../../frontend/src/domain/roles.ts";

/** An organisation of the year. Its number is fictional. */
export interface Player {
  key: string;
  role: Role;
  /** 1 to 4 for suppliers, by how far they are from the core enterprises; 0 for others. */
  tier: number;
  /** Receives slices at once; the others accept each of them. */
  consents: boolean;
  /** VAT number. */
  number: string;
  /** Index among the accounts of the local chain's mnemonic. */
  account: number;
}

export const OBLIGORS = ["obligor-1", "obligor-2", "obligor-3"] as const;
export const BANKS = ["bank-1", "bank-2", "bank-3", "bank-4"] as const;
export type Obligor = (typeof OBLIGORS)[number];
export type Bank = (typeof BANKS)[number];

const SUPPLIERS_BY_TIER = [8, 12, 12, 8];
/** One supplier in so many wants to accept each slice itself. */
const EXPLICIT = 4;

/** Operator and supervisor, core enterprises, banks, then suppliers tier by tier. */
export const CAST: readonly Player[] = [
  ...named("operator", ["operator"]),
  ...named("supervisor", ["supervisor"]),
  ...named("obligor", OBLIGORS),
  ...named("bank", BANKS),
  ...SUPPLIERS_BY_TIER.flatMap((count, i) => suppliers(i + 1, count)),
].map((player, account) => ({ ...player, number: `CN${String(7_000_001 + account)}`, account }));

export const SUPPLIERS = CAST.filter(({ role }) => role === "supplier");

export function suppliersOf(tier: number): string[] {
  return SUPPLIERS.filter((each) => each.tier === tier).map(({ key }) => key);
}

function named(role: Role, keys: readonly string[]): Omit<Player, "number" | "account">[] {
  return keys.map((key) => ({ key, role, tier: 0, consents: role === "bank" }));
}

function suppliers(tier: number, count: number): Omit<Player, "number" | "account">[] {
  return Array.from({ length: count }, (_, i) => ({
    key: `supplier-${tier}-${i + 1}`,
    role: "supplier" as const,
    tier,
    consents: i % EXPLICIT !== EXPLICIT - 1,
  }));
}
