import { useParams } from "@tanstack/react-router";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useNetwork } from "../../app/data/queries/supervision.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useOrganisationName } from "../../app/data/useOrganisationName.ts";
import { endOfDay } from "../../domain/day-count.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { NetworkGraph } from "./NetworkGraph.tsx";
import { useText } from "./text.ts";

/** A company's network: with whom it has dealt, and they with others. */
export function NetworkScreen() {
  const t = useText();
  const { identity } = useParams({ from: "/supervise/network/$identity" });
  const clock = useLedgerClock();
  const nameOf = useOrganisationName();
  const until = clock && endOfDay(clock.today, clock.policy.utcOffsetHours);
  const network = useNetwork(identity, until);
  return (
    <Page title={t("network.title", { name: nameOf(identity) })} lead={t("network.lead")}>
      {clock ? (
        <Loaded query={network}>
          {(whole) =>
            whole.edges.length === 0 ? (
              <EmptyState title={t("network.none.title")}>{t("network.none.text")}</EmptyState>
            ) : (
              <NetworkGraph key={identity} identity={identity} whole={whole} clock={clock} />
            )
          }
        </Loaded>
      ) : (
        <Skeleton label={t("network.title", { name: nameOf(identity) })} />
      )}
    </Page>
  );
}
