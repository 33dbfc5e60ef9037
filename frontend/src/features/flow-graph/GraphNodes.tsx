import { memo } from "react";
import { GraphNode } from "./GraphNode.tsx";
import type { Graph } from "./graph.ts";

interface GraphNodesProps {
  graph: Graph;
  /** The one that the tab key reaches. */
  current: string | undefined;
}

/** All companies; not drawn anew while only another part of the picture is looked at. */
export const GraphNodes = memo(function GraphNodes({ graph, current }: GraphNodesProps) {
  const { layout, marks, nameOf, noteOf, present } = graph;
  return [...layout.places].map(([id, { x, y }]) => (
    <GraphNode
      key={id}
      id={id}
      x={x}
      y={y}
      name={nameOf(id)}
      note={noteOf(id)}
      letters={marks.get(id)?.letters ?? ""}
      colour={marks.get(id)?.colour ?? "none"}
      isFaint={!present.has(id)}
      isCurrent={id === current}
    />
  ));
});
