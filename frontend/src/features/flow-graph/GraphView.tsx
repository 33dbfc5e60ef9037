import { type ReactNode, useState } from "react";
import type { FlowKind } from "../../domain/flow/flow-graph.ts";
import { Section } from "../../ui/Section.tsx";
import { ExportButtons } from "./ExportButtons.tsx";
import { GraphCanvas } from "./GraphCanvas.tsx";
import { GraphTables } from "./GraphTables.tsx";
import type { Graph } from "./graph.ts";
import { KindFilter } from "./KindFilter.tsx";
import { useText } from "./text.ts";

interface GraphViewProps {
  graph: Graph;
  kinds: ReadonlySet<FlowKind>;
  shown: ReadonlySet<FlowKind>;
  onShown: (shown: ReadonlySet<FlowKind>) => void;
  /** Which day's state is shown. */
  dayControl: ReactNode;
  /** What is known of a node, over the page. */
  details: (node: string, onClose: () => void) => ReactNode;
}

/** A graph with all that goes with it: day, kinds of lines, picture, files, tables. */
export function GraphView({ graph, kinds, shown, onShown, dayControl, details }: GraphViewProps) {
  const t = useText();
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Section title={t("section")} description={graph.subtitle} actions={<ExportButtons graph={graph} />}>
      {dayControl}
      <KindFilter present={kinds} shown={shown} onChange={onShown} />
      <GraphCanvas graph={graph} onOpen={setOpened} />
      <GraphTables graph={graph} onOpen={setOpened} />
      {opened !== null && details(opened, () => setOpened(null))}
    </Section>
  );
}
