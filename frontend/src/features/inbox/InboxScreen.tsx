import { lazy, Suspense } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMe } from "../../app/session/useMe.ts";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useText } from "./useText.ts";
import { Waiting } from "./Waiting.tsx";

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
          <Waiting key={account} account={account} roles={roles} clock={clock} />
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
