import { Link } from "@tanstack/react-router";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Bulk } from "./bulk.ts";
import type { Act } from "./ItemDialog.tsx";
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
      <ul className="card divide-y divide-line">
        {bulks.map((bulk) => (
          <li key={bulk.kind} data-bulk={bulk.kind} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <p className="min-w-60 flex-1 font-medium">{t(`bulk.${bulk.kind}`, { count: bulk.items.length })}</p>
            <span className="flex flex-wrap justify-end gap-x-3">
              {bulk.totals.map(([currency, amount]) => (
                <Amount key={currency} strong text={money(amount, currency)} />
              ))}
            </span>
            <BulkAction bulk={bulk} onAct={onAct} />
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
