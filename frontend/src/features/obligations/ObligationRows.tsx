import { Link } from "@tanstack/react-router";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Amount } from "../../ui/Amount.tsx";
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
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const { nameOf } = useDirectory();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      exportAs={t("rows.file")}
      columns={[
        {
          key: "supplier",
          header: t("rows.supplier"),
          isRowHeader: true,
          cell: ({ creditor }) => nameOf(creditor),
          value: ({ creditor }) => nameOf(creditor),
        },
        {
          key: "id",
          header: t("rows.receivable"),
          cell: ({ id }) => (
            <Link to="/receivables/$id" params={{ id }} className="font-mono text-sm text-accent underline">
              {shortReceivableId(BigInt(id))}
            </Link>
          ),
          value: ({ id }) => id,
        },
        {
          key: "due",
          header: t("rows.due"),
          numeric: true,
          cell: ({ dueDay }) => format.day(dueDay),
          value: ({ dueDay }) => values.day(dueDay),
        },
        {
          key: "left",
          header: t("rows.left"),
          numeric: true,
          cell: ({ amount, currency }) => <Amount strong text={money(amount, currency)} />,
          value: ({ amount, currency }) => values.amount(amount, currency),
        },
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
