import { Link } from "@tanstack/react-router";
import type { TransactionReceipt } from "viem";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import { cutParts } from "./split-outcome.ts";
import { useText } from "./text.ts";

interface SplitReceiptProps {
  receipt: TransactionReceipt;
  currency: number;
}

/** The new slices as the ledger's own event gives them, each with the way to a bank. */
export function SplitReceipt({ receipt, currency }: SplitReceiptProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const parts = cutParts(receipt);
  if (parts.length === 0) return t("split.missing");
  return (
    <div className="grid gap-2">
      <p className="font-semibold">{t("split.done", { count: parts.length })}</p>
      <ul className="grid gap-1">
        {parts.map(({ id, start, end }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <Amount strong text={money(end - start, currency)} />
            <span className="figures text-sm text-muted">{rangeText(start, end, format.count)}</span>
            <Link to="/finance" search={{ slice: id }} className="ms-auto text-accent underline">
              {t("split.finance")}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
