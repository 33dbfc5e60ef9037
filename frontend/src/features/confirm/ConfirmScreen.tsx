import { Link, useParams, useSearch } from "@tanstack/react-router";
import { type Address, type Hex, isHex } from "viem";
import { useConnection } from "wagmi";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useReceivable, useReceivables } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { Callout } from "../../ui/Callout.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { ConfirmDetail } from "./ConfirmDetail.tsx";
import { useText } from "./useText.ts";
import { WaitingInvoices } from "./WaitingInvoices.tsx";

/** The obligor's invoices to confirm; with an id in the address, one of them. */
export function ConfirmScreen() {
  const t = useText();
  const { receivableId } = useParams({ strict: false });
  const { address } = useConnection();
  const clock = useLedgerClock();
  if (!address || !clock) return <Skeleton label={t("title")} />;
  if (receivableId === undefined) return <InvoiceList account={address} clock={clock} />;
  return <InvoicePage id={isHex(receivableId) ? receivableId : "0x"} account={address} clock={clock} />;
}

function InvoiceList({ account, clock }: { account: Address; clock: LedgerClock }) {
  const t = useText();
  const { selected = "" } = useSearch({ from: "/confirm" });
  const waiting = useReceivables({ obligor: account, status: "registered" });
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <Link to="/signed-confirmation" className="text-accent underline">
          {t("sign.submitOne")}
        </Link>
      }
    >
      <Loaded query={waiting}>
        {(receivables) => <WaitingInvoices receivables={receivables} clock={clock} preselected={selected.split(",")} />}
      </Loaded>
    </Page>
  );
}

function InvoicePage({ id, account, clock }: { id: Hex; account: Address; clock: LedgerClock }) {
  const t = useText();
  const { nameOf } = useDirectory();
  const receivable = useReceivable(id);
  const title = receivable.data ? t("detail.title", { supplier: nameOf(receivable.data.creditor) }) : t("title");
  return (
    <Page
      title={title}
      actions={
        <Link to="/confirm" className="text-accent underline">
          {t("detail.back")}
        </Link>
      }
    >
      <Loaded query={receivable}>
        {(row) => {
          if (!row) return <Callout title={t("detail.unknown")}>{t("detail.unknownAdvice")}</Callout>;
          if (row.obligor.toLowerCase() === account.toLowerCase())
            return <ConfirmDetail receivable={row} clock={clock} />;
          const obligor = nameOf(row.obligor);
          return <Callout title={t("detail.notYours")}>{t("detail.notYoursAdvice", { obligor })}</Callout>;
        }}
      </Loaded>
    </Page>
  );
}
