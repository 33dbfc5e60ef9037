import { Hono } from "hono";
import { isHex } from "viem";
import { z } from "zod";
import type { Sessions } from "../vault/sessions.ts";
import { answerError, bearerToken, limitBody, readJson } from "./http.ts";

const SMALL_BODY = 16_384;

const signInSchema = z.object({
  message: z.string().max(4096),
  signature: z.custom<`0x${string}`>((value) => isHex(value, { strict: true }), "Expected a signature in hex."),
});

export function authRoutes(sessions: Sessions): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.get("/nonce", (c) => {
    c.header("Cache-Control", "no-store");
    return c.json({ nonce: sessions.issueNonce() });
  });
  app.post("/login", limitBody(SMALL_BODY), async (c) => {
    const { message, signature } = await readJson(c, signInSchema);
    return c.json(await sessions.signIn(message, signature));
  });
  app.post("/logout", (c) => {
    sessions.signOut(bearerToken(c));
    return c.body(null, 204);
  });
  return app;
}
