import { Link } from "@tanstack/react-router";
import { nameIn } from "../../app/data/directory.ts";
import { StepList } from "../../app/history/StepList.tsx";
import { useLanguage } from "../../app/i18n/useLanguage.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Party } from "../../ui/Party.tsx";
import { Section } from "../../ui/Section.tsx";
import { FoundReceivables } from "./FoundReceivables.tsx";
import { useText } from "./text.ts";
import type { SearchResult } from "./useSupervisorSearch.ts";

const LINK = "text-accent underline underline-offset-2";

export function SearchResults({ result, text }: { result: SearchResult; text: string }) {
  const t = useText();
  const language = useLanguage();
  const { companies, receivables, sliceId, steps } = result;
  if (companies.length + receivables.length + steps.length === 0) {
    return <EmptyState title={t("supervise.none.title")}>{t("supervise.none.text", { text })}</EmptyState>;
  }
  return (
    <Section title={t("supervise.results")}>
      {companies.length > 0 && (
        <ul aria-label={t("supervise.companies")} className="card grid gap-1 p-4">
          {companies.map((entry) => (
            <li key={entry.identity} className="flex flex-wrap gap-x-3">
              <Party name={nameIn(entry, language)} address={entry.account} />
              <span className="text-muted">
                {entry.scheme} <span className="font-mono text-sm">{entry.number}</span>
              </span>
              <Link to="/supervise/network/$identity" params={{ identity: entry.identity }} className={LINK}>
                {t("supervise.network")}
                <span className="sr-only"> {nameIn(entry, language)}</span>
              </Link>
              <Link to="/supervise/alerts" search={{ company: entry.identity.toLowerCase() }} className={LINK}>
                {t("supervise.alerts")}
                <span className="sr-only"> {nameIn(entry, language)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {receivables.length > 0 && <FoundReceivables rows={receivables} sliceId={sliceId} />}
      {steps.length > 0 && (
        <StepList
          label={t("supervise.steps")}
          steps={steps}
          currencyOf={(id) => receivables.find((row) => row.id === id)?.currency ?? 0}
        />
      )}
    </Section>
  );
}
