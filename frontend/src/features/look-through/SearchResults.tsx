import { nameIn } from "../../app/data/directory.ts";
import { useLanguage } from "../../app/i18n/useLanguage.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Party } from "../../ui/Party.tsx";
import { Section } from "../../ui/Section.tsx";
import { FoundReceivables } from "./FoundReceivables.tsx";
import { StepList } from "./StepList.tsx";
import { useText } from "./text.ts";
import type { SearchResult } from "./useSupervisorSearch.ts";

export function SearchResults({ result, text }: { result: SearchResult; text: string }) {
  const t = useText();
  const language = useLanguage();
  const { companies, receivables, steps } = result;
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
            </li>
          ))}
        </ul>
      )}
      {receivables.length > 0 && <FoundReceivables rows={receivables} />}
      {steps.length > 0 && <StepList label={t("supervise.steps")} steps={steps} receivables={receivables} />}
    </Section>
  );
}
