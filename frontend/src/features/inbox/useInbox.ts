import type { Address } from "viem";
import { useStandingOffers } from "../../app/data/queries/offers.ts";
import { useParticipant, useParticipants } from "../../app/data/queries/participants.ts";
import { type ReceivableRow, useReceivables } from "../../app/data/queries/receivables.ts";
import { useSlicesOf, useTransferOffers } from "../../app/data/queries/slices.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Role } from "../../domain/roles.ts";
import { bankItems, byUrgency, checkItems, type InboxItem, obligorItems, supplierItems } from "./items.ts";

interface Inbox {
  data: InboxItem[] | undefined;
  error: Error | null;
  refetch: () => void;
}

const HOLDERS: readonly Role[] = ["obligor", "supplier", "bank"];

/** What waits for a participant in all of its roles; only what those need is read. */
export function useInbox(account: Address, roles: readonly Role[], { timestamp, today, policy }: LedgerClock): Inbox {
  const is = (...wanted: Role[]) => wanted.some((role) => roles.includes(role));
  const holder = is(...HOLDERS) ? account : undefined;
  const identity = useParticipant(account).data?.identity;
  const owed = useReceivables(
    { obligorIdentity: identity, status: ["registered", "confirmed"] },
    is("obligor") && identity !== undefined,
  );
  const registered = useReceivables({ creditor: account, status: ["registered", "refused"] }, is("supplier"));
  const offered = useTransferOffers({ payee: holder });
  const held = useSlicesOf(holder);
  const offers = useStandingOffers({ bank: account }, is("bank"));
  const participants = useParticipants();

  const needed = [
    ...(is("obligor") ? [owed] : []),
    ...(is("supplier") ? [registered] : []),
    ...(holder ? [offered, held] : []),
    ...(is("bank") ? [offers] : []),
    participants,
  ];
  const refetch = () => void Promise.all(needed.map((query) => query.refetch()));
  const error = needed.find((query) => query.error)?.error ?? null;
  if (needed.some((query) => query.data === undefined)) return { data: undefined, error, refetch };

  const now = { timestamp, today, utcOffsetHours: policy.utcOffsetHours };
  const mine = { offered: offered.data ?? [], registered: registered.data ?? [] };
  const items = [
    ...obligorItems(askedOf(account, owed.data ?? []), now),
    ...supplierItems({ ...mine, held: is("supplier") ? (held.data ?? []) : [] }, now),
    ...bankItems(offers.data ?? [], held.data ?? [], now),
    ...(is("operator", "supervisor") ? checkItems(participants.data ?? [], now) : []),
  ];
  return { data: byUrgency(items), error, refetch };
}

/** A confirmation is asked of the account that was named; payment of the organisation, whatever its account is now. */
function askedOf(account: Address, owed: readonly ReceivableRow[]): ReceivableRow[] {
  return owed.filter(({ status, obligor }) => status !== "registered" || obligor === account.toLowerCase());
}
