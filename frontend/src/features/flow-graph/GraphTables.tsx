import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { FlowEdge } from "../../domain/flow/flow-graph.ts";
import { Button } from "../../ui/Button.tsx";
import { HolderBadge } from "../../ui/HolderBadge.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import type { Graph } from "./graph.ts";
import { useText } from "./text.ts";

interface GraphTablesProps {
  graph: Graph;
  onOpen: (node: string) => void;
}

/** The same as the picture, in rows. Drawn when it is asked for: a large graph has many. */
export function GraphTables(props: GraphTablesProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)} className="grid gap-3">
      <summary className="flex cursor-pointer list-none items-center gap-1 font-medium text-accent [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 [details[open]>summary>&]:rotate-90" />
        {t("tables.title")}
      </summary>
      {isOpen && (
        <div className="mt-3 grid gap-4">
          <NodeTable {...props} />
          <EdgeTable graph={props.graph} />
        </div>
      )}
    </details>
  );
}

function NodeTable({ graph, onOpen }: GraphTablesProps) {
  const t = useText();
  const values = useSheetValues();
  const rows = [...graph.layout.places].filter(([id]) => graph.present.has(id));
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: "name",
      header: t("tables.company"),
      isRowHeader: true,
      cell: ([id]) => (
        <span>
          <HolderBadge mark={graph.marks.get(id)} />
          {graph.nameOf(id)}
        </span>
      ),
      value: ([id]) => graph.nameOf(id),
    },
    {
      key: "tier",
      header: t("tables.tier"),
      numeric: true,
      cell: ([, { tier }]) => tier,
      value: ([, { tier }]) => values.count(tier),
    },
    { key: "note", header: t("tables.note"), cell: ([id]) => graph.noteOf(id), value: ([id]) => graph.noteOf(id) },
    {
      key: "open",
      header: t("tables.details"),
      cell: ([id]) => (
        <Button size="sm" onClick={() => onOpen(id)}>
          {t("tables.open")}
          <span className="sr-only"> {graph.nameOf(id)}</span>
        </Button>
      ),
    },
  ];
  return (
    <Table
      exportAs={t("tables.nodesFile")}
      caption={t("tables.nodes", { count: rows.length })}
      columns={columns}
      rows={rows}
      rowKey={([id]) => id}
    />
  );
}

function EdgeTable({ graph }: { graph: Graph }) {
  const t = useText();
  const format = useFormat();
  const values = useSheetValues();
  const { edges, nameOf, amountOf, currency, utcOffsetHours } = graph;
  const columns: Column<FlowEdge>[] = [
    {
      key: "way",
      header: t("tables.way"),
      isRowHeader: true,
      cell: ({ from, to }) => t("way", { from: nameOf(from), to: nameOf(to) }),
      value: ({ from, to }) => t("way", { from: nameOf(from), to: nameOf(to) }),
    },
    {
      key: "kind",
      header: t("tables.kind"),
      cell: ({ kind }) => t(`kind.${kind}`),
      value: ({ kind }) => t(`kind.${kind}`),
    },
    {
      key: "amount",
      header: t("tables.amount"),
      numeric: true,
      cell: amountOf,
      value: ({ amount }) => values.amount(amount, currency),
    },
    {
      key: "movements",
      header: t("tables.movements"),
      numeric: true,
      cell: ({ movements }) => format.count(movements),
      value: ({ movements }) => values.count(movements),
    },
    {
      key: "first",
      header: t("tables.first"),
      cell: ({ first }) => format.time(first, utcOffsetHours),
      value: ({ first }) => values.time(first),
    },
    {
      key: "last",
      header: t("tables.last"),
      cell: ({ last }) => format.time(last, utcOffsetHours),
      value: ({ last }) => values.time(last),
    },
  ];
  return (
    <Table
      exportAs={t("tables.edgesFile")}
      caption={t("tables.edges", { count: edges.length })}
      columns={columns}
      rows={edges}
      rowKey={({ id }) => id}
    />
  );
}
