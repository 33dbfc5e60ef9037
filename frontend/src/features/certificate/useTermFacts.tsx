import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useInvoice } from "../../app/data/vault.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { StatePill } from "../../app/history/StatePill.tsx";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { capitalAmount } from "../../domain/capital-amount.ts";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { Company } from "./Company.tsx";
import { Full } from "./FactList.tsx";
import { useText } from "./text.ts";

/** What was promised, by whom, to whom. */
export function useTermFacts(row: ReceivableRow): Fact[] {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const capitals = useCapitals();
  const judged = useJudgeReceivable()(row);
  const { data: invoice } = useInvoice(row.id);
  const offset = judged?.policy.utcOffsetHours ?? 0;
  const facts: (Fact | null)[] = [
    { label: t("fact.id"), value: <Full text={row.id} /> },
    judged && { label: t("fact.state"), value: <StatePill state={judged.state} /> },
    { label: t("fact.obligor"), value: <Company account={row.obligor} /> },
    { label: t("fact.creditor"), value: <Company account={row.creditor} /> },
    { label: t("fact.face"), value: <strong className="figures">{money(row.face, row.currency)}</strong> },
    capitals(row.face, row.currency),
    { label: t("fact.dueDay"), value: format.day(row.dueDay) },
    judged && { label: t("fact.registered"), value: format.time(row.registeredAt, offset) },
    judged && row.confirmedAt !== null
      ? { label: t("fact.confirmed"), value: format.time(row.confirmedAt, offset) }
      : null,
    row.policy === null ? null : { label: t("fact.policy"), value: t("fact.version", { version: row.policy }) },
    invoice ? { label: t("fact.invoice"), value: invoice.facts.number } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

/** What one slice is. */
export function useSliceFacts(row: ReceivableRow): (slice: SliceRow) => Fact[] {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const capitals = useCapitals();
  const offset = useJudgeReceivable()(row)?.policy.utcOffsetHours;
  return ({ holder, start, end, face, hops, heldSince }) => {
    const facts: (Fact | null)[] = [
      { label: t("fact.holder"), value: <Company account={holder} /> },
      { label: t("fact.range"), value: <span className="figures">{rangeText(start, end, format.count)}</span> },
      { label: t("fact.amount"), value: <strong className="figures">{money(face, row.currency)}</strong> },
      capitals(face, row.currency),
      { label: t("fact.hops"), value: hops },
      offset === undefined ? null : { label: t("fact.since"), value: format.time(heldSince, offset) },
    ];
    return facts.filter((fact) => fact !== null);
  };
}

/** Renminbi are written in capital characters beside the figures, as on bills; other currencies have no such custom. */
function useCapitals(): (minor: bigint, currency: number) => Fact | null {
  const t = useText();
  const { currencies } = useDeployment();
  return (minor, currency) =>
    currencies.find(({ index }) => index === currency)?.code === "CNY"
      ? { label: t("fact.inWords"), value: <span lang="zh-CN">{capitalAmount(minor)}</span> }
      : null;
}
