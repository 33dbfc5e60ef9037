import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type FigureFilter, useFigureParts } from "../../app/data/queries/supervision.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useOrganisationName } from "../../app/data/useOrganisationName.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { type Figure, isFigure } from "../../domain/figures.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { FigurePartTable } from "./FigurePartTable.tsx";
import { useText } from "./text.ts";

const FIRST_CURRENCY = 1;
const ROWS = 50;

/** What a total is made of: its receivables, each with the steps its cents come from. */
export function FigureScreen() {
  const t = useText();
  const { figure } = useParams({ from: "/supervise/figures/$figure" });
  return isFigure(figure) ? <FigurePage figure={figure} /> : <EmptyState title={t("unknown")} />;
}

function FigurePage({ figure }: { figure: Figure }) {
  const t = useText();
  const nameOf = useOrganisationName();
  const today = useLedgerClock()?.today;
  const { currency = FIRST_CURRENCY, obligor, holder } = useSearch({ from: "/supervise/figures/$figure" });
  const filter = today === undefined ? null : { currency, today, obligor, holder };
  return (
    <Page title={t(`figure.${figure}.title`)} lead={t(`figure.${figure}.lead`)}>
      {obligor && <p>{t("ofObligor", { name: nameOf(obligor) })}</p>}
      {holder && <p>{t("ofHolder", { name: nameOf(holder) })}</p>}
      {/* Another selection begins with its first page. */}
      <Parts key={`${figure}/${currency}/${obligor}/${holder}`} figure={figure} filter={filter} currency={currency} />
    </Page>
  );
}

interface PartsProps {
  figure: Figure;
  filter: FigureFilter | null;
  currency: number;
}

function Parts({ figure, filter, currency }: PartsProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  const parts = useFigureParts(figure, filter, { offset, limit: ROWS });
  return (
    <Loaded query={parts}>
      {({ amount, receivables, parts: rows }) =>
        receivables === 0 ? (
          <EmptyState title={t("none")} />
        ) : (
          <>
            <Card>
              <p>
                {t("whole", { count: receivables })}{" "}
                <span data-testid="figure-amount">
                  <Amount strong text={money(amount, currency)} />
                </span>
              </p>
            </Card>
            <FigurePartTable figure={figure} rows={rows} />
            {receivables > ROWS && (
              <nav aria-label={t("pages")} className="flex items-center justify-center gap-3">
                <Button disabled={offset === 0} onClick={() => setOffset(offset - ROWS)}>
                  {t("before")}
                </Button>
                <span className="figures text-sm text-muted">
                  {t("shown", { from: format.count(offset + 1), to: format.count(offset + rows.length) })}
                </span>
                <Button disabled={offset + ROWS >= receivables} onClick={() => setOffset(offset + ROWS)}>
                  {t("after")}
                </Button>
              </nav>
            )}
          </>
        )
      }
    </Loaded>
  );
}
