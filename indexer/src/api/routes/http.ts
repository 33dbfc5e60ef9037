import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { HTTPException } from "hono/http-exception";
import type { Hex } from "viem";
import { z } from "zod";
import { DomainError } from "../../../../frontend/src/domain/domain-error.ts";
import { Refusal } from "../vault/refusal.ts";
import type { Sessions } from "../vault/sessions.ts";

export interface SignedIn {
  Variables: { account: Hex };
}

/** Lets through who has a session, and says which account it is. */
export function requireSession(sessions: Sessions) {
  return createMiddleware<SignedIn>(async (c, next) => {
    const account = sessions.accountOf(bearerToken(c));
    if (account === null) throw new Refusal(401, "NotSignedIn", "Sign in with your wallet first.");
    c.set("account", account);
    c.header("Cache-Control", "no-store");
    await next();
  });
}

export function bearerToken(c: Context): string {
  return /^Bearer (\S+)$/.exec(c.req.header("Authorization") ?? "")?.[1] ?? "";
}

/** A refused request is read to this size at most, in bytes; what sends more loses its connection. */
const READ_TO_REFUSE = 64 * 1024 * 1024;

export function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: async (c) => {
      await readAndForget(c.req.raw.body);
      throw new Refusal(413, "TooLarge", `The request is larger than ${maxSize} bytes.`);
    },
  });
}

/** Whoever still sends when the connection is closed sees a reset, and never the answer. */
async function readAndForget(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return;
  let read = 0;
  for await (const chunk of body) {
    read += chunk.length;
    if (read > READ_TO_REFUSE) return;
  }
}

export async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await c.req.text();
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(400, "NotJson", "The request is not JSON.");
    throw error;
  }
}

/** Every refusal in one shape: `{ code, message }`. What nobody foresaw is logged and not told. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof Refusal) return c.json({ code: error.code, message: error.message }, error.status);
  if (error instanceof DomainError) {
    return c.json({ code: error.code, message: error.message, details: error.details }, 422);
  }
  if (error instanceof z.ZodError) {
    return c.json({ code: "RequestMalformed", message: z.prettifyError(error) }, 400);
  }
  if (error instanceof HTTPException) return c.json({ code: "HttpError", message: error.message }, error.status);
  console.error(error);
  return c.json({ code: "Internal", message: "The server failed. Try again; its log has the reason." }, 500);
}
