import type { Query, QueryClient } from "@tanstack/react-query";
import type { event } from "../../../../indexer/ponder.schema.ts";
import { graphqlFetch, type RowPage } from "./graphql.ts";

/** What the history tells of blocks that the index has just taken in. */
export interface News {
  /** Kinds of its steps. */
  kinds: ReadonlySet<string>;
  /** Receivables that they are about, by their ids. */
  receivables: ReadonlySet<string>;
}

type Concerns = {
  /** For what is long to read: whether the news changes it. Without, every block has it read anew. */
  concernedBy?: (news: News) => boolean;
};

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: Concerns;
  }
}

type Step = Pick<typeof event.$inferSelect, "kind" | "receivableId">;

const MOST_STEPS = 1_000;
const NEWS = `query News($since: BigInt!, $limit: Int!) {
  events(where: { timestamp_gte: $since }, limit: $limit) {
    items { kind receivableId }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** @returns what happened from a second on; null when that is more than can be told in one go. */
export async function fetchNews(since: bigint): Promise<News | null> {
  const variables = { since: String(since), limit: MOST_STEPS };
  const { events } = await graphqlFetch<{ events: Pick<RowPage<Step>, "items" | "pageInfo"> }>(NEWS, variables);
  if (events.pageInfo.hasNextPage) return null;
  return {
    kinds: new Set(events.items.map(({ kind }) => kind)),
    receivables: new Set(events.items.flatMap(({ receivableId }) => receivableId ?? [])),
  };
}

/** What was read of receivables changes with a step about one of them. @param ids In lower case. */
export function isAboutAny(ids: readonly string[]): (news: News) => boolean {
  return ({ receivables }) => ids.some((id) => receivables.has(id));
}

const INDEX = ["index"];

/**
 * Has what was read from the index before a moment read anew, after another block: what asks which news concern it only if they do, all
 * else at once.
 * @param since In milliseconds: when the index told of the block.
 * @param readNews Null, or a failure, when nothing is known of what happened: then everything is read anew.
 */
export async function refreshIndexed(
  queries: QueryClient,
  since: number,
  readNews: () => Promise<News | null>,
): Promise<void> {
  const refresh = (choose: (query: Query) => boolean) =>
    queries.invalidateQueries({ queryKey: INDEX, predicate: (query) => isOlder(query, since) && choose(query) });
  const atOnce = refresh((query) => !canWait(query));
  if (queries.getQueryCache().findAll({ queryKey: INDEX, predicate: canWait }).length === 0) return atOnce;
  // Who can't be told the news reads for itself, and shows what is wrong.
  const news = await readNews().catch(() => null);
  const later = refresh((query) => canWait(query) && (news === null || query.meta?.concernedBy?.(news) === true));
  await Promise.all([atOnce, later]);
}

function isOlder({ state }: Query, moment: number): boolean {
  return state.dataUpdatedAt <= moment || state.status === "error";
}

/** What nobody looks at now, or was never read, is not kept up with the news. */
function canWait(query: Query): boolean {
  return query.meta?.concernedBy !== undefined && query.isActive() && query.state.status === "success";
}
