import { memo } from "react";
import { fitted } from "../../domain/flow/graph-svg.ts";
import { NODE } from "../../domain/flow/layered-layout.ts";
import { cx } from "../../ui/cx.ts";

interface GraphNodeProps {
  id: string;
  x: number;
  y: number;
  name: string;
  note: string;
  letters: string;
  colour: string;
  /** It had nothing to do with it yet. */
  isFaint: boolean;
  /** The one that the tab key reaches. */
  isCurrent: boolean;
}

const STRIP = 26;

/** A company. Clicks and keys are heard by the picture around it. */
export const GraphNode = memo(function GraphNode(props: GraphNodeProps) {
  const { id, x, y, name, note, letters, colour, isFaint, isCurrent } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button element inside an SVG
    <g
      role="button"
      tabIndex={isCurrent ? 0 : -1}
      data-node={id}
      aria-label={[letters, name, note].filter((part) => part !== "").join(", ")}
      transform={`translate(${x} ${y})`}
      className={cx("group cursor-pointer focus:outline-none", isFaint && "opacity-40")}
    >
      <title>{name}</title>
      <rect
        width={NODE.width}
        height={NODE.height}
        rx={6}
        className="fill-surface stroke-line-strong group-hover:stroke-accent group-focus-visible:stroke-accent group-focus-visible:stroke-[4px]"
      />
      <rect x={5} y={(NODE.height - 20) / 2} width={STRIP - 4} height={20} rx={4} fill={colour} />
      <text
        x={5 + (STRIP - 4) / 2}
        y={NODE.height / 2 + 4}
        textAnchor="middle"
        className="fill-[#14181a] text-[11px] font-semibold"
      >
        {letters}
      </text>
      <text x={STRIP + 8} y={note === "" ? 28 : 20} className="fill-ink text-[12px] font-semibold">
        {fitted(name)}
      </text>
      <text x={STRIP + 8} y={37} className="figures fill-muted text-[11px]">
        {note}
      </text>
    </g>
  );
});
