import { escapeXml } from "../xml-text.ts";
import { edgePath } from "./edge-path.ts";
import { FLOW_KINDS, type FlowEdge, type FlowKind } from "./flow-graph.ts";
import { lanes } from "./lanes.ts";
import { type Layout, NODE } from "./layered-layout.ts";

/** What is written in the file, in the reader's language. */
export interface GraphTexts {
  title: string;
  /** The day whose state it shows, and where it comes from. */
  subtitle: string;
  /** Name, and what it holds; "" for nothing. */
  node: (id: string) => { name: string; note: string };
  amount: (edge: FlowEdge) => string;
  kind: (kind: FlowKind) => string;
}

/** How kinds are told apart on paper: by dashes, too. */
const STROKES: Readonly<Record<FlowKind, { colour: string; dash: string }>> = {
  confirm: { colour: "#191e21", dash: "" },
  transfer: { colour: "#14586b", dash: "" },
  finance: { colour: "#17633a", dash: "8 3" },
  pledge: { colour: "#7a4e00", dash: "3 3" },
  recourse: { colour: "#a3231b", dash: "8 3 2 3" },
  legal: { colour: "#a3231b", dash: "" },
  repaid: { colour: "#545d63", dash: "2 4" },
};

const MARGIN = 32;
const HEAD = 84;
/** Room on the right for edges within the last tier, with their amounts. */
const BESIDE = 120;
const LEGEND_STEP = 118;
const FONT = "font-family=\"'Noto Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif\"";

export function kindDash(kind: FlowKind): string {
  return STROKES[kind].dash;
}

/** The whole graph as a file that stands for itself: colours and fonts as attributes, no script and no style. */
export function graphSvg(layout: Layout, edges: readonly FlowEdge[], texts: GraphTexts): string {
  const width = Math.max(layout.width + BESIDE, FLOW_KINDS.length * LEGEND_STEP) + 2 * MARGIN;
  const height = layout.height + HEAD + 3 * MARGIN;
  const drawn = lanes(edges).flatMap(({ edge, lane }) => edgeSvg(layout, edge, lane, texts));
  const nodes = [...layout.places].map(([id, { x, y }]) => nodeSvg(x, y, texts.node(id)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${FONT}>`,
    `<title>${escapeXml(texts.title)}</title>`,
    `<defs>${FLOW_KINDS.map(arrowSvg).join("")}</defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${MARGIN}" y="${MARGIN}" font-size="18" font-weight="600" fill="#191e21">${escapeXml(texts.title)}</text>`,
    `<text x="${MARGIN}" y="${MARGIN + 20}" font-size="12" fill="#545d63">${escapeXml(texts.subtitle)}</text>`,
    ...FLOW_KINDS.map((kind, i) => legendSvg(kind, MARGIN + i * LEGEND_STEP, texts)),
    `<g transform="translate(${MARGIN} ${HEAD + MARGIN})">`,
    ...drawn,
    ...nodes,
    "</g>",
    "</svg>",
  ].join("\n");
}

function arrowSvg(kind: FlowKind): string {
  const box = 'viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"';
  return `<marker id="arrow-${kind}" ${box}><path d="M0 0L8 4L0 8z" fill="${STROKES[kind].colour}"/></marker>`;
}

function lineSvg(d: string, kind: FlowKind): string {
  const { colour, dash } = STROKES[kind];
  const dashed = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="1.5"${dashed} marker-end="url(#arrow-${kind})"/>`;
}

function edgeSvg(layout: Layout, edge: FlowEdge, lane: number, texts: GraphTexts): string[] {
  const [from, to] = [layout.places.get(edge.from), layout.places.get(edge.to)];
  if (!from || !to) return [];
  const { d, label } = edgePath(from, to, lane);
  const halo = 'stroke="#ffffff" stroke-width="4" paint-order="stroke" text-anchor="middle"';
  const text = escapeXml(texts.amount(edge));
  return [
    lineSvg(d, edge.kind),
    `<text x="${label.x.toFixed(1)}" y="${label.y.toFixed(1)}" font-size="11" fill="${STROKES[edge.kind].colour}" ${halo}>${text}</text>`,
  ];
}

function nodeSvg(x: number, y: number, { name, note }: { name: string; note: string }): string {
  const box = `width="${NODE.width}" height="${NODE.height}" rx="6" fill="#ffffff" stroke="#868f8b"`;
  return [
    `<g transform="translate(${x} ${y})"><title>${escapeXml(`${name} ${note}`.trim())}</title><rect ${box}/>`,
    `<text x="10" y="20" font-size="13" font-weight="600" fill="#191e21">${escapeXml(fitted(name))}</text>`,
    `<text x="10" y="37" font-size="11" fill="#545d63">${escapeXml(note)}</text></g>`,
  ].join("");
}

function legendSvg(kind: FlowKind, x: number, texts: GraphTexts): string {
  const y = MARGIN + 44;
  return `${lineSvg(`M${x} ${y}H${x + 30}`, kind)}<text x="${x + 38}" y="${y + 4}" font-size="11" fill="#191e21">${escapeXml(texts.kind(kind))}</text>`;
}

const WIDTH_UNITS = 22;

/** As much of a name as a node has room for; Chinese characters take two places. */
export function fitted(name: string): string {
  let units = 0;
  const letters = [...name];
  for (const [i, letter] of letters.entries()) {
    units += /[\u2e80-\uffef]/u.test(letter) ? 1.75 : 1;
    if (units > WIDTH_UNITS) return `${letters.slice(0, i).join("").trimEnd()}…`;
  }
  return name;
}

/** Names are other people's texts: none of it may become markup. */
