import { useSheetValues } from "../../../app/data/useSheetValues.ts";
import { useMoney } from "../../../app/deployment/useMoney.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Table } from "../../../ui/Table.tsx";
import { useText } from "../text.ts";
import type { Receipt } from "./receipt.ts";
import { useReceiptColumns } from "./useReceiptColumns.tsx";

interface ReceiptRowsProps {
  caption: string;
  rows: readonly Receipt[];
}

/** The slices that bring money in a span of days. */
export function ReceiptRows({ caption, rows }: ReceiptRowsProps) {
  const t = useText();
  const money = useMoney();
  const values = useSheetValues();
  const { payer, due, face } = useReceiptColumns();
  const remarkOf = ({ isPaidIn, claim }: Receipt) => (isPaidIn ? t("receipts.paidIn") : t(`receipts.claim.${claim}`));
  return (
    <Table
      caption={caption}
      exportAs={t("receipts.rowsFile")}
      alsoExported={[{ header: t("held.id"), value: ({ holding }) => holding.id }]}
      rows={rows}
      rowKey={({ holding }) => holding.id}
      columns={[
        payer,
        due,
        face,
        {
          key: "penalty",
          header: t("receipts.penalty"),
          numeric: true,
          cell: ({ penalty, currency }) => <Amount text={money(penalty, currency)} />,
          value: ({ penalty, currency }) => values.amount(penalty, currency),
        },
        {
          key: "remark",
          header: t("receipts.remark"),
          cell: (receipt) => <span className="text-sm text-muted">{remarkOf(receipt)}</span>,
          value: remarkOf,
        },
      ]}
    />
  );
}
