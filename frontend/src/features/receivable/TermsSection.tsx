import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { JudgedReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { smallestSlice } from "../../domain/smallest-slice.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Card } from "../../ui/Card.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList, type Fact } from "../../ui/DescriptionList.tsx";
import { Section } from "../../ui/Section.tsx";
import { NextStep } from "./NextStep.tsx";
import { useText } from "./text.ts";
import { Who } from "./Who.tsx";

interface TermsSectionProps {
  row: ReceivableRow;
  judged: JudgedReceivable | null;
}

/** What was promised by whom, and what comes next. */
export function TermsSection({ row, judged }: TermsSectionProps) {
  const t = useText();
  const money = useMoney();
  const facts: Fact[] = [
    { label: t("terms.obligor"), value: <Who account={row.obligor} /> },
    { label: t("terms.creditor"), value: <Who account={row.creditor} /> },
    { label: t("terms.face"), value: <Amount strong text={money(row.face, row.currency)} /> },
    { label: t("terms.dueDay"), value: <DueDay row={row} judged={judged} /> },
    ...(judged && row.policy !== null ? [policyFact(row, judged, t, money)] : []),
    { label: t("terms.id"), value: <Copyable value={row.id} shown={`${row.id.slice(0, 18)}…`} /> },
  ];
  return (
    <Section title={t("terms.title")}>
      <Card className="grid gap-4">
        <DescriptionList facts={facts} />
        {judged && <NextStep row={row} judged={judged} />}
      </Card>
    </Section>
  );
}

function policyFact(
  row: ReceivableRow,
  { policy }: JudgedReceivable,
  t: ReturnType<typeof useText>,
  money: ReturnType<typeof useMoney>,
): Fact {
  const { version, maxHops: hops, graceDays: grace } = policy;
  const smallest = money(smallestSlice(row.face, policy.minSlice, policy.maxSlices), row.currency);
  return { label: t("terms.policy"), value: t("terms.policyTerms", { version, hops, smallest, grace }) };
}

function DueDay({ row, judged }: TermsSectionProps) {
  const t = useText();
  const format = useFormat();
  if (!judged) return format.day(row.dueDay);
  const days = row.dueDay - judged.today;
  const distance =
    days === 0 ? t("terms.today") : t(days > 0 ? "terms.daysLeft" : "terms.daysPast", { count: Math.abs(days) });
  const isOpen = row.status === "registered" || row.status === "confirmed";
  return (
    <>
      {format.day(row.dueDay)}
      {isOpen && <span className="text-muted"> · {distance}</span>}
    </>
  );
}
