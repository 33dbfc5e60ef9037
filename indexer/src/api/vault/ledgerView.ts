import type { Hex } from "viem";
import { ROLE_BITS, type Role } from "../../../../frontend/src/domain/roles.ts";
import { notParticipant } from "./refusal.ts";

export interface ParticipantView {
  account: Hex;
  identity: Hex;
  roles: number;
  suspended: boolean;
  replaced: boolean;
}

export interface ReceivableView {
  obligorIdentity: Hex;
  creditorIdentity: Hex;
  status: string;
  documentRoot: Hex;
}

/** What the vault has to know of the ledger before it opens. Accounts and ids in lower case. */
export interface LedgerView {
  participant(account: Hex): Promise<ParticipantView | null>;
  /** The account in force of an organisation. */
  participantOf(identity: Hex): Promise<ParticipantView | null>;
  /** Every account an organisation ever had, with its identity; the one in force comes last. */
  accounts(): Promise<{ account: Hex; identity: Hex }[]>;
  receivable(id: Hex): Promise<ReceivableView | null>;
  /** The organisation holds a live slice of the receivable, whatever account it is still on. */
  isHolder(identity: Hex, receivableId: Hex): Promise<boolean>;
  /** The organisation has ever held a slice of it, or was offered one. */
  wasPayee(identity: Hex, receivableId: Hex): Promise<boolean>;
}

export function hasRole({ roles }: ParticipantView, role: Role): boolean {
  return (roles & ROLE_BITS[role]) !== 0;
}

/** @throws Refusal unless the account is admitted, not suspended and not replaced. */
export async function requireActive(ledger: LedgerView, account: Hex): Promise<ParticipantView> {
  const found = await ledger.participant(account);
  if (!found || found.roles === 0 || found.suspended || found.replaced) throw notParticipant();
  return found;
}
