import { parseEventLogs, type TransactionReceipt } from "viem";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { discountDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { useText } from "./text.ts";

interface SaleReceiptProps {
  receipt: TransactionReceipt;
  currency: number;
}

/** What the desk's own event says was paid; not what the screen had reckoned. */
export function SaleReceipt({ receipt, currency }: SaleReceiptProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const [sale] = parseEventLogs({ abi: discountDeskAbi, eventName: "Discounted", logs: receipt.logs });
  if (!sale) return t("receipt.missing");
  const { price, ratePpm, bank } = sale.args;
  const hash = receipt.transactionHash;
  return (
    <div className="grid gap-2">
      <p className="font-semibold">{t("receipt.title")}</p>
      <DescriptionList
        facts={[
          { label: t("receipt.bank"), value: nameOf(bank) },
          { label: t("receipt.face"), value: <Amount text={money(BigInt(price.face), currency)} /> },
          {
            label: t("receipt.discount"),
            value: <Amount data-testid="receipt-discount" text={money(BigInt(price.discount), currency)} />,
          },
          {
            label: t("receipt.net"),
            value: <Amount strong data-testid="receipt-net" text={money(BigInt(price.net), currency)} />,
          },
          { label: t("receipt.rate"), value: <Amount text={format.percent(BigInt(ratePpm))} /> },
          { label: t("receipt.days"), value: <Amount text={format.count(price.daysToRun)} /> },
          { label: t("receipt.hash"), value: <Copyable value={hash} shown={`${hash.slice(0, 14)}…`} /> },
        ]}
      />
    </div>
  );
}
