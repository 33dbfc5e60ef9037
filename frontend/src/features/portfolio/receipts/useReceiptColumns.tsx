import { Link } from "@tanstack/react-router";
import { useDirectory } from "../../../app/data/useDirectory.ts";
import { useSheetValues } from "../../../app/data/useSheetValues.ts";
import { useMoney } from "../../../app/deployment/useMoney.ts";
import { useFormat } from "../../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../../domain/ids.ts";
import { Amount } from "../../../ui/Amount.tsx";
import type { Column } from "../../../ui/Table.tsx";
import { useText } from "../text.ts";
import type { Receipt } from "./receipt.ts";

/** Who pays, when, and how much: what both tables of receipts begin with. */
export function useReceiptColumns(): { payer: Column<Receipt>; due: Column<Receipt>; face: Column<Receipt> } {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const { nameOf } = useDirectory();
  return {
    payer: {
      key: "payer",
      header: t("held.obligor"),
      isRowHeader: true,
      cell: ({ holding: { receivable } }) => (
        <span className="grid">
          {nameOf(receivable.obligor)}
          <Link
            to="/receivables/$id"
            params={{ id: receivable.id }}
            className="font-mono text-sm font-normal text-accent underline"
          >
            {shortReceivableId(BigInt(receivable.id))}
          </Link>
        </span>
      ),
      value: ({ holding: { receivable } }) => nameOf(receivable.obligor),
    },
    due: {
      key: "due",
      header: t("held.due"),
      numeric: true,
      cell: ({ dueDay }) => format.day(dueDay),
      value: ({ dueDay }) => values.day(dueDay),
    },
    face: {
      key: "face",
      header: t("receipts.face"),
      numeric: true,
      cell: ({ face, currency }) => <Amount strong text={money(face, currency)} />,
      value: ({ face, currency }) => values.amount(face, currency),
    },
  };
}
