import { ROLE_BITS } from "../../domain/roles.ts";
import type { Participant } from "../data/queries/participants.ts";

const HOLDING_ROLES = ROLE_BITS.obligor | ROLE_BITS.supplier | ROLE_BITS.bank;

export interface Payee {
  account: string;
  standingConsent: boolean;
  mayReceive: boolean;
}

/** Who may hold slices; among them who may not receive today. */
export function payeesFrom(
  participants: readonly Participant[],
  today: number,
  { consentAllowed }: { consentAllowed: boolean },
): Payee[] {
  return participants
    .filter(({ roles }) => (roles & HOLDING_ROLES) !== 0)
    .map(({ account, standingConsent, suspended, replaced, kycUntil }) => ({
      account,
      standingConsent: standingConsent && consentAllowed,
      mayReceive: !suspended && !replaced && today <= kycUntil,
    }));
}
