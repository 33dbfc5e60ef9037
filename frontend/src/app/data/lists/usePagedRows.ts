import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";

/** One answer of the server about a long list. */
export interface ListPage<Row> {
  /** Rows of the whole list. */
  total: number;
  rows: readonly Row[];
}

export interface PagedRows<Row> {
  /** The first page, for `Loaded`: it tells how many rows there are. */
  first: { data: ListPage<Row> | undefined; error: Error | null; refetch: () => unknown };
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** Says which rows are about to be seen; their pages are fetched. */
  onRange: (first: number, last: number) => void;
  /** What is shown is the list as it was filtered before. */
  isStale: boolean;
  /** Why a page further down could not be read. */
  error: Error | null;
  retry: () => void;
}

const PAGE_ROWS = 50;
/** Whoever drags the scroll bar across thousands of rows sees none of them: pages are asked for where it rests. */
const REST_MS = 40;
const FIRST_PAGE = 0;

/**
 * The rows of a long list that are being looked at, page by page from the server.
 * @param listKey Of the list with its filter and order; begins with "index", so that it is read anew with each block.
 */
export function usePagedRows<Row>(
  listKey: readonly unknown[],
  fetchPage: (page: { offset: number; limit: number }, signal: AbortSignal) => Promise<ListPage<Row>>,
): PagedRows<Row> {
  const [seen, setSeen] = useState<readonly number[]>([]);
  const optionsOf = (page: number) => ({
    queryKey: [...listKey, page],
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchPage({ offset: page * PAGE_ROWS, limit: PAGE_ROWS }, signal),
  });
  const first = useQuery({ ...optionsOf(FIRST_PAGE), placeholderData: keepPreviousData });
  const isStale = first.isPlaceholderData;
  // The pages that were seen of the list before say nothing about this one.
  const further = isStale ? [] : seen;
  const results = useQueries({ queries: further.map(optionsOf) });
  const byPage = new Map(further.map((page, i) => [page, results[i]?.data]));
  byPage.set(FIRST_PAGE, first.data);
  const rowAt = (index: number) => byPage.get(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS];
  const failed = results.filter(({ error }) => error !== null);
  return {
    first,
    rowAt,
    onRange: useRestingRange(setSeen),
    isStale,
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const result of failed) void result.refetch();
    },
  };
}

/** Turns a range of rows into its pages once it has been still for a moment. */
function useRestingRange(setPages: (pages: readonly number[]) => void): (first: number, last: number) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (first, last) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setPages(pagesOf(first, last)), REST_MS);
    },
    [setPages],
  );
}

function pagesOf(first: number, last: number): number[] {
  const [from, to] = [Math.floor(first / PAGE_ROWS), Math.floor(last / PAGE_ROWS)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((page) => page !== FIRST_PAGE);
}
