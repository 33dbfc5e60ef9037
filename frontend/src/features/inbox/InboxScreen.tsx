import { lazy, Suspense } from "react";
import type { Address } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMe } from "../../app/session/useMe.ts";
import type { Role } from "../../domain/roles.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { InboxList } from "./InboxList.tsx";
import { useInbox } from "./useInbox.ts";
import { useText } from "./useText.ts";

/** Only those who watch the whole ledger need its alerts and the words for its history. */
const NewAlerts = lazy(async () => ({ default: (await import("./NewAlerts.tsx")).NewAlerts }));
const RecentSteps = lazy(async () => ({ default: (await import("./RecentSteps.tsx")).RecentSteps }));

/** Where everybody begins: what waits for them, by urgency. */
export function InboxScreen() {
  const t = useText();
  const { account, roles } = useMe();
  const clock = useLedgerClock();
  const { nameOf } = useDirectory();
  const watches = roles.includes("supervisor") || roles.includes("operator");
  return (
    <Page title={t("title")} lead={account && t("lead", { name: nameOf(account) })}>
      {account && clock ? (
        <>
          <Waiting account={account} roles={roles} clock={clock} />
          {watches && (
            <Suspense fallback={<Skeleton label={t("recent.title")} />}>
              {roles.includes("supervisor") && <NewAlerts timestamp={clock.timestamp} />}
              <RecentSteps utcOffsetHours={clock.policy.utcOffsetHours} />
            </Suspense>
          )}
        </>
      ) : (
        <Skeleton label={t("title")} />
      )}
    </Page>
  );
}

interface WaitingProps {
  account: Address;
  roles: readonly Role[];
  clock: LedgerClock;
}

function Waiting({ account, roles, clock }: WaitingProps) {
  const t = useText();
  const inbox = useInbox(account, roles, clock);
  return (
    <Loaded query={inbox}>
      {(items) =>
        items.length > 0 ? (
          <InboxList items={items} />
        ) : (
          <EmptyState title={t("empty.title")}>
            {roles.map((role) => (
              <p key={role}>{t(`empty.${role}`)}</p>
            ))}
          </EmptyState>
        )
      }
    </Loaded>
  );
}
