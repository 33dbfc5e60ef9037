import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type ReceivableRow, useReceivables } from "../../app/data/queries/receivables.ts";
import { useSlicesOf, useTransferOffers } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useMe } from "../../app/session/useMe.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { filterReceivables, type ListFilter } from "./filter-receivables.ts";
import { ListFilters } from "./ListFilters.tsx";
import { ReceivableTable } from "./ReceivableTable.tsx";
import { useText } from "./text.ts";

/** All receivables, or those that the reader has to do with. */
export function ReceivablesScreen() {
  const t = useText();
  const { participant, roles } = useMe();
  const receivables = useReceivables();
  // Those whose work is the whole network begin with all of it.
  const seesAll = roles.includes("supervisor") || roles.includes("operator");
  const [chosen, setChosen] = useState<Partial<Omit<ListFilter, "party">> & { scope?: "mine" | "all" }>({});
  const scope = chosen.scope ?? (seesAll ? "all" : "mine");
  const filter: ListFilter = {
    party: scope === "mine" ? (participant?.identity ?? null) : null,
    state: chosen.state ?? null,
    text: chosen.text ?? "",
  };
  const select = useSelect(filter);
  const isFiltered = filter.state !== null || filter.text !== "";
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <ListFilters
        scope={scope}
        state={filter.state}
        text={filter.text}
        onChange={(change) => setChosen((kept) => ({ ...kept, ...change }))}
      />
      <Loaded query={receivables}>
        {(all) => {
          const rows = select(all);
          if (rows.length > 0) return <ReceivableTable rows={rows} />;
          const why = isFiltered || scope === "all" ? "list.empty.filtered" : "list.empty.mine";
          return <EmptyState title={t("list.empty.title")}>{t(why)}</EmptyState>;
        }}
      </Loaded>
    </Page>
  );
}

function useSelect(filter: ListFilter): (rows: readonly ReceivableRow[]) => ReceivableRow[] {
  const { account } = useMe();
  const judge = useJudgeReceivable();
  const { entryOf } = useDirectory();
  const { data: held = [] } = useSlicesOf(account);
  const { data: offered = [] } = useTransferOffers({ payee: account });
  return (rows) =>
    filterReceivables(rows, filter, {
      stateOf: (row) => judge(row)?.state ?? null,
      namesOf: (account) => {
        const entry = entryOf(account);
        return entry ? [entry.name, entry.nameZh, entry.number] : [];
      },
      heldIds: new Set([...held, ...offered].map(({ receivableId }) => receivableId)),
    });
}
