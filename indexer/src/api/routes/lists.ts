import { type Context, Hono } from "hono";
import { listActivity } from "../lists/activityList.ts";
import { activityListQuery, receivableListQuery } from "../lists/listQueries.ts";
import { listReceivables } from "../lists/receivableList.ts";
import { answerError, limitBody, readJson } from "./http.ts";

/** A thousand organisations, and room. */
const LARGEST_QUERY = 131_072;

/** Pages of long tables, sorted and filtered here and not in the reader's browser. Public like `/graphql`: what is on the chain, no names. */
export function listRoutes(): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.use(limitBody(LARGEST_QUERY));
  app.post("/receivables", async (c) => answer(c, await listReceivables(await readJson(c, receivableListQuery))));
  app.post("/activity", async (c) => answer(c, await listActivity(await readJson(c, activityListQuery))));
  return app;
}

/** Bigints travel as decimal text, as in GraphQL's answers. */
function answer(c: Context, page: object): Response {
  const text = JSON.stringify(page, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  return c.body(text, 200, { "Content-Type": "application/json" });
}
