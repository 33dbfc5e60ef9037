import type { FlowEdge } from "../../domain/flow/flow-graph.ts";
import type { Layout } from "../../domain/flow/layered-layout.ts";
import type { HolderMark } from "../../ui/holderMarks.ts";

/** What is drawn, told and exported: a graph as it stood on a day, in the reader's words. */
export interface Graph {
  title: string;
  subtitle: string;
  /** Beginning of the names of exported files. */
  fileName: string;
  layout: Layout;
  /** Edges there were on the day, of the kinds chosen. */
  edges: readonly FlowEdge[];
  /** Nodes that had to do with it on the day; the others are faint. */
  present: ReadonlySet<string>;
  marks: ReadonlyMap<string, HolderMark>;
  nameOf: (node: string) => string;
  /** What stands under the name. */
  noteOf: (node: string) => string;
  amountOf: (edge: FlowEdge) => string;
  /** In which all its amounts are. */
  currency: number;
  /** Hours east of Greenwich in which times are told. */
  utcOffsetHours: number;
}
