import { Link } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
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
  const { companies, receivables, sliceId, steps, hints } = result;
  if (companies.length + receivables.length + steps.length === 0) {
    return (
      <EmptyState icon={SearchX} title={t("supervise.none.title")}>
        <p>{t("supervise.none.text", { text })}</p>
        {hints.map((hint) => (
          <p key={hint}>{t(`supervise.none.${hint}`)}</p>
        ))}
      </EmptyState>
    );
  }
  return (
    <Section title={t("supervise.results")}>
      {companies.length > 0 && (
        <ul aria-label={t("supervise.companies")} className="card grid gap-1 p-4">
          {companies.map((company) => (
            <Company key={company.identity} company={company} />
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

function Company({ company: { identity, accounts, entry } }: { company: SearchResult["companies"][number] }) {
  const t = useText();
  const language = useLanguage();
  const account = entry?.account ?? accounts[0] ?? "";
  const name = entry && nameIn(entry, language);
  return (
    <li className="flex flex-wrap gap-x-3">
      <Party name={name} address={account} />
      {entry && (
        <span className="text-muted">
          {entry.scheme} <span className="font-mono text-sm">{entry.number}</span>
        </span>
      )}
      <Link to="/supervise/network/$identity" params={{ identity }} className={LINK}>
        {t("supervise.network")}
        <span className="sr-only"> {name ?? account}</span>
      </Link>
      <Link to="/supervise/alerts" search={{ company: identity }} className={LINK}>
        {t("supervise.alerts")}
        <span className="sr-only"> {name ?? account}</span>
      </Link>
    </li>
  );
}
