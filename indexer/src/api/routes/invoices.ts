import { Hono } from "hono";
import { z } from "zod";
import { MAX_INVOICE_BYTES } from "../../../../frontend/src/domain/invoice/decode-text.ts";
import { accountSchema, receivableIdSchema } from "../vault/hexSchema.ts";
import { type Invoices, invoiceSchema, registryEntrySchema } from "../vault/invoices.ts";
import type { Sessions } from "../vault/sessions.ts";
import { answerError, limitBody, readJson, requireSession, type SignedIn } from "./http.ts";

const SMALL_BODY = 16_384;
/** A file in base64, and its facts. */
const INVOICE_BODY = Math.ceil(MAX_INVOICE_BYTES / 3) * 4 + SMALL_BODY;

const putSchema = invoiceSchema.extend({ file: z.base64() });
const showSchema = z.object({ account: accountSchema });

export function invoiceRoutes(sessions: Sessions, invoices: Invoices): Hono<SignedIn> {
  const app = new Hono<SignedIn>();
  app.onError(answerError);
  app.use(requireSession(sessions));
  app.put("/:id", limitBody(INVOICE_BODY), async (c) => {
    const id = receivableIdSchema.parse(c.req.param("id"));
    const { file, ...invoice } = await readJson(c, putSchema);
    await invoices.put(c.var.account, id, Buffer.from(file, "base64"), invoice);
    return c.json({ receivableId: id, documentRoot: invoice.sealed.root });
  });
  app.get("/:id", async (c) => {
    const id = receivableIdSchema.parse(c.req.param("id"));
    return c.json(await invoices.get(c.var.account, id));
  });
  app.get("/:id/file", async (c) => {
    const id = receivableIdSchema.parse(c.req.param("id"));
    const { name, bytes } = await invoices.file(c.var.account, id);
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "application/xml",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "X-Content-Type-Options": "nosniff",
    });
  });
  app.post("/:id/show", limitBody(SMALL_BODY), async (c) => {
    const id = receivableIdSchema.parse(c.req.param("id"));
    await invoices.show(c.var.account, id, (await readJson(c, showSchema)).account);
    return c.body(null, 204);
  });
  app.put("/:id/registry-entry", limitBody(SMALL_BODY), async (c) => {
    const id = receivableIdSchema.parse(c.req.param("id"));
    return c.json(await invoices.putRegistryEntry(c.var.account, id, await readJson(c, registryEntrySchema)));
  });
  return app;
}
