import { useMemo } from "react";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { endOfDay, isoFromDay } from "../../domain/day-count.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { type Discrepancy, supplierFinanceStatement } from "../../domain/supplier-finance.ts";
import { Callout } from "../../ui/Callout.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Arrangement } from "./fetch-arrangement.ts";
import { LineTable } from "./LineTable.tsx";
import { RollForwardTable } from "./RollForwardTable.tsx";
import { dueRangeOf } from "./statement-lines.ts";
import { useText } from "./useText.ts";

interface StatementViewProps {
  arrangement: Arrangement;
  currency: number;
  days: { first: number; last: number };
  clock: LedgerClock;
}

/** The statement of one currency and period, and whether it adds up. */
export function StatementView({ arrangement, currency, days, clock }: StatementViewProps) {
  const t = useText();
  const { utcOffsetHours } = clock.policy;
  const receivables = useMemo(
    () => arrangement.receivables.filter((row) => row.currency === currency),
    [arrangement, currency],
  );
  const statement = useMemo(() => {
    const ids = new Set<string>(receivables.map(({ id }) => id));
    const own = <Row extends { receivableId: string }>(rows: readonly Row[]) =>
      rows.filter(({ receivableId }) => ids.has(receivableId));
    const { discharges, financings } = arrangement;
    return supplierFinanceStatement(
      {
        receivables: receivables.map((row) => ({ ...row, confirmedAt: row.confirmedAt ?? 0n })),
        discharges: own(discharges),
        financings: own(financings),
      },
      { from: endOfDay(days.first - 1, utcOffsetHours) + 1n, to: endOfDay(days.last, utcOffsetHours) },
    );
  }, [arrangement, receivables, days.first, days.last, utcOffsetHours]);
  const range = dueRangeOf(statement, receivables, utcOffsetHours);
  const file = `${isoFromDay(days.first)}_${isoFromDay(days.last)}`;
  return (
    <>
      {statement.discrepancies.length > 0 ? (
        <Discrepancies discrepancies={statement.discrepancies} currency={currency} />
      ) : (
        <Callout tone="positive" title={t("reconciled")}>
          {t("reconciledHint")}
        </Callout>
      )}
      {days.last >= clock.today && <Callout tone="warning">{t("notOver")}</Callout>}
      <Section title={t("rollForward.title")} description={t("rollForward.hint")}>
        <RollForwardTable statement={statement} range={range} currency={currency} days={days} file={file} />
      </Section>
      <Section title={t("lines.title")} description={t("lines.hint")}>
        <LineTable statement={statement} receivables={receivables} currency={currency} file={file} />
      </Section>
    </>
  );
}

interface DiscrepanciesProps {
  discrepancies: readonly Discrepancy[];
  currency: number;
}

function Discrepancies({ discrepancies, currency }: DiscrepanciesProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  return (
    <Callout tone="danger" title={t("discrepancy.title", { count: discrepancies.length })} live>
      <p>{t("discrepancy.advice")}</p>
      <ul className="list-disc ps-5">
        {discrepancies.slice(0, MOST_SHOWN).map((each) => (
          <li key={`${each.kind}/${"receivableId" in each ? each.receivableId : ""}`}>
            {t(`discrepancy.${each.kind}`, {
              amount: money(each.difference, currency),
              id: "receivableId" in each ? shortReceivableId(BigInt(each.receivableId)) : "",
            })}
          </li>
        ))}
      </ul>
      {discrepancies.length > MOST_SHOWN && (
        <p>{t("discrepancy.more", { count: format.count(discrepancies.length - MOST_SHOWN) })}</p>
      )}
    </Callout>
  );
}

const MOST_SHOWN = 10;
