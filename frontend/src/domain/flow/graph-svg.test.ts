import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { type FlowEdge, flowGraph } from "./flow-graph.ts";
import { fitted, type GraphTexts, graphSvg } from "./graph-svg.ts";
import { lanes } from "./lanes.ts";
import { layeredLayout } from "./layered-layout.ts";

const edge = (from: string, to: string, kind: FlowEdge["kind"]): FlowEdge => ({
  ...{ id: `${from}-${to}-${kind}`, from, to, kind, amount: 100n, movements: 1, first: 1n, last: 1n },
});
const EDGES = [edge("o", "a", "confirm"), edge("a", "b", "transfer"), edge("b", "a", "transfer")];
const TEXTS: GraphTexts = {
  title: 'Graph of <3f9a> & "others"',
  subtitle: "state at 20 Nov 2026",
  node: (id) => ({ name: `<script>${id}</script>`, note: "1,000.00" }),
  amount: ({ amount }) => String(amount),
  kind: (kind) => kind,
};
const svg = graphSvg(layeredLayout(["o", "a", "b"], EDGES, ["o"]), EDGES, TEXTS);

describe("graphSvg", () => {
  it("is well-formed, with a node and an edge for each", () => {
    expect(XMLValidator.validate(svg)).toBe(true);
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(svg);
    expect(parsed.svg.g.g).toHaveLength(3);
    expect(parsed.svg.g.path).toHaveLength(3);
    expect(parsed.svg.title).toBe('Graph of <3f9a> & "others"');
  });
  it("makes no markup of names", () => {
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;o&lt;/script&gt;");
  });
  it("needs no style sheet and no inline style", () => expect(svg).not.toMatch(/style|class=|var\(/));
  it("has nothing without places", () => {
    const { edges } = flowGraph([]);
    expect(XMLValidator.validate(graphSvg(layeredLayout([], [], []), edges, TEXTS))).toBe(true);
  });
});

describe("lanes", () => {
  it("tell edges between the same two apart, whatever their direction", () => {
    expect(lanes(EDGES).map(({ lane }) => lane)).toEqual([0, 0, 1]);
  });
});

describe("fitted", () => {
  it("shortens what has no room, Chinese sooner", () => {
    expect(fitted("Huaxin Components")).toBe("Huaxin Components");
    expect(fitted("A company with a very long name")).toBe("A company with a very…");
    expect(fitted("重庆两江新区华信汽车零部件制造有限公司")).toBe("重庆两江新区华信汽车零部…");
  });
});
