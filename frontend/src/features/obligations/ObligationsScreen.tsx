import { CalendarCheck } from "lucide-react";
import { useState } from "react";
import type { Hex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useReceivables } from "../../app/data/queries/receivables.ts";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { MaturityLadder } from "../../app/maturities/MaturityLadder.tsx";
import { useMe } from "../../app/session/useMe.ts";
import { currenciesOf } from "../../domain/maturity-ladder.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Calendar } from "./Calendar.tsx";
import { ObligationRows } from "./ObligationRows.tsx";
import { type Owed as OwedRow, owedOf } from "./owed.ts";
import { useText } from "./useText.ts";

/** What the company owes and when: as a ladder of maturities and as a calendar. */
export function ObligationsScreen() {
  const t = useText();
  const { participant } = useMe();
  const clock = useLedgerClock();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {participant && clock ? <Owed identity={participant.identity} clock={clock} /> : <Skeleton label={t("title")} />}
    </Page>
  );
}

function Owed({ identity, clock }: { identity: Hex; clock: LedgerClock }) {
  const receivables = useReceivables({ obligorIdentity: identity, status: ["confirmed", "defaulted", "writtenOff"] });
  return <Loaded query={receivables}>{(rows) => <Maturities rows={owedOf(rows)} clock={clock} />}</Loaded>;
}

function Maturities({ rows, clock }: { rows: readonly OwedRow[]; clock: LedgerClock }) {
  const t = useText();
  const { currencies } = useDeployment();
  const owed = currenciesOf(rows);
  const [chosen, setChosen] = useState<number | null>(null);
  const currency = chosen !== null && owed.includes(chosen) ? chosen : owed[0];
  if (currency === undefined) {
    return (
      <EmptyState icon={CalendarCheck} title={t("empty")}>
        {t("emptyHint")}
      </EmptyState>
    );
  }
  const codeOf = (index: number) => currencies.find((known) => known.index === index)?.code ?? `#${index}`;
  return (
    <>
      {owed.length > 1 && (
        <SelectField
          label={t("currency")}
          className="max-w-48"
          value={currency.toString()}
          onChange={(event) => setChosen(Number(event.target.value))}
          options={owed.map((index) => ({ value: index.toString(), label: codeOf(index) }))}
        />
      )}
      <Section title={t("ladder.title")} description={t("ladder.hint")}>
        <MaturityLadder
          texts={{
            caption: t("ladder.caption"),
            bucket: t("ladder.bucket"),
            count: t("ladder.count"),
            amount: t("ladder.amount"),
            action: t("ladder.action"),
            file: t("ladder.file"),
          }}
          rows={rows}
          currency={currency}
          today={clock.today}
          opened={(inBucket, bucket) => (
            <ObligationRows caption={t("rows.bucket", { bucket })} rows={inBucket} today={clock.today} />
          )}
        />
      </Section>
      <Section title={t("calendar.title")} description={t("calendar.hint")}>
        <Calendar rows={rows.filter((row) => row.currency === currency)} currency={currency} today={clock.today} />
      </Section>
    </>
  );
}
