import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { JudgedReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { dayOf, endOfDay, isoFromDay } from "../../domain/day-count.ts";
import { type FlowEdge, type FlowKind, flowGraph, type HeldRange, holdingsAt } from "../../domain/flow/flow-graph.ts";
import { layeredLayout } from "../../domain/flow/layered-layout.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { holderMarks } from "../../ui/holderMarks.ts";
import { DayControl } from "./DayControl.tsx";
import { GraphView } from "./GraphView.tsx";
import type { Graph } from "./graph.ts";
import { HolderDialog } from "./HolderDialog.tsx";
import type { ToldMovement } from "./movements.ts";
import { useText } from "./text.ts";

/** What is repaid comes back from everybody to the obligor: it is drawn when it is asked for. */
const FIRST_SHOWN: readonly FlowKind[] = ["confirm", "transfer", "finance", "pledge", "recourse", "legal"];

interface ReceivableGraphProps {
  row: ReceivableRow;
  judged: JudgedReceivable;
  movements: readonly ToldMovement[];
}

export function ReceivableGraph({ row, judged, movements }: ReceivableGraphProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { utcOffsetHours } = judged.policy;
  const [chosenDay, setDay] = useState<number | null>(null);
  const [shown, setShown] = useState<ReadonlySet<FlowKind>>(new Set(FIRST_SHOWN));
  const { first, last } = daysOf(movements, utcOffsetHours, judged.today);
  const day = chosenDay ?? last;
  // The slider goes on while the picture follows.
  const until = endOfDay(useDeferredValue(day), utcOffsetHours);

  const whole = useMemo(() => flowGraph(movements), [movements]);
  const layout = useMemo(() => {
    const onward = whole.edges.filter(({ kind }) => kind !== "repaid");
    const roots = whole.edges.filter(({ kind }) => kind === "confirm").map(({ from }) => from);
    return layeredLayout(whole.nodes, onward, roots);
  }, [whole]);
  const then = useMemo(() => flowGraph(movements, until), [movements, until]);
  const held = useMemo(() => holdingsAt(movements, until), [movements, until]);
  const edges = useMemo(() => then.edges.filter(({ kind }) => shown.has(kind)), [then, shown]);
  const amountOf = useCallback(({ amount }: FlowEdge) => money(amount, row.currency), [money, row.currency]);

  const graph: Graph = {
    title: t("receivable.title", { id: shortReceivableId(BigInt(row.id)) }),
    subtitle: t("receivable.subtitle", { amount: money(row.face, row.currency), day: format.day(day) }),
    fileName: `graph-${shortReceivableId(BigInt(row.id))}-${isoFromDay(day)}`,
    ...{
      layout,
      edges,
      present: new Set(then.nodes),
      marks: holderMarks(whole.nodes),
      nameOf,
      amountOf,
      currency: row.currency,
      utcOffsetHours,
    },
    noteOf: (node) => {
      const ranges = held.get(node);
      if (ranges) return t("holds", { amount: money(sumOf(ranges), row.currency) });
      return t(node === row.obligor ? "obligor" : "holdsNothing");
    },
  };
  return (
    <GraphView
      graph={graph}
      kinds={new Set(whole.edges.map(({ kind }) => kind))}
      shown={shown}
      onShown={setShown}
      dayControl={<DayControl first={first} last={last} day={day} onDay={setDay} />}
      details={(node, onClose) => (
        <HolderDialog
          graph={graph}
          node={node}
          row={row}
          held={held.get(node) ?? []}
          movements={movements.filter(({ timestamp }) => timestamp <= until)}
          onClose={onClose}
        />
      )}
    />
  );
}

function daysOf(
  movements: readonly ToldMovement[],
  utcOffsetHours: number,
  today: number,
): { first: number; last: number } {
  const days = movements.map(({ timestamp }) => dayOf(timestamp, utcOffsetHours));
  return { first: Math.min(...days), last: Math.max(today, ...days) };
}

function sumOf(ranges: readonly HeldRange[]): bigint {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0n);
}
