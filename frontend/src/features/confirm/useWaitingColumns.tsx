import { Link } from "@tanstack/react-router";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { buttonClass } from "../../ui/Button.tsx";
import type { Column } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

interface Selecting {
  selected: ReadonlySet<string>;
  /** @param isRange With the shift key: all rows from the one toggled last. */
  onToggle: (id: string, isSelected: boolean, isRange: boolean) => void;
}

export function useWaitingColumns(utcOffsetHours: number, { selected, onToggle }: Selecting): Column<ReceivableRow>[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const common = useCommonColumns<ReceivableRow>();
  const { nameOf } = useDirectory();
  return [
    {
      key: "select",
      header: t("table.select"),
      cell: ({ id, creditor, face, currency }) => (
        <input
          type="checkbox"
          aria-label={t("many.selectOne", { supplier: nameOf(creditor), amount: money(face, currency) })}
          checked={selected.has(id)}
          onChange={({ target, nativeEvent }) =>
            onToggle(id, target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
          className="m-1 size-4 accent-accent"
        />
      ),
    },
    common.party({ key: "supplier", header: t("table.supplier"), isRowHeader: true }, ({ creditor }) => creditor),
    common.amount({ key: "amount", header: t("table.amount"), strong: true }, ({ face, currency }) => [face, currency]),
    common.day({ key: "due", header: t("table.due") }, ({ dueDay }) => dueDay),
    {
      key: "registered",
      header: t("table.registered"),
      numeric: true,
      cell: ({ registeredAt }) => format.time(registeredAt, utcOffsetHours),
      value: ({ registeredAt }) => values.time(registeredAt),
    },
    {
      key: "action",
      header: t("table.action"),
      cell: ({ id, creditor }) => (
        <Link
          to="/confirm/$receivableId"
          params={{ receivableId: id }}
          aria-label={`${t("table.open")}: ${nameOf(creditor)}`}
          className={buttonClass("secondary", "sm")}
        >
          {t("table.open")}
        </Link>
      ),
    },
  ];
}
