import { Link } from "@tanstack/react-router";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { FlowEdge } from "../../domain/flow/flow-graph.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Party } from "../../ui/Party.tsx";
import type { Graph } from "./graph.ts";
import { useText } from "./text.ts";

const LINK = "text-accent underline underline-offset-2";

interface CompanyDialogProps {
  graph: Graph;
  node: string;
  /** Of every kind, up to the day shown. */
  edges: readonly FlowEdge[];
  onClose: () => void;
}

/** With whom a company of the network has dealt, and the ways to learn more. */
export function CompanyDialog({ graph, node, edges, onClose }: CompanyDialogProps) {
  const t = useText();
  const { findName } = useDirectory();
  const { data: participants } = useParticipants();
  const identity = participants?.find(({ account }) => account === node)?.identity;
  const [got, gave] = [edges.filter(({ to }) => to === node), edges.filter(({ from }) => from === node)];
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={graph.nameOf(node)}
      description={graph.subtitle}
    >
      <Party name={findName(node)} address={node} />
      <EdgeList title={t("details.got")} edges={got} other="from" graph={graph} />
      <EdgeList title={t("details.gave")} edges={gave} other="to" graph={graph} />
      {identity && (
        <p className="flex flex-wrap gap-x-4">
          <Link to="/supervise/network/$identity" params={{ identity }} onClick={onClose} className={LINK}>
            {t("details.network")}
          </Link>
          <Link to="/supervise/alerts" search={{ company: identity }} className={LINK}>
            {t("details.alerts")}
          </Link>
        </p>
      )}
    </Dialog>
  );
}

interface EdgeListProps {
  title: string;
  edges: readonly FlowEdge[];
  other: "from" | "to";
  graph: Graph;
}

function EdgeList({ title, edges, other, graph }: EdgeListProps) {
  const t = useText();
  const format = useFormat();
  if (edges.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h3 className="font-medium">{title}</h3>
      <ul aria-label={title} className="divide-y divide-line">
        {edges.map((edge) => (
          <li key={edge.id} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
            <span className="font-medium">{graph.nameOf(edge[other])}</span>
            <span className="text-accent">{t(`kind.${edge.kind}`)}</span>
            <span className="figures">{graph.amountOf(edge)}</span>
            <span className="text-sm text-muted">{t("details.movements", { count: edge.movements })}</span>
            <span className="figures text-sm text-muted">{format.time(edge.last, graph.utcOffsetHours)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
