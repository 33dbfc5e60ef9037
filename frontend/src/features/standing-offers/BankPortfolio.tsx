import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { SliceRow, WithReceivable } from "../../app/data/queries/slices.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { maturityMonths } from "../../domain/maturities.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Table } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

/** What the bank holds, added up by the month in which it is paid. */
export function BankPortfolio({ slices }: { slices: readonly WithReceivable<SliceRow>[] }) {
  const t = useText();
  const money = useMoney();
  const common = useCommonColumns<(typeof months)[number]>();
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
          common.count({ key: "count", header: t("portfolio.count") }, ({ count }) => count),
          common.amount({ key: "face", header: t("portfolio.face"), strong: true }, ({ face, currency }) => [
            face,
            currency,
          ]),
        ]}
      />
    </div>
  );
}
