import { memo } from "react";
import { edgePath } from "../../domain/flow/edge-path.ts";
import { FLOW_KINDS, type FlowEdge, type FlowKind } from "../../domain/flow/flow-graph.ts";
import { kindDash } from "../../domain/flow/graph-svg.ts";
import { lanes } from "../../domain/flow/lanes.ts";
import type { Layout } from "../../domain/flow/layered-layout.ts";
import { cx } from "../../ui/cx.ts";

/** With more, amounts would cover one another: then they are told by the dialog and the tables. */
const MOST_LABELS = 80;

const STROKE: Readonly<Record<FlowKind, string>> = {
  confirm: "stroke-ink",
  transfer: "stroke-accent",
  finance: "stroke-positive",
  pledge: "stroke-warning",
  recourse: "stroke-danger",
  legal: "stroke-danger",
  repaid: "stroke-muted",
};
const FILL: Readonly<Record<FlowKind, string>> = {
  confirm: "fill-ink",
  transfer: "fill-accent",
  finance: "fill-positive",
  pledge: "fill-warning",
  recourse: "fill-danger",
  legal: "fill-danger",
  repaid: "fill-muted",
};

interface GraphEdgesProps {
  layout: Layout;
  edges: readonly FlowEdge[];
  amountOf: (edge: FlowEdge) => string;
}

export const GraphEdges = memo(function GraphEdges({ layout, edges, amountOf }: GraphEdgesProps) {
  return (
    <g aria-hidden>
      <defs>
        {FLOW_KINDS.map((kind) => (
          <marker
            key={kind}
            id={`flow-arrow-${kind}`}
            viewBox="0 0 8 8"
            refX={7}
            refY={4}
            markerWidth={7}
            markerHeight={7}
            orient="auto-start-reverse"
          >
            <path d="M0 0L8 4L0 8z" className={FILL[kind]} />
          </marker>
        ))}
      </defs>
      {lanes(edges).map(({ edge, lane }) => {
        const [from, to] = [layout.places.get(edge.from), layout.places.get(edge.to)];
        if (!from || !to) return null;
        const { d, label } = edgePath(from, to, lane);
        return (
          <g key={edge.id}>
            <KindLine kind={edge.kind} d={d} />
            {edges.length <= MOST_LABELS && (
              <text
                x={label.x}
                y={label.y}
                textAnchor="middle"
                className={cx("figures stroke-surface stroke-[4px] text-[11px] [paint-order:stroke]", FILL[edge.kind])}
              >
                {amountOf(edge)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
});

/** A line as edges of this kind are drawn. */
export function KindLine({ kind, d }: { kind: FlowKind; d: string }) {
  return (
    <path
      d={d}
      fill="none"
      strokeWidth={1.5}
      strokeDasharray={kindDash(kind) || undefined}
      markerEnd={`url(#flow-arrow-${kind})`}
      className={STROKE[kind]}
    />
  );
}
