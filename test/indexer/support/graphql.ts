import { z } from "zod";

const MOST_ROWS = 1000;

const answerSchema = z.object({
  data: z.record(z.string(), z.object({ items: z.array(z.record(z.string(), z.unknown())), totalCount: z.number() })),
});

/** All rows of a table, as the web UI would get them, checked against the shape expected. */
export async function rowsOf<T>(
  url: string,
  table: string,
  row: z.ZodType<T>,
  fields: string,
  order = "",
): Promise<T[]> {
  const query = `{ ${table}(limit: ${MOST_ROWS}${order}) { totalCount items { ${fields} } } }`;
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
  const text = await response.text();
  const answer = answerSchema.safeParse(JSON.parse(text));
  if (!answer.success) throw new Error(`The index does not answer ${query}: ${text}`);
  const page = answer.data.data[table];
  if (!page || page.totalCount !== page.items.length)
    throw new Error(`The index keeps more than one page of ${table}.`);
  return z.array(row).parse(page.items);
}
