import { useCommonColumns } from "../../../app/columns/useCommonColumns.tsx";
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
  const common = useCommonColumns<Receipt>();
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
        common.amount({ key: "penalty", header: t("receipts.penalty") }, ({ penalty, currency }) => [
          penalty,
          currency,
        ]),
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
