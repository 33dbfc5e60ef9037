import { Link, useSearch } from "@tanstack/react-router";
import { useConnection } from "wagmi";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useTransferOffers } from "../../app/data/queries/slices.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useHoldings } from "../../app/holdings/useHoldings.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Holdings } from "./Holdings.tsx";
import { Incoming } from "./Incoming.tsx";
import { PortfolioViews } from "./PortfolioViews.tsx";
import { LateCallout } from "./receipts/LateCallout.tsx";
import { ReceiptsView } from "./receipts/ReceiptsView.tsx";
import { Totals } from "./Totals.tsx";
import { useText } from "./text.ts";

/** What the connected company holds, what has arrived for it, and what it will receive. */
export function PortfolioScreen() {
  const t = useText();
  const { view } = useSearch({ from: "/slices" });
  const holdings = useHoldings();
  const hasFree = holdings.data?.holdings.some(({ state }) => state === "free") ?? false;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        hasFree && (
          <Link to="/pay-suppliers" className={buttonClass("primary")}>
            {t("paySuppliers")}
          </Link>
        )
      }
    >
      <PortfolioViews />
      {view === "receipts" ? (
        <Loaded query={holdings}>{(data) => <ReceiptsView {...data} />}</Loaded>
      ) : (
        <>
          <Arrived />
          <Loaded query={holdings}>
            {(data) => (
              <>
                <LateCallout {...data} />
                <Totals holdings={data.holdings} />
                <Holdings {...data} />
              </>
            )}
          </Loaded>
        </>
      )}
    </Page>
  );
}

/** What waits comes first; that nothing waits can be read last. */
function Arrived() {
  const { address } = useConnection();
  const clock = useLedgerClock();
  const hasIncoming = (useTransferOffers({ payee: address }).data?.length ?? 0) > 0;
  if (!address || !clock) return null;
  return (
    <div className={hasIncoming ? undefined : "order-last"}>
      <Incoming me={address} clock={clock} />
    </div>
  );
}
