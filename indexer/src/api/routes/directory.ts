import { Hono } from "hono";
import { type Directory, nameEntrySchema } from "../vault/directory.ts";
import { hex } from "../vault/hexSchema.ts";
import type { Sessions } from "../vault/sessions.ts";
import { answerError, limitBody, readJson, requireSession, type SignedIn } from "./http.ts";

const SMALL_BODY = 16_384;

export function directoryRoutes(sessions: Sessions, directory: Directory): Hono<SignedIn> {
  const app = new Hono<SignedIn>();
  app.onError(answerError);
  app.use(requireSession(sessions));
  app.get("/", async (c) => c.json(await directory.list(c.var.account)));
  app.put("/:identity", limitBody(SMALL_BODY), async (c) => {
    const identity = hex(20).parse(c.req.param("identity"));
    return c.json(await directory.put(c.var.account, identity, await readJson(c, nameEntrySchema)));
  });
  return app;
}
