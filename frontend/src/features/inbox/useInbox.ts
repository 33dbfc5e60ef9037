import type { Address } from "viem";
import { useStandingOffers } from "../../app/data/queries/offers.ts";
import { useParticipant, useParticipants } from "../../app/data/queries/participants.ts";
import { usePolicies } from "../../app/data/queries/policy.ts";
import { type ReceivableRow, useReceivables } from "../../app/data/queries/receivables.ts";
import { useSlicesOf, useTransferOffers } from "../../app/data/queries/slices.ts";
import type { Role } from "../../domain/roles.ts";
import { acceptItems, dueItems, registrationItems, registryItems } from "./holder-items.ts";
import { type Inbox, inboxOf, nowOf, type Whose } from "./inbox.ts";
import { byUrgency } from "./item.ts";
import { obligorItems } from "./obligor-items.ts";
import { standingOfferItems } from "./offer-items.ts";
import { checkItems } from "./office-items.ts";
import { rulesIn } from "./rules.ts";

const HOLDERS: readonly Role[] = ["obligor", "supplier", "bank"];

/** The main job's part of what waits, in all of a participant's roles; only what those need is read. */
export function useInbox({ account, roles, clock }: Whose): Inbox {
  const is = (...wanted: Role[]) => wanted.some((role) => roles.includes(role));
  const holder = is(...HOLDERS) ? account : undefined;
  const identity = useParticipant(account).data?.identity;
  const owed = useReceivables(
    { obligorIdentity: identity, status: ["registered", "confirmed", "defaulted"] },
    is("obligor") && identity !== undefined,
  );
  const registered = useReceivables({ creditor: account, status: ["registered", "refused"] }, is("supplier"));
  const offered = useTransferOffers({ payee: holder });
  const held = useSlicesOf(holder);
  const offers = useStandingOffers({ bank: account }, is("bank"));
  const participants = useParticipants();
  const policies = usePolicies();

  const needed = [
    ...(is("obligor") ? [owed] : []),
    ...(is("supplier") ? [registered] : []),
    ...(holder ? [offered, held] : []),
    ...(is("bank") ? [offers] : []),
    ...[participants, policies],
  ];
  return inboxOf(needed, () => {
    const now = nowOf(clock);
    const rulesOf = rulesIn(policies.data ?? [], clock.policy);
    const mine = held.data ?? [];
    return byUrgency([
      ...obligorItems(askedOf(account, owed.data ?? []), rulesOf, now),
      ...acceptItems(offered.data ?? [], now),
      ...registrationItems(registered.data ?? [], now),
      ...(is("supplier") ? registryItems(mine, now) : []),
      ...(is("supplier", "bank") ? dueItems(mine, rulesOf, now) : []),
      ...standingOfferItems(offers.data ?? [], now),
      ...(is("operator", "supervisor") ? checkItems(participants.data ?? [], now) : []),
    ]);
  });
}

/** A confirmation is asked of the account that was named; payment of the organisation, whatever its account is now. */
function askedOf(account: Address, owed: readonly ReceivableRow[]): ReceivableRow[] {
  return owed.filter(({ status, obligor }) => status !== "registered" || obligor === account.toLowerCase());
}
