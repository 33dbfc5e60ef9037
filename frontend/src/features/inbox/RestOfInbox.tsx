import { type ReactNode, useRef } from "react";
import type { Inbox, Whose } from "./inbox.ts";
import type { InboxItem } from "./item.ts";
import { useExposureItems, useLendingItems, useProgrammeItems } from "./useDeskItems.ts";
import { useOfficeItems } from "./useOfficeItems.ts";

interface RestOfInboxProps extends Whose {
  children: (rest: Inbox) => ReactNode;
}

/** What the desks and the offices add to the inbox: loaded after the main job's part, which everybody waits for. */
export function RestOfInbox({ children, ...whose }: RestOfInboxProps) {
  const parts = [useLendingItems(whose), useProgrammeItems(whose), useExposureItems(whose), useOfficeItems(whose)];
  // While one query waits for another's answer, what was known stays.
  const last = useRef<InboxItem[] | undefined>(undefined);
  if (parts.every(({ data }) => data !== undefined)) last.current = parts.flatMap(({ data }) => data ?? []);
  return children({
    data: last.current,
    error: parts.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all(parts.map(({ refetch }) => refetch())),
  });
}
