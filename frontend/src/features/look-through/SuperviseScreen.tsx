import { useDeferredValue, useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useSession } from "../../app/session/useSession.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { Callout } from "../../ui/Callout.tsx";
import { Page } from "../../ui/Page.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { RecentActivity } from "./RecentActivity.tsx";
import { SearchResults } from "./SearchResults.tsx";
import { searchPlan } from "./search-plan.ts";
import { Totals } from "./Totals.tsx";
import { useText } from "./text.ts";
import { useSupervisorSearch } from "./useSupervisorSearch.ts";

/** Finds anything on the ledger and leads to its tree. */
export function SuperviseScreen() {
  const t = useText();
  const { isReadable } = useDirectory();
  const { status } = useSession();
  const [typed, setTyped] = useState("");
  const today = useLedgerClock()?.today;
  const text = useDeferredValue(typed);
  const plan = today === undefined ? null : searchPlan(text, Number(isoFromDay(today).slice(0, 4)));
  const search = useSupervisorSearch(plan);
  return (
    <Page title={t("supervise.title")} lead={t("supervise.lead")}>
      {!isReadable && status !== "signing-in" && <Callout>{t("supervise.signIn")}</Callout>}
      <search>
        <TextField
          type="search"
          label={t("supervise.search")}
          hint={t("supervise.hint")}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
      </search>
      {plan && <Loaded query={search}>{(result) => <SearchResults result={result} text={plan.text} />}</Loaded>}
      <Totals />
      <RecentActivity />
    </Page>
  );
}
