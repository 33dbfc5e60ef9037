import { callServer, ServerError } from "./server.ts";

/** A page of rows, as the indexer answers a plural query. */
export interface RowPage<Row> {
  items: Row[];
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/**
 * Reads from the index. Public: it holds no names, only what is on chain.
 * @throws ServerError `Unreachable`, or `QueryRefused` with the index's reason.
 */
export async function graphqlFetch<Data>(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  signal?: AbortSignal,
): Promise<Data> {
  const response = await callServer("/graphql", {
    method: "POST",
    body: { query, variables },
    ...(signal ? { signal } : {}),
  });
  const { data, errors }: { data?: Data | null; errors?: { message: string }[] } = await response.json();
  if (errors?.length || !data) {
    throw new ServerError(200, "QueryRefused", errors?.map((error) => error.message).join("; ") ?? "No data.");
  }
  return data;
}
