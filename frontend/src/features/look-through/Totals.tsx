import { Link } from "@tanstack/react-router";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useTotals } from "../../app/data/queries/supervision.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { FIGURES } from "../../domain/figures.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { useText } from "./text.ts";

/** The whole ledger in figures, each the way to what it is made of. */
export function Totals() {
  const t = useText();
  const money = useMoney();
  const { currencies } = useDeployment();
  const totals = useTotals(useLedgerClock()?.today);
  return (
    <Section title={t("totals.title")} description={t("totals.description")}>
      <Loaded query={totals}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t("totals.none")} />
          ) : (
            currencies
              .filter(({ index }) => rows.some(({ currency }) => currency === index))
              .map(({ index, code }) => (
                <ul key={index} aria-label={code} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
                  {FIGURES.map((figure) => {
                    const total = rows.find((row) => row.figure === figure && row.currency === index);
                    return (
                      <li key={figure}>
                        <Link
                          to="/supervise/figures/$figure"
                          params={{ figure }}
                          search={{ currency: index }}
                          className="card grid h-full gap-0.5 p-4 hover:bg-sunken"
                        >
                          <span className="text-sm text-muted">{t(`totals.${figure}`)}</span>
                          <span className="figures text-lg font-semibold">{money(total?.amount ?? 0n, index)}</span>
                          <span className="text-sm text-accent underline underline-offset-2">
                            {t("totals.receivables", { count: total?.receivables ?? 0 })}
                          </span>
                        </Link>
                      </li>
                    );
                  })}
                </ul>
              ))
          )
        }
      </Loaded>
    </Section>
  );
}
