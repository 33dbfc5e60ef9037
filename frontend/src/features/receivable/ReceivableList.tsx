import { Link, useNavigate } from "@tanstack/react-router";
import { createContext, use, useCallback, useMemo } from "react";
import { type ReceivableListFilter, useReceivableList } from "../../app/data/lists/lists.ts";
import { PagedList } from "../../app/data/lists/PagedList.tsx";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { FlagPills } from "../../app/history/FlagPills.tsx";
import { StatePill } from "../../app/history/StatePill.tsx";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import type { VirtualColumn } from "../../ui/VirtualRow.tsx";
import type { Order } from "./list-query.ts";
import { useText } from "./text.ts";

/** Asks the clock once for all rows; a new block draws the pills anew and not the rows. */
const Judge = createContext<ReturnType<typeof useJudgeReceivable> | null>(null);

const SORTS = ["registeredAt", "dueDay", "face"] as const;

interface ReceivableListProps {
  query: ReceivableListFilter;
  onSort: (order: Order) => void;
  /** Why there is nothing to show. */
  emptyText: string;
}

/** Receivables, however many there are. */
export function ReceivableList({ query, onSort, emptyText }: ReceivableListProps) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const columns = useColumns();
  const open = useCallback(
    ({ id }: ReceivableRow) => void navigate({ to: "/receivables/$id", params: { id } }),
    [navigate],
  );
  return (
    <Judge value={useJudgeReceivable()}>
      <PagedList
        paged={useReceivableList(query)}
        listKey={JSON.stringify(query)}
        caption={(count) => t("list.caption", { count, total: format.count(count) })}
        columns={columns}
        sorting={{ by: query.sort, descending: query.descending }}
        onSort={({ by, descending }) => {
          const sort = SORTS.find((known) => known === by);
          if (sort) onSort({ sort, descending });
        }}
        onOpen={open}
        empty={{ title: t("list.empty.title"), text: emptyText }}
      />
    </Judge>
  );
}

function useColumns(): readonly VirtualColumn<ReceivableRow>[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts change with the language, as the figures do
  return useMemo<readonly VirtualColumn<ReceivableRow>[]>(
    () => [
      {
        key: "id",
        header: t("list.column.id"),
        isRowHeader: true,
        track: "7rem",
        sort: "registeredAt",
        cell: ({ id }) => <IdLink id={id} />,
      },
      {
        key: "obligor",
        header: t("list.column.obligor"),
        track: "minmax(8rem,1fr)",
        cell: ({ obligor }) => nameOf(obligor),
      },
      {
        key: "creditor",
        header: t("list.column.creditor"),
        track: "minmax(8rem,1fr)",
        cell: ({ creditor }) => nameOf(creditor),
      },
      {
        key: "face",
        header: t("list.column.face"),
        numeric: true,
        track: "minmax(8.5rem,0.8fr)",
        sort: "face",
        cell: ({ face, currency }) => money(face, currency),
      },
      {
        key: "dueDay",
        header: t("list.column.dueDay"),
        track: "7.5rem",
        sort: "dueDay",
        cell: ({ dueDay }) => format.day(dueDay),
      },
      {
        key: "state",
        header: t("list.column.state"),
        track: "minmax(9rem,1.7fr)",
        cell: (row) => <State row={row} />,
      },
    ],
    [money, format, nameOf],
  );
}

/** Tab passes the rows' links by: Enter on the row does the same. */
function IdLink({ id }: { id: ReceivableRow["id"] }) {
  return (
    <Link
      to="/receivables/$id"
      params={{ id }}
      preload={false}
      tabIndex={-1}
      className="font-mono text-sm text-accent underline underline-offset-2"
    >
      {shortReceivableId(BigInt(id))}
    </Link>
  );
}

function State({ row }: { row: ReceivableRow }) {
  const judged = use(Judge)?.(row);
  if (!judged) return null;
  return (
    <span className="inline-flex flex-wrap gap-1 *:whitespace-normal max-sm:justify-end">
      <StatePill state={judged.state} />
      <FlagPills row={row} timestamp={judged.timestamp} />
    </span>
  );
}
