import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { FLOW_KINDS, type FlowEdge, type FlowKind } from "../../frontend/src/domain/flow/flow-graph.ts";
import { fitted } from "../../frontend/src/domain/flow/graph-svg.ts";
import { layeredLayout } from "../../frontend/src/domain/flow/layered-layout.ts";
import { GraphView } from "../../frontend/src/features/flow-graph/GraphView.tsx";
import type { Graph } from "../../frontend/src/features/flow-graph/graph.ts";
import { Dialog } from "../../frontend/src/ui/Dialog.tsx";
import { holderMarks } from "../../frontend/src/ui/holderMarks.ts";
import HOSTILE from "../fixtures/hostile-names.json" with { type: "json" };
import { renderInApp } from "./inApp.tsx";

const edge = (from: string, to: string, kind: FlowKind = "transfer"): FlowEdge => ({
  ...{ id: `${from}-${to}-${kind}`, from, to, kind, amount: 40_000_00n, movements: 1, first: 1n, last: 1n },
});

/** An obligor, its supplier, and two companies that the supplier paid. */
const NAMES = { motors: "Yujiang Motors", parts: "Huaxin Components", springs: "Bashan Springs", trucks: "Nanping" };
const CHAIN = [edge("motors", "parts", "confirm"), edge("parts", "springs"), edge("parts", "trucks")];

function graphOf(names: Readonly<Record<string, string>>, edges: readonly FlowEdge[]): Graph {
  const nodes = Object.keys(names);
  return {
    ...{ title: "Graph of 3f9a", subtitle: "At the end of 20 Nov 2026.", fileName: "graph-3f9a", utcOffsetHours: 8 },
    ...{ layout: layeredLayout(nodes, edges, nodes.slice(0, 1)), edges, present: new Set(nodes) },
    ...{ marks: holderMarks(nodes), nameOf: (node) => names[node] ?? node, noteOf: () => "holds nothing" },
    amountOf: ({ amount }) => `CN¥${amount}`,
    currency: 1,
  };
}

function Shown({ graph }: { graph: Graph }) {
  const [shown, setShown] = useState<ReadonlySet<FlowKind>>(new Set(FLOW_KINDS));
  return (
    <GraphView
      graph={graph}
      kinds={new Set(graph.edges.map(({ kind }) => kind))}
      shown={shown}
      onShown={setShown}
      dayControl={null}
      details={(node, onClose) => (
        <Dialog open onOpenChange={(open) => !open && onClose()} title={graph.nameOf(node)} description="About it">
          {node}
        </Dialog>
      )}
    />
  );
}

async function open(graph: Graph) {
  const screen = await renderInApp(<Shown graph={graph} />);
  const picture = screen.getByRole("group", { name: graph.title });
  const box = () => picture.element().getAttribute("viewBox")?.split(" ").map(Number) ?? [];
  return { screen, picture, box, node: (name: string | RegExp) => picture.getByRole("button", { name }) };
}

/** The company that the keyboard is at. */
const focused = () => document.activeElement?.getAttribute("data-node") ?? "none";

/** What the button would have put on the reader's disk. */
async function savedSvg(screen: Awaited<ReturnType<typeof open>>["screen"]): Promise<Document> {
  const made: Blob[] = [];
  const original = URL.createObjectURL;
  vi.spyOn(URL, "createObjectURL").mockImplementation((content) => {
    if (content instanceof Blob) made.push(content);
    return original.call(URL, content);
  });
  await userEvent.click(screen.getByRole("button", { name: "Save as SVG" }));
  const [file] = made;
  if (!file) throw new Error("no file was made");
  return new DOMParser().parseFromString(await file.text(), "image/svg+xml");
}

afterEach(() => vi.restoreAllMocks());

describe("the graph's keys", () => {
  it("go along the edges: onward, to the neighbour, back", async () => {
    const { node } = await open(graphOf(NAMES, CHAIN));
    node(/Yujiang Motors/)
      .element()
      .focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(node(/Huaxin Components/)).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.poll(focused).toMatch(/springs|trucks/);
    const first = focused();
    await userEvent.keyboard("{ArrowDown}{ArrowUp}{ArrowDown}{ArrowUp}");
    await expect.poll(focused).toMatch(/springs|trucks/);
    expect([first, focused()].every((id) => id !== "parts")).toBe(true);
    await userEvent.keyboard("{ArrowLeft}");
    await expect.element(node(/Huaxin Components/)).toHaveFocus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect.element(node(/Yujiang Motors/)).toHaveFocus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect.element(node(/Yujiang Motors/)).toHaveFocus();
  });

  it("open a company with Enter, and give the focus back to it", async () => {
    const { screen, node } = await open(graphOf(NAMES, CHAIN));
    node(/Yujiang Motors/)
      .element()
      .focus();
    await userEvent.keyboard("{ArrowRight}{Enter}");
    await expect.element(screen.getByRole("dialog", { name: "Huaxin Components" })).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(node(/Huaxin Components/)).toHaveFocus();
  });

  it("zoom with + and −, and show all with 0", async () => {
    const { node, box } = await open(graphOf(NAMES, CHAIN));
    node(/Yujiang Motors/)
      .element()
      .focus();
    await userEvent.keyboard("0");
    const whole = box();
    await userEvent.keyboard("+");
    await expect.poll(() => box()[2]).toBeLessThan(whole[2] ?? 0);
    await userEvent.keyboard("--");
    await expect.poll(() => box()[2]).toBeGreaterThan(whole[2] ?? 0);
    await userEvent.keyboard("0");
    await expect.poll(box).toEqual(whole);
  });

  it("reach the picture in one stop", async () => {
    const { picture } = await open(graphOf(NAMES, CHAIN));
    expect(picture.element().querySelectorAll("[data-node][tabindex='0']")).toHaveLength(1);
    expect(picture.element().querySelectorAll("[data-node]")).toHaveLength(4);
  });
});

