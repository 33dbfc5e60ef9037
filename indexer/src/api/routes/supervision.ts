import { Hono } from "hono";
import { z } from "zod";
import { FIGURES } from "../../../../frontend/src/domain/figures.ts";
import { partsOf, shares, totals } from "../supervision/figures.ts";
import { networkOf } from "../supervision/network.ts";
import { hex } from "../vault/hexSchema.ts";
import { answerError } from "./http.ts";

const MOST_ROWS = 100;

const day = z.coerce.number().int().min(0).max(65_535);
const totalsQuery = z.object({ today: day });
const partsQuery = z.object({
  currency: z.coerce.number().int().min(0).max(255),
  today: day,
  obligor: hex(20).optional(),
  holder: hex(20).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(MOST_ROWS),
});
const networkQuery = z.object({ until: z.coerce.bigint().min(0n) });

/** Sums over the whole ledger. Public like `/graphql`: figures of the chain, no names. */
export function supervisionRoutes(): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.get("/totals", async (c) => c.json(await totals(totalsQuery.parse(c.req.query()).today)));
  app.get("/totals/:figure", async (c) => {
    const figure = z.enum(FIGURES).parse(c.req.param("figure"));
    const { offset, limit, ...filter } = partsQuery.parse(c.req.query());
    return c.json(await partsOf(figure, filter, { offset, limit }));
  });
  app.get("/shares", async (c) => c.json(await shares()));
  app.get("/network/:identity", async (c) => {
    const identity = hex(20).parse(c.req.param("identity"));
    const { edges, ...network } = await networkOf(identity, networkQuery.parse(c.req.query()).until);
    const asText = edges.map((edge) => ({ ...edge, first: String(edge.first), last: String(edge.last) }));
    return c.json({ ...network, edges: asText });
  });
  return app;
}
