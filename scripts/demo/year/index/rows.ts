import { z } from "zod";

/** Columns as the index answers them; amounts come as text. */
export const amount = z.string().transform(BigInt);
export const text = z.string();
export const whole = z.number();
export const flag = z.boolean();

const PAGE = 1_000;

const answerSchema = z.object({
  data: z.record(
    z.string(),
    z.object({
      items: z.array(z.unknown()),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  ),
});

/** All rows of a table, page by page, each checked against the columns asked for. */
export async function rowsOf<Shape extends z.ZodRawShape>(
  url: string,
  table: string,
  columns: Shape,
): Promise<z.infer<z.ZodObject<Shape>>[]> {
  const row = z.object(columns);
  const rows: z.infer<typeof row>[] = [];
  const fields = Object.keys(columns).join(" ");
  for (let after: string | null = null; ; ) {
    const from: string = after === null ? "" : `, after: "${after}"`;
    const query = `{ ${table}(limit: ${PAGE}${from}) { items { ${fields} } pageInfo { hasNextPage endCursor } } }`;
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
    const answer = answerSchema.parse(await response.json());
    const page = answer.data[table];
    if (!page) throw new Error(`The index does not answer about ${table}.`);
    rows.push(...page.items.map((each) => row.parse(each)));
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}
