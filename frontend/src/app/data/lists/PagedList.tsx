import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import type { VirtualColumn } from "../../../ui/VirtualRow.tsx";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { useCommonText } from "../../i18n/useCommonText.ts";
import { Loaded } from "../Loaded.tsx";
import type { PagedRows } from "./usePagedRows.ts";

interface PagedListProps<Row> {
  paged: PagedRows<Row>;
  listKey: string;
  /** Says how many there are. */
  caption: (count: number) => string;
  columns: readonly VirtualColumn<Row>[];
  sorting: { by: string; descending: boolean };
  onSort: (sorting: { by: string; descending: boolean }) => void;
  onOpen?: (row: Row) => void;
  rowRem?: { wide: number; narrow: number };
  empty: { title: string; text: string };
}

/** A long list from the server: how many rows it has, and those in sight. */
export function PagedList<Row>({ paged, caption, empty, ...table }: PagedListProps<Row>) {
  const { first, rowAt, onRange, isStale, error } = paged;
  return (
    <Loaded query={first}>
      {({ total }) => (
        <div className="grid gap-2">
          <p role="status" className="figures text-sm text-muted">
            {caption(total)}
          </p>
          {error && <PageMissing detail={error.message} onRetry={paged.retry} />}
          {total === 0 ? (
            <EmptyState title={empty.title}>{empty.text}</EmptyState>
          ) : (
            <VirtualTable
              {...table}
              label={caption(total)}
              total={total}
              rowAt={rowAt}
              onRange={onRange}
              busy={isStale}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}

function PageMissing({ detail, onRetry }: { detail: string; onRetry: () => void }) {
  const t = useCommonText();
  return (
    <Callout
      tone="danger"
      title={t("page.loadFailed")}
      live
      actions={<Button onClick={onRetry}>{t("ui.retry")}</Button>}
    >
      {detail}
    </Callout>
  );
}
