import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { Column } from "../../ui/Table.tsx";
import { type HoldingAction, HoldingActions } from "./HoldingActions.tsx";
import { StateCell } from "./StateCell.tsx";
import { useText } from "./text.ts";

export function useHoldingColumns(onAction: (action: HoldingAction, holding: Holding) => void): Column<Holding>[] {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const common = useCommonColumns<Holding>();
  const values = useSheetValues();
  return [
    common.obligor({ key: "obligor", header: t("held.obligor") }, ({ receivable }) => receivable),
    {
      key: "face",
      header: t("held.face"),
      numeric: true,
      cell: ({ face, start, end, receivable }) => (
        <span className="grid">
          <Amount strong text={money(face, receivable.currency)} />
          <span className="text-sm text-muted">{rangeText(start, end, format.count)}</span>
        </span>
      ),
      value: ({ face, receivable }) => values.amount(face, receivable.currency),
    },
    {
      key: "due",
      header: t("held.due"),
      numeric: true,
      cell: ({ receivable, daysLeft }) => (
        <span className="grid">
          {format.day(receivable.dueDay)}
          <span className="text-sm text-muted">
            {daysLeft > 0 ? t("held.daysLeft", { count: daysLeft }) : t("held.isDue")}
          </span>
        </span>
      ),
      value: ({ receivable }) => values.day(receivable.dueDay),
    },
    {
      key: "hops",
      header: t("held.hops"),
      numeric: true,
      cell: ({ hops, policy }) => t("held.hopsOf", { hops, most: policy.maxHops }),
      value: ({ hops }) => values.count(hops),
    },
    {
      key: "state",
      header: t("held.state"),
      cell: (holding) => <StateCell holding={holding} />,
      value: ({ state }) => t(`state.${state}`),
    },
    {
      key: "actions",
      header: t("held.actions"),
      cell: (holding) => <HoldingActions holding={holding} onAction={(action) => onAction(action, holding)} />,
    },
  ];
}
