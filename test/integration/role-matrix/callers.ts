import { id as hashOf, Wallet } from "ethers";

export const HOLDING: ReadonlySet<string> = new Set(["obligor", "supplier", "bank"]);

const ROLES = { obligor: 1, supplier: 2, bank: 4, supervisor: 8, operator: 16 } as const;
const STATES = ["in good standing", "suspended", "expired"] as const;
/** Roles of the AccessManager. */
export const OFFICER_ROLE = { ADMIN: 0, OPERATOR: 1, GOVERNOR: 2, GUARDIAN: 3, SUPERVISOR: 4 } as const;

type RoleName = keyof typeof ROLES;
export type Office = keyof typeof OFFICER_ROLE;

/** Somebody who tries a function: a participant in a state, an officer of the AccessManager, or a stranger. */
export interface Caller {
  label: string;
  address: string;
  /** Its key, with which it signs. */
  wallet: Wallet;
  role: number | null;
  roleName: RoleName | "none";
  state: (typeof STATES)[number] | null;
  office: Office | null;
}

export function callers(): Caller[] {
  const participants = Object.entries(ROLES).flatMap(([name, role]) =>
    STATES.map((state) => ({ ...caller(`${name} ${state}`), role, roleName: name as RoleName, state })),
  );
  const officers = Object.keys(OFFICER_ROLE).map((office) => ({
    ...caller(`officer ${office}`),
    office: office as Office,
  }));
  return [...participants, ...officers, caller("stranger")];
}

function caller(label: string): Caller {
  const wallet = new Wallet(hashOf(label));
  return { label, address: wallet.address, wallet, role: null, roleName: "none", state: null, office: null };
}
