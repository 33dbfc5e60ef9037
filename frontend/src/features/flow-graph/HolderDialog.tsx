import { Link } from "@tanstack/react-router";
import { useParticipants } from "../../app/data/queries/participants.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useMe } from "../../app/session/useMe.ts";
import { flowKind, type HeldRange } from "../../domain/flow/flow-graph.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Party } from "../../ui/Party.tsx";
import type { Graph } from "./graph.ts";
import type { ToldMovement } from "./movements.ts";
import { useText } from "./text.ts";

const LINK = "text-accent underline underline-offset-2";

interface HolderDialogProps {
  graph: Graph;
  node: string;
  row: ReceivableRow;
  /** On the day shown. */
  held: readonly HeldRange[];
  /** Up to the day shown. */
  movements: readonly ToldMovement[];
  onClose: () => void;
}

/** What a company had of a receivable on a day, and by which movements. */
export function HolderDialog({ graph, node, row, held, movements, onClose }: HolderDialogProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { findName } = useDirectory();
  const { data: participants } = useParticipants();
  const isSupervisor = useMe().roles.includes("supervisor");
  const identity = participants?.find(({ account }) => account === node)?.identity;
  const [got, gave] = [movesOf(movements, "to", node), movesOf(movements, "from", node)];
  const ranges = held.map(({ start, end }) => (
    <li key={String(start)} className="figures">
      {money(end - start, row.currency)}{" "}
      <span className="text-sm text-muted">{rangeText(start, end, format.count)}</span>
    </li>
  ));
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={graph.nameOf(node)}
      description={graph.subtitle}
    >
      <DescriptionList
        facts={[
          { label: t("details.account"), value: <Party name={findName(node)} address={node} /> },
          { label: t("details.held"), value: held.length > 0 ? <ul>{ranges}</ul> : t("holdsNothing") },
        ]}
      />
      <MovementList title={t("details.got")} moves={got} other="from" graph={graph} currency={row.currency} />
      <MovementList title={t("details.gave")} moves={gave} other="to" graph={graph} currency={row.currency} />
      <p className="flex flex-wrap gap-x-4">
        <Link to="/receivables/$id" params={{ id: row.id }} className={LINK}>
          {t("details.history")}
        </Link>
        {identity && isSupervisor && (
          <Link to="/supervise/network/$identity" params={{ identity }} className={LINK}>
            {t("details.network")}
          </Link>
        )}
      </p>
    </Dialog>
  );
}

function movesOf(movements: readonly ToldMovement[], side: "from" | "to", node: string): ToldMovement[] {
  return movements.filter((move) => move[side] === node && move.from !== move.to && flowKind(move.kind) !== null);
}

interface MovementListProps {
  title: string;
  moves: readonly ToldMovement[];
  other: "from" | "to";
  graph: Graph;
  currency: number;
}

function MovementList({ title, moves, other, graph, currency }: MovementListProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  if (moves.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h3 className="font-medium">{title}</h3>
      <ul aria-label={title} className="divide-y divide-line">
        {moves.map((move) => (
          <li key={move.id} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
            <span className="font-medium">{graph.nameOf(move[other])}</span>
            <span className="text-accent">{t(`movement.${move.kind}`)}</span>
            <span className="figures">{money(move.end - move.start, currency)}</span>
            <span className="figures text-sm text-muted">{rangeText(move.start, move.end, format.count)}</span>
            {move.price !== null && (
              <span className="figures text-sm">{t("details.price", { price: money(move.price, currency) })}</span>
            )}
            <span className="figures text-sm text-muted">{format.time(move.timestamp, graph.utcOffsetHours)}</span>
            <span className="text-sm text-muted">
              <Copyable value={move.txHash} shown={`${move.txHash.slice(0, 10)}…`} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
