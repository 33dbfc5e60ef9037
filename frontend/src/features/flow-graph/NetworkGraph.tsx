import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { type Network, type NetworkEdge, useNetwork } from "../../app/data/queries/supervision.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useOrganisationName } from "../../app/data/useOrganisationName.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { dayOf, endOfDay, isoFromDay } from "../../domain/day-count.ts";
import { type FlowEdge, type FlowKind, flowKind, joinEdges } from "../../domain/flow/flow-graph.ts";
import { layeredLayout } from "../../domain/flow/layered-layout.ts";
import { Callout } from "../../ui/Callout.tsx";
import { holderMarks } from "../../ui/holderMarks.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { CompanyDialog } from "./CompanyDialog.tsx";
import { DayControl } from "./DayControl.tsx";
import { GraphView } from "./GraphView.tsx";
import type { Graph } from "./graph.ts";
import { useText } from "./text.ts";

const FIRST_SHOWN: readonly FlowKind[] = ["confirm", "transfer", "finance", "pledge", "recourse", "legal"];

interface NetworkGraphProps {
  identity: string;
  /** As it stands now. */
  whole: Network;
  clock: LedgerClock;
}

export function NetworkGraph({ identity, whole, clock }: NetworkGraphProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const nameOfOrganisation = useOrganisationName();
  const { currencies } = useDeployment();
  const { utcOffsetHours } = clock.policy;
  const used = currencies.filter(({ index }) => whole.edges.some(({ currency }) => currency === index));
  const [currency, setCurrency] = useState(used[0]?.index ?? 0);
  const [chosenDay, setDay] = useState<number | null>(null);
  const [shown, setShown] = useState<ReadonlySet<FlowKind>>(new Set(FIRST_SHOWN));
  const first = Math.min(...whole.edges.map((edge) => dayOf(edge.first, utcOffsetHours)));
  const day = chosenDay ?? clock.today;
  const then = useNetwork(identity, endOfDay(useDeferredValue(day), utcOffsetHours));

  const all = useMemo(() => flowEdges(whole.edges, currency), [whole, currency]);
  const layout = useMemo(() => {
    const roots = all.filter(({ kind }) => kind === "confirm").map(({ from }) => from);
    const onward = all.filter(({ kind }) => kind !== "repaid");
    return layeredLayout([...new Set(all.flatMap(({ from, to }) => [from, to]))], onward, roots);
  }, [all]);
  // Until another day's is read, the one before stays.
  const edgesThen = then.data?.edges ?? whole.edges;
  const present = useMemo(() => flowEdges(edgesThen, currency), [edgesThen, currency]);
  const edges = useMemo(() => present.filter(({ kind }) => shown.has(kind)), [present, shown]);
  const amountOf = useCallback(({ amount }: FlowEdge) => money(amount, currency), [money, currency]);

  const graph: Graph = {
    title: t("network.title", { name: nameOfOrganisation(identity) }),
    subtitle: t("network.subtitle", { day: format.day(day) }),
    fileName: `network-${identity.slice(2, 10)}-${isoFromDay(day)}`,
    ...{ layout, edges, marks: holderMarks([...layout.places.keys()]), nameOf, amountOf, currency, utcOffsetHours },
    present: new Set(present.flatMap(({ from, to }) => [from, to])),
    noteOf: (node) => (whole.own.some((own) => own === node) ? t("network.self") : ""),
  };
  return (
    <>
      {whole.isCut && <Callout tone="warning">{t("network.cut")}</Callout>}
      {used.length > 1 && (
        <SelectField
          className="max-w-60"
          label={t("network.currency")}
          value={String(currency)}
          options={used.map(({ index, code }) => ({ value: String(index), label: code }))}
          onChange={({ target }) => setCurrency(Number(target.value))}
        />
      )}
      <GraphView
        graph={graph}
        kinds={new Set(all.map(({ kind }) => kind))}
        shown={shown}
        onShown={setShown}
        dayControl={<DayControl first={first} last={clock.today} day={day} onDay={setDay} />}
        details={(node, onClose) => <CompanyDialog graph={graph} node={node} edges={present} onClose={onClose} />}
      />
    </>
  );
}

function flowEdges(edges: readonly NetworkEdge[], currency: number): FlowEdge[] {
  return joinEdges(
    edges.flatMap(({ kind, ...edge }) => {
      const flow = flowKind(kind);
      return flow === null || edge.currency !== currency || edge.from === edge.to ? [] : [{ ...edge, kind: flow }];
    }),
  );
}
