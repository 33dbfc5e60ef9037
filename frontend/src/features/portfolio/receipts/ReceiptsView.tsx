import { CalendarCheck } from "lucide-react";
import { useState } from "react";
import { Loaded } from "../../../app/data/Loaded.tsx";
import type { LedgerClock } from "../../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../../app/deployment/useDeployment.ts";
import type { Holding } from "../../../app/holdings/holding.ts";
import { MaturityLadder } from "../../../app/maturities/MaturityLadder.tsx";
import { currenciesOf } from "../../../domain/maturity-ladder.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { useText } from "../text.ts";
import { LateTable } from "./LateTable.tsx";
import { ReceiptRows } from "./ReceiptRows.tsx";
import type { Receipt } from "./receipt.ts";
import { useReceipts } from "./useReceipts.ts";

interface ReceiptsViewProps {
  holdings: readonly Holding[];
  clock: LedgerClock;
}

/** What the slices held will bring, and when; what is late first. */
export function ReceiptsView({ holdings, clock }: ReceiptsViewProps) {
  const receipts = useReceipts(holdings, clock.timestamp);
  return <Loaded query={receipts}>{(rows) => <Receipts receipts={rows} today={clock.today} />}</Loaded>;
}

function Receipts({ receipts, today }: { receipts: readonly Receipt[]; today: number }) {
  const t = useText();
  const late = receipts.filter((receipt) => receipt.late !== null);
  if (receipts.length === 0) {
    return (
      <EmptyState icon={CalendarCheck} title={t("receipts.empty")}>
        {t("receipts.emptyHint")}
      </EmptyState>
    );
  }
  return (
    <>
      {late.length > 0 && (
        <Section title={t("late.title")} description={t("late.hint")}>
          <LateTable receipts={late} />
        </Section>
      )}
      <Ladder receipts={receipts} today={today} />
    </>
  );
}

function Ladder({ receipts, today }: { receipts: readonly Receipt[]; today: number }) {
  const t = useText();
  const { currencies } = useDeployment();
  const held = currenciesOf(receipts);
  const [chosen, setChosen] = useState<number | null>(null);
  const currency = chosen !== null && held.includes(chosen) ? chosen : (held[0] ?? 0);
  const codeOf = (index: number) => currencies.find((known) => known.index === index)?.code ?? `#${index}`;
  return (
    <Section title={t("receipts.title")} description={t("receipts.hint")}>
      {held.length > 1 && (
        <SelectField
          label={t("receipts.currency")}
          className="max-w-48"
          value={currency.toString()}
          onChange={(event) => setChosen(Number(event.target.value))}
          options={held.map((index) => ({ value: index.toString(), label: codeOf(index) }))}
        />
      )}
      <MaturityLadder
        texts={{
          caption: t("receipts.caption"),
          bucket: t("receipts.bucket"),
          count: t("receipts.count"),
          amount: t("receipts.amount"),
          action: t("receipts.action"),
          file: t("receipts.file"),
        }}
        rows={receipts}
        currency={currency}
        today={today}
        opened={(rows, bucket) => <ReceiptRows caption={t("receipts.rows", { bucket })} rows={rows} />}
      />
    </Section>
  );
}
