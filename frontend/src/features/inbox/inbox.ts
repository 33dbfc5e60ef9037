import type { Address } from "viem";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Role } from "../../domain/roles.ts";
import type { InboxItem, Now } from "./item.ts";

/** What the queries of an inbox gave so far. */
export interface Inbox {
  data: InboxItem[] | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** Whose inbox it is, and when. */
export interface Whose {
  account: Address;
  roles: readonly Role[];
  clock: LedgerClock;
}

interface Query {
  data: unknown;
  error: Error | null;
  refetch: () => Promise<unknown>;
}

/** @param items Called once all that is needed has been read. */
export function inboxOf(needed: readonly Query[], items: () => InboxItem[]): Inbox {
  return {
    data: needed.every(({ data }) => data !== undefined) ? items() : undefined,
    error: needed.find((query) => query.error)?.error ?? null,
    refetch: () => Promise.all(needed.map((query) => query.refetch())),
  };
}

export function nowOf({ timestamp, today, policy }: LedgerClock): Now {
  return { timestamp, today, utcOffsetHours: policy.utcOffsetHours };
}
