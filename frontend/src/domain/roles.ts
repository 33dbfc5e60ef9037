/** Bits of a participant's roles, as the ledger keeps them. */
export const ROLE_BITS = { obligor: 1, supplier: 2, bank: 4, supervisor: 8, operator: 16 } as const;

export type Role = keyof typeof ROLE_BITS;

const ROLES: readonly Role[] = ["obligor", "supplier", "bank", "supervisor", "operator"];

export function rolesFromBits(bits: number): Role[] {
  return ROLES.filter((role) => (bits & ROLE_BITS[role]) !== 0);
}

export function bitsFromRoles(roles: readonly Role[]): number {
  return roles.reduce((bits, role) => bits | ROLE_BITS[role], 0);
}
