import { useState } from "react";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useMe } from "../../app/session/useMe.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Card } from "../../ui/Card.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Party } from "../../ui/Party.tsx";
import { Section } from "../../ui/Section.tsx";
import { ConfirmReview } from "./ConfirmReview.tsx";
import { DocumentCallout } from "./DocumentCallout.tsx";
import { InvoiceFacts } from "./InvoiceFacts.tsx";
import { NotWaiting } from "./NotWaiting.tsx";
import { RefuseReview } from "./RefuseReview.tsx";
import { SignReview } from "./SignReview.tsx";
import { useDocumentCheck } from "./useDocumentCheck.ts";
import { useText } from "./useText.ts";

interface ConfirmDetailProps {
  receivable: ReceivableRow;
  clock: LedgerClock;
}

/** One registered invoice: what it says, whether that is what would be signed, and the obligor's answer. */
export function ConfirmDetail({ receivable, clock }: ConfirmDetailProps) {
  const t = useText();
  const [asked, setAsked] = useState<"confirm" | "refuse" | "sign" | null>(null);
  const document = useDocumentCheck(receivable);
  const isStopped = useMe().participant?.overdue === true && clock.policy.stopIssuance;
  const isOpen = receivable.status === "registered" && receivable.dueDay > clock.today;
  const invoice = document.state === "matches" || document.state === "blocked" ? document.invoice : null;
  const openOr = (which: "confirm" | "refuse") => (open: boolean) => setAsked(open ? which : null);
  return (
    <>
      {isOpen ? <DocumentCallout document={document} /> : <NotWaiting receivable={receivable} clock={clock} />}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section title={t("detail.onChain")}>
          <Card>
            <Registration receivable={receivable} clock={clock} />
          </Card>
        </Section>
        {invoice && (
          <Section title={t("detail.invoice")}>
            <Card>
              <InvoiceFacts invoice={invoice} />
            </Card>
          </Section>
        )}
      </div>
      {isOpen && isStopped && (
        <Callout tone="danger" title={t("detail.stopped")}>
          {t("detail.stoppedAdvice")}
        </Callout>
      )}
      {isOpen && (
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setAsked("refuse")}>{t("detail.refuse")}</Button>
          <Button disabled={document.state !== "matches" || isStopped} onClick={() => setAsked("sign")}>
            {t("detail.sign")}
          </Button>
          <Button
            variant="primary"
            disabled={document.state !== "matches" || isStopped}
            onClick={() => setAsked("confirm")}
          >
            {t("detail.confirm")}
          </Button>
        </div>
      )}
      <ConfirmReview
        receivable={receivable}
        policy={clock.policy}
        open={asked === "confirm"}
        onOpenChange={openOr("confirm")}
      />
      {asked === "sign" && <SignReview receivable={receivable} clock={clock} onClose={() => setAsked(null)} />}
      <RefuseReview receivable={receivable} open={asked === "refuse"} onOpenChange={openOr("refuse")} />
    </>
  );
}

function Registration({ receivable, clock }: ConfirmDetailProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { findName } = useDirectory();
  const { creditor, face, currency, dueDay, documentRoot, registeredAt } = receivable;
  const daysLeft = dueDay - clock.today;
  const due =
    daysLeft > 0 ? `${format.day(dueDay)} · ${t("detail.daysLeft", { count: daysLeft })}` : format.day(dueDay);
  return (
    <DescriptionList
      facts={[
        { label: t("detail.amount"), value: <Amount strong text={money(face, currency)} /> },
        { label: t("detail.due"), value: due },
        { label: t("detail.supplier"), value: <Party name={findName(creditor)} address={creditor} /> },
        { label: t("detail.registered"), value: format.time(registeredAt, clock.policy.utcOffsetHours) },
        {
          label: t("detail.documentRoot"),
          value: <Copyable value={documentRoot} shown={`${documentRoot.slice(0, 14)}…`} />,
        },
      ]}
    />
  );
}
