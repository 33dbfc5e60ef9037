import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { QuotePrice } from "./quote-form.ts";
import { useText } from "./text.ts";

/** What a price comes to, while it is typed. */
export function PricePreview({ price, currency }: { price: QuotePrice | null; currency: number }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const facts = [
    ["net", price && money(price.net, currency)],
    ["discount", price && money(price.discount, currency)],
    ["rate", price && format.percent(price.ratePpm)],
    ["cost", price && (price.yearlyCostPpm === null ? null : format.percent(price.yearlyCostPpm))],
    ["days", price && format.count(price.days)],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-md bg-sunken px-4 py-3 sm:grid-cols-5">
      {facts.map(([key, text]) => (
        <div key={key}>
          <dt className="text-sm text-muted">{t(`price.${key}`)}</dt>
          <dd>
            <Amount strong={key === "net"} data-testid={`preview-${key}`} text={text ?? "–"} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
