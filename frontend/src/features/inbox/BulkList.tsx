import { Link } from "@tanstack/react-router";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { Section } from "../../ui/Section.tsx";
import type { Bulk } from "./bulk.ts";
import type { Act } from "./ItemDialog.tsx";
import { ACTION, MONEY, ROW, ROWS } from "./rows.ts";
import { useText } from "./useText.ts";

interface BulkListProps {
  bulks: readonly Bulk[];
  onAct: (act: Act) => void;
}

/** What can be answered together, with how much it comes to. */
export function BulkList({ bulks, onAct }: BulkListProps) {
  const t = useText();
  const money = useMoney();
  if (bulks.length === 0) return null;
  return (
    <Section title={t("bulk.title")}>
      <ul className={ROWS}>
        {bulks.map((bulk) => (
          <li key={bulk.kind} data-bulk={bulk.kind} className={ROW}>
            <p className="min-w-60 flex-1 font-medium">{t(`bulk.${bulk.kind}`, { count: bulk.items.length })}</p>
            <span className={cx(MONEY, "flex flex-wrap gap-x-3 sm:justify-end")}>
              {bulk.totals.map(([currency, amount]) => (
                <Amount key={currency} strong text={money(amount, currency)} />
              ))}
            </span>
            <span className={ACTION}>
              <BulkAction bulk={bulk} onAct={onAct} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function BulkAction({ bulk: { kind, items }, onAct }: { bulk: Bulk; onAct: BulkListProps["onAct"] }) {
  const t = useText();
  const text = t(`bulk.${kind}Action`, { count: items.length });
  const className = buttonClass("primary", "sm");
  if (kind === "confirm") {
    const selected = items.flatMap(({ receivableId }) => receivableId ?? []).join(",");
    return (
      <Link to="/confirm" search={{ selected }} className={className}>
        {text}
      </Link>
    );
  }
  if (kind === "pay") {
    return (
      <Link to="/pay" className={className}>
        {text}
      </Link>
    );
  }
  return (
    <Button size="sm" variant="primary" onClick={() => onAct({ kind: "acceptMany", items })}>
      {text}
    </Button>
  );
}
