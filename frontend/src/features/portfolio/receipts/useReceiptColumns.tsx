import { useCommonColumns } from "../../../app/columns/useCommonColumns.tsx";
import type { Column } from "../../../ui/Table.tsx";
import { useText } from "../text.ts";
import type { Receipt } from "./receipt.ts";

/** Who pays, when, and how much: what both tables of receipts begin with. */
export function useReceiptColumns(): Record<"payer" | "due" | "face", Column<Receipt>> {
  const t = useText();
  const common = useCommonColumns<Receipt>();
  return {
    payer: common.obligor({ key: "payer", header: t("held.obligor") }, ({ holding }) => holding.receivable),
    due: common.day({ key: "due", header: t("held.due") }, ({ dueDay }) => dueDay),
    face: common.amount({ key: "face", header: t("receipts.face"), strong: true }, ({ face, currency }) => [
      face,
      currency,
    ]),
  };
}
