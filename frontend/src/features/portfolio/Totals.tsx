import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { totalsByCurrency } from "../../app/holdings/holdings-math.ts";
import { Card } from "../../ui/Card.tsx";
import { useText } from "./text.ts";

/** What is held, in each currency. */
export function Totals({ holdings }: { holdings: readonly Holding[] }) {
  const t = useText();
  const money = useMoney();
  const faces = holdings.map(({ face, receivable }) => ({ face, currency: receivable.currency }));
  const totals = totalsByCurrency(faces);
  if (totals.length === 0) return null;
  return (
    <ul aria-label={t("totals.title")} className="flex flex-wrap gap-3">
      {totals.map(([currency, face]) => (
        <li key={currency}>
          <Card className="min-w-56">
            <p className="text-sm text-muted">{t("totals.title")}</p>
            <p className="figures text-xl font-semibold">{money(face, currency)}</p>
            <p className="text-sm text-muted">
              {t("totals.count", { count: faces.filter((each) => each.currency === currency).length })}
            </p>
          </Card>
        </li>
      ))}
    </ul>
  );
}
