import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useId, useRef, useState } from "react";
import { type GraphCommand, graphCommand } from "../../domain/flow/graph-keys.ts";
import { type Direction, nodeBeside } from "../../domain/flow/step-through.ts";
import { viewBox } from "../../domain/flow/view.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { GraphEdges } from "./GraphEdges.tsx";
import { GraphNodes } from "./GraphNodes.tsx";
import type { Graph } from "./graph.ts";
import { MoreAside } from "./MoreAside.tsx";
import { useText } from "./text.ts";
import { useView } from "./useView.ts";

const STEPS: Readonly<Record<Direction, [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** Height on the screen: that of the picture and some room, within bounds. */
const LOWEST = 260;
const TALLEST = 500;
const ROOM = 140;

interface GraphCanvasProps {
  graph: Graph;
  onOpen: (node: string) => void;
}

/** The picture: one stop for the tab key, arrows from company to company, Enter for what is known of one. */
export function GraphCanvas({ graph, onOpen }: GraphCanvasProps) {
  const t = useText();
  const help = useId();
  const frame = useRef<SVGSVGElement>(null);
  const { layout, edges, amountOf, title } = graph;
  const { view, screen, hidden, stepTo, zoomIn, zoomOut, showAll, pan, show, drag } = useView(layout, frame);
  const nodes = [...layout.places.keys()];
  const [chosen, setChosen] = useState<string | null>(null);
  const current = chosen !== null && layout.places.has(chosen) ? chosen : nodes[0];

  const go = (node: string | null | undefined) => {
    if (!node) return;
    setChosen(node);
    show(node);
    frame.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(node)}"]`)?.focus({ preventScroll: true });
  };
  const obey = (command: GraphCommand) => {
    if (command.act === "go") go(current && nodeBeside(layout, current, command.direction));
    else if (command.act === "pan") pan(...STEPS[command.direction]);
    else if (command.act === "first") go(nodes[0]);
    else if (command.act === "last") go(nodes.at(-1));
    else if (command.act === "zoomIn") zoomIn();
    else if (command.act === "zoomOut") zoomOut();
    else if (command.act === "showAll") showAll();
    else if (current) onOpen(current);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = graphCommand(event);
    if (!command) return;
    event.preventDefault();
    obey(command);
  };
  const onFocus = ({ target }: FocusEvent) => {
    const node = target.closest("[data-node]")?.getAttribute("data-node");
    if (!node || node === current) return;
    setChosen(node);
    show(node);
  };
  const onClick = ({ target }: MouseEvent) => {
    const node = target instanceof Element ? target.closest("[data-node]")?.getAttribute("data-node") : null;
    if (!node) return;
    setChosen(node);
    onOpen(node);
  };
  return (
    <div className="card relative overflow-hidden">
      <div className="absolute end-2 top-2 z-10 flex gap-1 rounded-md border border-line bg-surface p-0.5">
        <IconButton size="sm" icon={ZoomIn} label={t("zoom.in")} onClick={zoomIn} />
        <IconButton size="sm" icon={ZoomOut} label={t("zoom.out")} onClick={zoomOut} />
        <IconButton size="sm" icon={Maximize} label={t("zoom.all")} onClick={showAll} />
      </div>
      <div className="relative">
        {/* biome-ignore lint/a11y/useSemanticElements: a group of companies that can be opened; a fieldset can't be drawn in */}
        <svg
          ref={frame}
          role="group"
          aria-label={title}
          aria-describedby={help}
          viewBox={viewBox(view, screen)}
          preserveAspectRatio="xMidYMid meet"
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onClick={onClick}
          {...drag}
          height={Math.min(TALLEST, Math.max(LOWEST, layout.height + ROOM))}
          className="block w-full cursor-grab touch-pan-y select-none active:cursor-grabbing"
        >
          <GraphEdges layout={layout} edges={edges} amountOf={amountOf} />
          <GraphNodes graph={graph} current={current} />
        </svg>
        {hidden.map((side) => (
          <MoreAside key={side} side={side} onStep={stepTo} />
        ))}
      </div>
      <p id={help} className="border-t border-line px-3 py-2 text-sm text-muted">
        <span className="pointer-coarse:hidden">{t("help")}</span>
        <span className="hidden pointer-coarse:inline">{t("touchHelp")}</span>
      </p>
    </div>
  );
}
