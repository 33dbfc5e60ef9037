import { Hono } from "hono";
import { hex } from "../vault/hexSchema.ts";
import type { Sessions } from "../vault/sessions.ts";
import { reasonSchema, type StandingReasonBook } from "../vault/standingReasons.ts";
import { answerError, limitBody, readJson, requireSession, type SignedIn } from "./http.ts";

const SMALL_BODY = 16_384;

export function standingRoutes(sessions: Sessions, book: StandingReasonBook): Hono<SignedIn> {
  const app = new Hono<SignedIn>();
  app.onError(answerError);
  app.use(requireSession(sessions));
  app.get("/", async (c) => c.json(await book.list(c.var.account)));
  app.post("/:identity", limitBody(SMALL_BODY), async (c) => {
    const identity = hex(20).parse(c.req.param("identity"));
    return c.json(await book.add(c.var.account, identity, await readJson(c, reasonSchema)));
  });
  return app;
}