describe("the graph's size", () => {
  it("may be one company", async () => {
    const { node } = await open(graphOf({ motors: "Yujiang Motors" }, []));
    await expect.element(node(/Yujiang Motors/)).toBeVisible();
    node(/Yujiang Motors/)
      .element()
      .focus();
    await userEvent.keyboard("{ArrowRight}{ArrowDown}{End}");
    await expect.element(node(/Yujiang Motors/)).toHaveFocus();
  });

  it("may be 500 companies, all drawn, and the keys still lead from end to end", async () => {
    const count = 500;
    const names = Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, `Company ${i}`]));
    const edges = Array.from({ length: count - 1 }, (_, i) => edge(`n${Math.floor(i / 8)}`, `n${i + 1}`));
    const { picture } = await open(graphOf(names, edges));
    const nodes = picture.element().querySelectorAll<SVGGElement>("[data-node]");
    expect(nodes).toHaveLength(count);
    expect(picture.element().querySelectorAll("g[aria-hidden] > g > path")).toHaveLength(count - 1);
    nodes[0]?.focus();
    await userEvent.keyboard("{End}");
    await expect.poll(focused).toBe(nodes[count - 1]?.dataset.node);
    await userEvent.keyboard("{Home}");
    await expect.poll(focused).toBe(nodes[0]?.dataset.node);
  });
});

describe("the graph on a phone", () => {
  const LONG = ["motors", "parts", "springs", "trucks", "steel"];
  const names = Object.fromEntries(LONG.map((node) => [node, `Company ${node}`]));
  const chain = LONG.slice(1).map((to, i) => edge(LONG[i] ?? "", to));

  afterEach(() => page.viewport(1_280, 800));

  it("says on which side there is more, and goes there by button or key until the end", async () => {
    await page.viewport(390, 844);
    const { screen, node } = await open(graphOf(names, chain));
    const right = screen.getByRole("button", { name: "More to the right" });
    const left = screen.getByRole("button", { name: "More to the left" });
    await expect.element(right).toBeVisible();
    await expect.element(left).not.toBeInTheDocument();
    const seen = () => node(/steel/).element().getBoundingClientRect();
    expect(seen().left).toBeGreaterThan(390);
    await userEvent.click(right);
    await expect.element(left).toBeVisible();
    for (let steps = 0; steps < 6 && right.query(); steps++) {
      right.element().focus();
      await userEvent.keyboard("{Enter}");
    }
    await expect.element(right).not.toBeInTheDocument();
    expect(seen().right).toBeLessThanOrEqual(390);
    node(/motors/)
      .element()
      .focus();
    await userEvent.keyboard("0");
    await expect.element(left).not.toBeInTheDocument();
    await expect.element(right).not.toBeInTheDocument();
  });

  it("says nothing where all is seen", async () => {
    const { screen } = await open(graphOf(NAMES, CHAIN));
    await expect.element(screen.getByRole("button", { name: /^More/ })).not.toBeInTheDocument();
  });
});

describe("the graph as a file", () => {
  it("has the same companies, and nothing that runs", async () => {
    const { screen } = await open(graphOf(NAMES, CHAIN));
    const svg = await savedSvg(screen);
    expect(svg.querySelector("parsererror")).toBeNull();
    for (const name of Object.values(NAMES)) expect(svg.documentElement.textContent).toContain(name);
    expect(svg.querySelectorAll("script, style, foreignObject, image, use, a, animate, set")).toHaveLength(0);
    const attributes = [...svg.querySelectorAll("*")].flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((attribute) => /^on|href$/i.test(attribute))).toEqual([]);
  });
});

describe("hostile names in the graph", () => {
  const nodes = Object.keys(HOSTILE);
  const edges = nodes.slice(1).map((to) => edge(nodes[0] ?? "", to));

  it("are text on the screen", async () => {
    const { picture } = await open(graphOf(HOSTILE, edges));
    const titles = [...picture.element().querySelectorAll("[data-node] > title")].map((title) => title.textContent);
    expect(titles.toSorted()).toEqual(Object.values(HOSTILE).toSorted());
    expect(picture.element().querySelectorAll("img, script, b, a")).toHaveLength(0);
    expect(Reflect.get(window, "__hit")).toBeUndefined();
  });

  it("are text in the file, which stays well-formed", async () => {
    const { screen } = await open(graphOf(HOSTILE, edges));
    const svg = await savedSvg(screen);
    expect(svg.querySelector("parsererror")?.textContent ?? null).toBeNull();
    for (const name of [HOSTILE.address, HOSTILE.arabic])
      expect(svg.documentElement.textContent).toContain(fitted(name));
    expect(svg.querySelectorAll("script, img, b, a")).toHaveLength(0);
  });
});
