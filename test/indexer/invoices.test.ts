import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sliceId } from "../../frontend/src/domain/ids.ts";
import { type Actor, actor } from "../../scripts/demo/actors.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { joinNetwork, type TestNetwork } from "./support/joinNetwork.ts";
import { type SealedFile, sealedFile } from "./support/sealedFile.ts";
import { type Reply, Visitor } from "./support/session.ts";
import { signedIn } from "./support/visitors.ts";

const NUMBER = "VT-SECRET-0001";
const EVERYBODY = [
  "yujiang",
  "huaxin",
  "jiulong",
  "bashan",
  "nanping",
  "yuzhong",
  "supervisor",
  "operator",
  "stranger",
];

describe("invoices", () => {
  let net: TestNetwork;
  let huaxin: Actor;
  let yujiang: Actor;
  let today: number;
  const visitors = new Map<string, Visitor>();
  const as = (key: string): Visitor => {
    const found = visitors.get(key);
    if (!found) throw new Error(`Nobody signed in as ${key}.`);
    return found;
  };
  const make = (number: string, change = {}) => sealedFile(number, { seller: huaxin, buyer: yujiang, today }, change);
  const store = (invoice: SealedFile, key = "huaxin"): Promise<Reply> =>
    as(key).send("PUT", invoice.path, invoice.body);
  const readers = async ({ path }: SealedFile): Promise<string[]> => {
    const replies = await Promise.all(EVERYBODY.map(async (key) => [key, await as(key).send("GET", path)] as const));
    for (const [key, { status }] of replies) expect([200, 403], key).toContain(status);
    return replies.filter(([, { status }]) => status === 200).map(([key]) => key);
  };
  const idOf = ({ path }: SealedFile) => BigInt(path.slice("/invoices/".length));

  beforeAll(async () => {
    net = joinNetwork();
    [huaxin, yujiang] = [actor(net, "huaxin"), actor(net, "yujiang")];
    today = await net.clock.today();
    for (const key of EVERYBODY) visitors.set(key, await signedIn(net.indexerUrl, key));
  });
  afterAll(() => net.provider.destroy());

  describe("storing", () => {
    it("needs a session", async () => {
      const invoice = make("VT-1");
      const reply = await new Visitor(net.indexerUrl).send("PUT", invoice.path, invoice.body);
      expect(reply).toMatchObject({ status: 401, code: "NotSignedIn" });
    });

    it.each(["yujiang", "jiulong", "supervisor", "operator"])("is not for %s, who is not the seller", async (key) => {
      expect(await store(make("VT-1"), key)).toMatchObject({ status: 403, code: "NotSeller" });
    });

    it("is not for strangers", async () => {
      expect(await store(make("VT-1"), "stranger")).toMatchObject({ status: 403, code: "NotParticipant" });
    });

    it("refuses a file that was changed after sealing", async () => {
      const { body, ...invoice } = make("VT-1");
      const text = Buffer.from(body.file, "base64").toString().replaceAll("50000.00", "90000.00");
      const tampered = { ...invoice, body: { ...body, file: Buffer.from(text).toString("base64") } };
      expect(await store(tampered)).toMatchObject({
        status: 422,
        code: "FactsDiffer",
        body: { message: expect.stringContaining("payableMinor, fileSha256") },
      });
    });

    it.each([
      ["number", { number: "VT-2" }],
      ["amount", { payableMinor: "5000001" }],
      ["currency", { currency: "EUR" }],
      ["seller", { sellerIdentity: `0x${"11".repeat(20)}` }],
    ])("refuses facts with another %s than the file's", async (_, change) => {
      expect(await store(make("VT-1", change))).toMatchObject({ status: 422, code: "FactsDiffer" });
    });

    it("refuses a value changed under its root", async () => {
      const { body, ...invoice } = make("VT-1");
      const fields = body.sealed.fields.map((each) =>
        each.field === "agreedDueDate" ? { ...each, value: "2030-01-01" } : each,
      );
      const broken = { ...invoice, body: { ...body, sealed: { ...body.sealed, fields } } };
      expect(await store(broken)).toMatchObject({ status: 422, code: "SealBroken" });
    });

    it("refuses an invoice under another receivable's id", async () => {
      const invoice = { ...make("VT-1"), path: make("VT-2").path };
      expect(await store(invoice)).toMatchObject({ status: 422, code: "ReceivableDiffers" });
    });

    it("refuses what is no invoice", async () => {
      const { body, ...invoice } = make("VT-1");
      const file = Buffer.from('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>').toString("base64");
      expect(await store({ ...invoice, body: { ...body, file } })).toMatchObject({
        status: 422,
        code: "InvoiceHasDtd",
      });
    });

    it("refuses more than five megabytes", async () => {
      const { body, ...invoice } = make("VT-1");
      const file = Buffer.alloc(5 * 1024 * 1024 + 32_768).toString("base64");
      expect(await store({ ...invoice, body: { ...body, file } })).toMatchObject({ status: 413, code: "TooLarge" });
    });

    it("says so also to one who sends much more", async () => {
      const { body, ...invoice } = make("VT-1");
      const file = Buffer.alloc(30 * 1024 * 1024).toString("base64");
      expect(await store({ ...invoice, body: { ...body, file } })).toMatchObject({ status: 413, code: "TooLarge" });
    });

    it("refuses a file name that is a path", async () => {
      const { body, ...invoice } = make("VT-1");
      const sneaky = { ...invoice, body: { ...body, fileName: "../../etc/passwd" } };
      expect(await store(sneaky)).toMatchObject({ status: 400, code: "RequestMalformed" });
    });
  });

  describe("from registration to settlement", () => {
    let invoice: SealedFile;
    const first = () => sliceId(idOf(invoice), 0n);

    beforeAll(async () => {
      invoice = make(NUMBER);
      expect((await store(invoice)).status).toBe(200);
    });

    it("is read by its seller and the supervisor before it is registered", async () => {
      expect(await readers(invoice)).toEqual(["huaxin", "supervisor"]);
    });

    it("is read by its parties once registered", async () => {
      await settled(huaxin.ledger.register(invoice.terms));
      await net.caughtUp();
      expect(await readers(invoice)).toEqual(["yujiang", "huaxin", "supervisor"]);
    });

    it("stays what was registered while a correction is on its way", async () => {
      const correction = make(NUMBER, { agreedDueDate: "2027-06-30" });
      expect((await store(correction)).status).toBe(200);
      const { body } = await as("yujiang").send("GET", invoice.path);
      expect(body).toMatchObject({ documentRoot: invoice.body.sealed.root });
    });

    it("comes back as it was given, with all that is needed to recompute the root", async () => {
      const { body } = await as("yujiang").send("GET", invoice.path);
      expect(body).toMatchObject({
        documentRoot: invoice.terms.documentRoot,
        fields: invoice.body.sealed.fields,
        facts: { number: NUMBER, payableMinor: "5000000" },
        fileName: `${NUMBER}.xml`,
        shownTo: [],
        registryEntries: [],
      });
      const { response } = await as("yujiang").send("GET", `${invoice.path}/file`);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(invoice.bytes);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("content-disposition")).toMatch(/^attachment;/);
      expect(response.headers.get("cache-control")).toBe("no-store");
    });

    it("cannot be replaced once confirmed", async () => {
      await settled(yujiang.ledger.confirm(huaxin.address, invoice.terms, 1));
      await net.caughtUp();
      expect(await store(make(NUMBER))).toMatchObject({ status: 409, code: "AlreadyConfirmed" });
      expect((await store(invoice)).status).toBe(200);
    });

    it("is read by who is paid with it or offered a part, and by nobody else", async () => {
      const parts = ["bashan", "jiulong"].map((key) => ({ to: actor(net, key).address, amount: 5_000_00n }));
      const block = await net.provider.getBlock("latest");
      await settled(huaxin.ledger.splitAndTransfer(first(), parts, (block?.timestamp ?? 0) + 86_400));
      await net.caughtUp();
      expect(await readers(invoice)).toEqual(["yujiang", "huaxin", "jiulong", "bashan", "supervisor"]);
    });

    it("is shown to others by its parties and holders only", async () => {
      const bank = { account: as("yuzhong").wallet.address };
      const path = `${invoice.path}/show`;
      for (const key of ["jiulong", "yuzhong", "supervisor", "operator"]) {
        expect(await as(key).send("POST", path, bank), key).toMatchObject({ status: 403, code: "NotParty" });
      }
      const stranger = { account: as("stranger").wallet.address };
      expect(await as("bashan").send("POST", path, stranger)).toMatchObject({ status: 422, code: "ReaderNotAdmitted" });
      expect((await as("bashan").send("POST", path, bank)).status).toBe(204);
      expect(await readers(invoice)).toEqual(["yujiang", "huaxin", "jiulong", "bashan", "yuzhong", "supervisor"]);
    });

    it("keeps the registry's number in clear for its readers", async () => {
      const path = `${invoice.path}/registry-entry`;
      const entry = { number: " cq2026 1121-0007 ", date: "2026-11-21" };
      expect(await as("yuzhong").send("PUT", path, entry)).toMatchObject({ status: 403, code: "NotHolder" });
      expect((await as("huaxin").send("PUT", path, entry)).status).toBe(200);
      expect((await as("yuzhong").send("GET", invoice.path)).body).toMatchObject({
        registryEntries: [{ number: "CQ20261121-0007", date: "2026-11-21", entryHash: expect.stringMatching(/^0x/) }],
      });
    });
  });

  it("answers 404 where nothing is kept, and 400 to what is no id", async () => {
    const unknown = make("VT-UNKNOWN").path;
    expect(await as("supervisor").send("GET", unknown)).toMatchObject({ status: 404, code: "InvoiceUnknown" });
    expect((await as("supervisor").send("GET", "/invoices/0x12")).status).toBe(400);
  });

  it("lies on disk as ciphertext only, and every change is on record", () => {
    const vault = join(net.folder, "vault", net.record.genesisHash);
    const files = readdirSync(vault, { recursive: true, encoding: "utf8" }).map((name) => join(vault, name));
    const contents = files.filter((path) => statSync(path).isFile());
    expect(contents.length).toBeGreaterThan(10);
    for (const path of contents) {
      const text = readFileSync(path, "latin1");
      for (const secret of [NUMBER, "<Invoice", "Huaxin", "CQ20261121-0007"])
        expect(text.includes(secret), path).toBe(false);
      expect(statSync(path).mode & 0o077).toBe(0);
    }
    const audit = readFileSync(join(vault, "audit.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const actions = new Set(audit.map(({ action }: { action: string }) => action));
    expect(actions).toEqual(new Set(["putName", "putInvoice", "showInvoice", "putRegistryEntry"]));
  });
});
