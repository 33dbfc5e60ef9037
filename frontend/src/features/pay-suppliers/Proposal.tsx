import { useId } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { sumOf } from "../../domain/paying/payment.ts";
import type { DueOrder } from "../../domain/paying/slice-choice.ts";
import { Callout } from "../../ui/Callout.tsx";
import { ExportMenu } from "../../ui/ExportMenu.tsx";
import { Section } from "../../ui/Section.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Table } from "../../ui/Table.tsx";
import type { Plan } from "./plan.ts";
import type { Spendable } from "./spendable.ts";
import { useText } from "./text.ts";
import { type Adjustments, useProposalColumns } from "./useProposalColumns.tsx";
import { useShareColumns } from "./useShareColumns.ts";

interface ProposalProps {
  plan: Plan;
  spendable: readonly Spendable[];
  currency: number;
  order: DueOrder;
  onOrder: (order: DueOrder) => void;
  adjustments: Adjustments;
}

/** Which slices would pay whom, what stays, and what could be used instead. */
export function Proposal({ plan, spendable, currency, order, onOrder, adjustments }: ProposalProps) {
  const t = useText();
  const { used, unused } = useProposalColumns(plan, adjustments);
  const shareColumns = useShareColumns(currency);
  const allowed = spendable.filter(({ id }) => !adjustments.leftOut.has(id));
  const rest = spendable.filter(({ id }) => !plan.payments.some(({ slice }) => slice.id === id));
  const shares = plan.payments.flatMap(({ slice, shares: own, stays }) =>
    own.map((share) => ({ slice, share, stays })),
  );
  return (
    <Section title={t("proposal.title")} description={t("proposal.hint")}>
      <SelectField
        className="max-w-96"
        label={t("order.label")}
        hint={t(`order.${order}Why`)}
        value={order}
        onChange={(event) => onOrder(event.target.value === "earliest" ? "earliest" : "latest")}
        options={[
          { value: "latest", label: t("order.latest") },
          { value: "earliest", label: t("order.earliest") },
        ]}
      />
      <Missing plan={plan} currency={currency} allowed={sumOf(allowed.map(({ face }) => ({ amount: face })))} />
      {plan.payments.length > 0 && (
        <div className="grid gap-1">
          <ExportMenu name={t("proposal.file")} caption={t("proposal.caption")} columns={shareColumns} rows={shares} />
          <Table
            exportAs={null}
            caption={t("proposal.caption")}
            hideCaption
            rows={plan.payments}
            rowKey={({ slice }) => slice.id}
            columns={used}
          />
        </div>
      )}
      {rest.length > 0 && (
        <details className="grid gap-2">
          <summary className="cursor-pointer py-2 font-medium">{t("unused.title", { count: rest.length })}</summary>
          <Table
            caption={t("unused.caption")}
            hideCaption
            exportAs={t("unused.file")}
            rows={rest}
            rowKey={({ id }) => id}
            columns={unused}
          />
        </details>
      )}
    </Section>
  );
}

/** Who lacks how much; nothing when all are paid. */
function Missing({ plan: { missing }, currency, allowed }: { plan: Plan; currency: number; allowed: bigint }) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const id = useId();
  if (missing.length === 0) return null;
  return (
    <Callout
      tone="warning"
      title={<span id={id}>{t("missing.title", { amount: money(sumOf(missing), currency) })}</span>}
    >
      <ul aria-labelledby={id} className="list-disc ps-5">
        {missing.map(({ payee, amount }) => (
          <li key={payee}>{t("missing.payee", { name: nameOf(payee), amount: money(amount, currency) })}</li>
        ))}
      </ul>
      <p className="mt-1">{t("missing.why", { allowed: money(allowed, currency) })}</p>
    </Callout>
  );
}
