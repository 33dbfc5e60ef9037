import { useConnection } from "wagmi";
import { Loaded } from "../../app/data/Loaded.tsx";
import { usePolicies } from "../../app/data/queries/policy.ts";
import { useSlicesOf, useTransferOffers } from "../../app/data/queries/slices.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { holdingsOf } from "../../app/holdings/holding.ts";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Holdings } from "./Holdings.tsx";
import { Incoming } from "./Incoming.tsx";
import { Totals } from "./Totals.tsx";
import { useText } from "./text.ts";

/** What the connected company holds and what has arrived for it. */
export function PortfolioScreen() {
  const t = useText();
  const { address } = useConnection();
  const clock = useLedgerClock();
  const policies = usePolicies();
  const slices = useSlicesOf(address);
  const offers = useTransferOffers({ from: address });
  const hasIncoming = (useTransferOffers({ payee: address }).data?.length ?? 0) > 0;
  return (
    <Page title={t("title")} lead={t("lead")}>
      {address && clock && (
        // What waits comes first; that nothing waits can be read last.
        <div className={hasIncoming ? undefined : "order-last"}>
          <Incoming me={address} clock={clock} />
        </div>
      )}
      <Loaded query={slices}>
        {(held) => (
          <Loaded query={offers}>
            {(open) => {
              if (!clock || !policies.data) return <Skeleton label={t("loading")} />;
              const holdings = holdingsOf(held, open, policies.data, clock);
              return (
                <>
                  <Totals holdings={holdings} />
                  <Holdings holdings={holdings} clock={clock} />
                </>
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
