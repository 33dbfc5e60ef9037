import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import type { Want } from "../../domain/paying/payment.ts";
import type { SheetColumn } from "../../domain/sheet/sheet.ts";
import type { Spendable } from "./spendable.ts";
import { useText } from "./text.ts";

/** One payee's share of one slice. */
interface Share {
  slice: Spendable;
  share: Want;
  stays: bigint;
}

/** A proposal as a file: a row for each slice and payee. */
export function useShareColumns(currency: number): SheetColumn<Share>[] {
  const t = useText();
  const values = useSheetValues();
  const { nameOf } = useDirectory();
  return [
    { header: t("lines.payee"), value: ({ share }) => nameOf(share.payee) },
    { header: t("lines.amount"), value: ({ share }) => values.amount(share.amount, currency) },
    { header: t("proposal.obligor"), value: ({ slice }) => nameOf(slice.holding.receivable.obligor) },
    { header: t("proposal.due"), value: ({ slice }) => values.day(slice.dueDay) },
    { header: t("proposal.face"), value: ({ slice }) => values.amount(slice.face, currency) },
    { header: t("proposal.stays"), value: ({ stays }) => values.amount(stays, currency) },
    { header: t("proposal.id"), value: ({ slice }) => slice.id },
  ];
}
