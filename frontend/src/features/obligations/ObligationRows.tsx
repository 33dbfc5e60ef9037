import { Link } from "@tanstack/react-router";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Table } from "../../ui/Table.tsx";
import type { Owed } from "./owed.ts";
import { useText } from "./useText.ts";

interface ObligationRowsProps {
  caption: string;
  rows: readonly Owed[];
  today: number;
}

/** The receivables behind a span of days or a day. */
export function ObligationRows({ caption, rows, today }: ObligationRowsProps) {
  const t = useText();
  const common = useCommonColumns<Owed>();
  const { nameOf } = useDirectory();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      exportAs={t("rows.file")}
      columns={[
        common.party({ key: "supplier", header: t("rows.supplier"), isRowHeader: true }, ({ creditor }) => creditor),
        common.receivable({ key: "id", header: t("rows.receivable") }, ({ id }) => id),
        common.day({ key: "due", header: t("rows.due") }, ({ dueDay }) => dueDay),
        common.amount({ key: "left", header: t("rows.left"), strong: true }, ({ amount, currency }) => [
          amount,
          currency,
        ]),
        {
          key: "action",
          header: t("rows.action"),
          cell: ({ dueDay, creditor }) =>
            dueDay <= today && (
              <Link
                to="/pay"
                className={buttonClass("secondary", "sm")}
                aria-label={`${t("rows.pay")}: ${nameOf(creditor)}`}
              >
                {t("rows.pay")}
              </Link>
            ),
        },
      ]}
    />
  );
}
