import type { SliceRow, WithReceivable } from "../../app/data/queries/slices.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { maturityMonths } from "../../domain/maturities.ts";
import { Amount } from "../../ui/Amount.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Table } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

/** What the bank holds, added up by the month in which it is paid. */
export function BankPortfolio({ slices }: { slices: readonly WithReceivable<SliceRow>[] }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const months = maturityMonths(
    slices.map(({ face, receivable: { currency, dueDay } }) => ({ face, currency, dueDay })),
  );
  if (months.length === 0) return <EmptyState title={t("portfolio.empty")}>{t("portfolio.emptyHint")}</EmptyState>;
  const totals = new Map<number, bigint>();
  for (const { currency, face } of months) totals.set(currency, (totals.get(currency) ?? 0n) + face);
  return (
    <div className="grid gap-2">
      <p className="font-medium">
        {t("portfolio.held", { totals: [...totals].map(([currency, face]) => money(face, currency)).join(" · ") })}
      </p>
      <Table
        caption={t("portfolio.caption")}
        hideCaption
        rows={months}
        exportAs={t("portfolio.file")}
        rowKey={({ month, currency }) => `${month}/${currency}`}
        columns={[
          {
            key: "month",
            header: t("portfolio.month"),
            isRowHeader: true,
            cell: ({ month }) => <span className="figures">{month}</span>,
            value: ({ month }) => month,
          },
          {
            key: "count",
            header: t("portfolio.count"),
            numeric: true,
            cell: ({ count }) => format.count(count),
            value: ({ count }) => values.count(count),
          },
          {
            key: "face",
            header: t("portfolio.face"),
            numeric: true,
            cell: ({ face, currency }) => <Amount strong text={money(face, currency)} />,
            value: ({ face, currency }) => values.amount(face, currency),
          },
        ]}
      />
    </div>
  );
}
