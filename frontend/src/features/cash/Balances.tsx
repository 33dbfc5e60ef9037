import { useState } from "react";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { CashPosition } from "../../app/data/queries/cash.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { ClaimReview } from "./ClaimReview.tsx";
import { useText } from "./useText.ts";

/** Cash in each currency; money that a settlement had to set aside can be claimed here. */
export function Balances({ positions }: { positions: readonly CashPosition[] }) {
  const t = useText();
  const money = useMoney();
  const values = useSheetValues();
  const common = useCommonColumns<CashPosition>();
  const [asked, setAsked] = useState<CashPosition | null>(null);
  const waiting: Column<CashPosition>[] = [
    common.amount({ key: "setAside", header: t("balances.setAside") }, (row) => [row.setAside, row.currency.index]),
    {
      key: "action",
      header: t("balances.action"),
      cell: (position) =>
        position.setAside > 0n && (
          <Button size="sm" onClick={() => setAsked(position)}>
            {t("balances.claim")}
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table
        caption={t("balances.caption")}
        exportAs={t("balances.file")}
        hideCaption
        rows={positions}
        rowKey={({ currency }) => currency.code}
        columns={[
          {
            key: "currency",
            header: t("balances.currency"),
            isRowHeader: true,
            cell: ({ currency }) => currency.code,
            value: ({ currency }) => currency.code,
          },
          {
            key: "balance",
            header: t("balances.balance"),
            numeric: true,
            cell: ({ balance, currency }) => (
              <Amount
                strong
                text={money(tokenToMinor(balance, currency), currency.index)}
                data-testid={`cash-${currency.code}`}
                data-minor={tokenToMinor(balance, currency).toString()}
              />
            ),
            value: ({ balance, currency }) => values.amount(tokenToMinor(balance, currency), currency.index),
          },
          ...(positions.some(({ setAside }) => setAside > 0n) ? waiting : []),
        ]}
      />
      {asked && <ClaimReview position={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
