import { useState } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMe } from "../../app/session/useMe.ts";
import { Page } from "../../ui/Page.tsx";
import { ListFilters } from "./ListFilters.tsx";
import { ANY, isNarrowed, type ListChoice, listQuery, type Order } from "./list-query.ts";
import { useChosenCurrency } from "./MoreFilters.tsx";
import { ReceivableList } from "./ReceivableList.tsx";
import { useText } from "./text.ts";

const NEWEST_FIRST: Order = { sort: "registeredAt", descending: true };

/** All receivables, or those that the reader has to do with. */
export function ReceivablesScreen() {
  const t = useText();
  const { participant, roles } = useMe();
  const { entries } = useDirectory();
  const timestamp = useLedgerClock()?.timestamp;
  // Those whose work is the whole network begin with all of it.
  const seesAll = roles.includes("supervisor") || roles.includes("operator");
  const [chosen, setChosen] = useState<Partial<ListChoice>>({});
  const [order, setOrder] = useState(NEWEST_FIRST);
  const choice: ListChoice = { ...ANY, scope: seesAll ? "all" : "mine", ...chosen };
  const { minorDigits } = useChosenCurrency(choice);
  const known = { party: participant?.identity, timestamp, directory: entries, minorDigits };
  const why = isNarrowed(choice) || choice.scope === "all" ? "list.empty.filtered" : "list.empty.mine";
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <ListFilters choice={choice} onChange={(change) => setChosen((kept) => ({ ...kept, ...change }))} />
      <ReceivableList query={listQuery(choice, order, known)} onSort={setOrder} emptyText={t(why)} />
    </Page>
  );
}
