import { graphqlFetch, type RowPage } from "./graphql.ts";

/**
 * All rows of a plural query, page by page.
 * @param query Takes `$after` and asks for `items` and `pageInfo { hasNextPage endCursor }`.
 * @param name Of the query's only field.
 */
export async function fetchAllItems<Row>(
  query: string,
  name: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Record<string, RowPage<Row> | undefined> = await graphqlFetch(query, { ...variables, after });
    const page = answer[name];
    if (!page) throw new Error(`The index's answer lacks "${name}".`);
    rows.push(...page.items);
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}
