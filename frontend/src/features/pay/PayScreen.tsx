import { CalendarCheck } from "lucide-react";
import type { Address, Hex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { usePayments } from "../../app/data/queries/offers.ts";
import { type PolicyVersion, usePolicies } from "../../app/data/queries/policy.ts";
import { type ReceivableRow, useReceivables } from "../../app/data/queries/receivables.ts";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useMe } from "../../app/session/useMe.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { EarlyReview } from "./EarlyReview.tsx";
import { FinishPayOut } from "./FinishPayOut.tsx";
import { ObligationTable } from "./ObligationTable.tsx";
import { groupObligations } from "./obligations.ts";
import { PastPayments } from "./PastPayments.tsx";
import { PayReview } from "./PayReview.tsx";
import type { PaymentPlan } from "./paymentPlan.ts";
import { usePreparePayment } from "./usePreparePayment.ts";
import { useText } from "./useText.ts";

/** What the company owes, by due day, and the way to pay it. */
export function PayScreen() {
  const t = useText();
  const { account, participant } = useMe();
  const clock = useLedgerClock();
  const { data: policies } = usePolicies();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {account && participant && clock && policies ? (
        <Obligations account={account} identity={participant.identity} clock={clock} policies={policies} />
      ) : (
        <Skeleton label={t("title")} />
      )}
    </Page>
  );
}

interface ObligationsProps {
  account: Address;
  identity: Hex;
  clock: LedgerClock;
  policies: readonly PolicyVersion[];
}

function Obligations({ account, identity, clock, policies }: ObligationsProps) {
  const t = useText();
  const receivables = useReceivables({
    obligorIdentity: identity,
    status: ["confirmed", "defaulted", "writtenOff", "settled"],
  });
  const payments = usePayments({ obligor: account });
  const { utcOffsetHours } = clock.policy;
  return (
    <>
      <Loaded query={receivables}>
        {(rows) => <ToPay rows={rows.filter(({ status }) => status !== "settled")} clock={clock} policies={policies} />}
      </Loaded>
      <Section title={t("paid.title")}>
        <Loaded query={payments}>
          {(rows) => (
            // Without its currency an amount would be read wrongly.
            <Loaded query={receivables}>
              {(known) => {
                const currencies = new Map(known.map(({ id, currency }) => [id as string, currency]));
                const currencyOf = (id: string) => currencies.get(id) ?? 0;
                return <PastPayments payments={rows} currencyOf={currencyOf} utcOffsetHours={utcOffsetHours} />;
              }}
            </Loaded>
          )}
        </Loaded>
      </Section>
    </>
  );
}

interface ToPayProps {
  rows: readonly ReceivableRow[];
  clock: LedgerClock;
  policies: readonly PolicyVersion[];
}

function ToPay({ rows, clock, policies }: ToPayProps) {
  const t = useText();
  const money = useMoney();
  const prepare = usePreparePayment();
  const groups = groupObligations(
    rows.filter(({ paidInFull }) => !paidInFull),
    clock.today,
  );
  const payingOut = rows.filter(({ paidInFull }) => paidInFull);
  const rulesOf = ({ policy }: ReceivableRow) => policies.find(({ version }) => version === policy) ?? clock.policy;
  const busyId = prepare.isPending ? prepare.variables.id : null;
  return (
    <>
      {prepare.error && (
        <ErrorState title={t("plan.failed")} advice={t("plan.failedAdvice")} detail={prepare.error.message} />
      )}
      {groups.length === 0 && (
        <EmptyState icon={CalendarCheck} title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      )}
      {groups.map(({ urgency, obligations, totals }) => (
        <Section
          key={urgency}
          title={t(`group.${urgency}`)}
          description={t("total", { totals: totals.map(([currency, face]) => money(face, currency)).join(" · ") })}
        >
          <ObligationTable
            caption={t("table.caption", { group: t(`group.${urgency}`) })}
            obligations={obligations}
            today={clock.today}
            rulesOf={rulesOf}
            busyId={busyId}
            onPay={(receivable) => prepare.mutate(receivable)}
          />
        </Section>
      ))}
      <FinishPayOut receivables={payingOut} />
      {prepare.data && (
        <Prepared prepared={prepare.data} today={clock.today} rulesOf={rulesOf} onClose={prepare.reset} />
      )}
    </>
  );
}

interface PreparedProps {
  prepared: NonNullable<ReturnType<typeof usePreparePayment>["data"]>;
  today: number;
  rulesOf: (receivable: ReceivableRow) => { graceDays: number };
  onClose: () => void;
}

function Prepared({ prepared: { receivable, state }, today, rulesOf, onClose }: PreparedProps) {
  const t = useText();
  const format = useFormat();
  const { creditor, dueDay } = receivable;
  if (dueDay > today) return <EarlyReview state={state} creditor={creditor} onClose={onClose} />;
  const lastFreeDay = dueDay + rulesOf(receivable).graceDays;
  const advice = ({ penalty }: PaymentPlan) =>
    penalty > 0n ? t("missing.adviceLate") : t("missing.advice", { day: format.day(lastFreeDay) });
  return <PayReview state={state} creditor={creditor} advice={advice} onClose={onClose} />;
}
