import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { dayOf } from "../../frontend/src/domain/day-count.ts";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { RECEIVABLE_STATES, receivableState } from "../../frontend/src/domain/receivable-state.ts";
import { isTopic, kindsOf, TOPICS } from "../../frontend/src/features/activity/topics.ts";
import { registerMany } from "../../scripts/bench/manyReceivables.ts";
import { actor } from "../../scripts/demo/actors.ts";
import { rowsOf } from "./support/graphql.ts";
import { joinNetwork, type TestNetwork } from "./support/joinNetwork.ts";

const MANY = 130;
const GRACE_DAYS = 3;
const UTC_OFFSET = 8;

const row = z.object({
  id: z.string(),
  status: z.enum(["registered", "refused", "cancelled", "confirmed", "settled", "writtenOff", "defaulted"]),
  obligorIdentity: z.string(),
  creditorIdentity: z.string(),
  face: z.string(),
  dueDay: z.number(),
  currency: z.number(),
  paidInFull: z.boolean(),
  registeredAt: z.string(),
});
type Row = z.infer<typeof row>;
const step = z.object({
  id: z.string(),
  kind: z.string(),
  actor: z.string(),
  sender: z.string(),
  receivableId: z.string().nullable(),
  timestamp: z.string(),
  txHash: z.string(),
});
const listed = step.extend({ currency: z.number().nullable() });
const slice = z.object({ receivableId: z.string(), holder: z.string(), status: z.string() });
const offer = z.object({ receivableId: z.string(), payee: z.string(), status: z.string() });

/** Pages against the whole tables, which GraphQL gives. */
describe("lists", () => {
  let net: TestNetwork;
  let all: Row[];
  let steps: z.infer<typeof step>[];

  beforeAll(async () => {
    net = joinNetwork();
    await registerMany(net, MANY, () => undefined);
    await net.caughtUp();
    all = await rowsOf(net.indexerUrl, "receivables", row, Object.keys(row.shape).join(" "));
    steps = await rowsOf(net.indexerUrl, "events", step, Object.keys(step.shape).join(" "));
  });
  afterAll(() => net.provider.destroy());

  async function post(path: string, body: object): Promise<Response> {
    const headers = { "content-type": "application/json" };
    return fetch(`${net.indexerUrl}/lists/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  }

  async function receivables(query: object) {
    const answer = await post("receivables", {
      sort: "registeredAt",
      descending: true,
      offset: 0,
      limit: 200,
      ...query,
    });
    return z.object({ total: z.number(), rows: z.array(row) }).parse(await answer.json());
  }

  async function activity(query: object) {
    const answer = await post("activity", { descending: true, offset: 0, limit: 200, ...query });
    return z.object({ total: z.number(), rows: z.array(listed) }).parse(await answer.json());
  }

  const expectSame = (found: { total: number; rows: { id: string }[] }, wanted: { id: string }[]) => {
    expect(found.rows.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(found.total).toBe(wanted.length);
  };

  it.each(["registeredAt", "dueDay", "face"] as const)(
    "by %s: pages join to the whole table, in order",
    async (sort) => {
      const pages: Row[] = [];
      for (let offset = 0; offset < all.length; offset += 40) {
        const page = await receivables({ sort, descending: false, offset, limit: 40 });
        expect(page.total).toBe(all.length);
        pages.push(...page.rows);
      }
      expect(new Set(pages.map(({ id }) => id)).size).toBe(all.length);
      const values = pages.map((found) => BigInt(found[sort]));
      expect(values).toEqual([...values].sort((a, b) => Number(a - b)));
    },
  );

  it("the other way round begins with the last", async () => {
    const { rows } = await receivables({ sort: "face", limit: 1 });
    expect(BigInt(rows[0]?.face ?? 0)).toBe(BigInt(Math.max(...all.map(({ face }) => Number(face)))));
  });

  it("by state: as the domain tells it, at any time", async () => {
    const dueDay = all.find(({ status }) => status === "confirmed")?.dueDay ?? 0;
    const seen = new Set<string>();
    for (const days of [-30, -1, 0, GRACE_DAYS, GRACE_DAYS + 1, 400]) {
      const today = dueDay + days;
      const at = today * 86_400 - UTC_OFFSET * 3600;
      expect(dayOf(BigInt(at), UTC_OFFSET)).toBe(today);
      for (const state of RECEIVABLE_STATES) {
        const wanted = all.filter((found) => receivableState(found, today, GRACE_DAYS) === state);
        expectSame(await receivables({ state: { is: state, at } }), wanted);
        if (wanted.length > 0) seen.add(state);
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(["registered", "lapsed", "confirmed", "due", "overdue"]));
  });

  it("by organisation: what it owes, registered, holds or is offered", async () => {
    const { company, address } = actor(net, "jiulong");
    const party = identityHash(company.scheme, company.number);
    const [slices, offers] = await Promise.all([
      rowsOf(net.indexerUrl, "slices", slice, "receivableId holder status"),
      rowsOf(net.indexerUrl, "transferOffers", offer, "receivableId payee status"),
    ]);
    const account = address.toLowerCase();
    const held = new Set([
      ...slices
        .filter((found) => found.holder === account && found.status === "live")
        .map((found) => found.receivableId),
      ...offers
        .filter((found) => found.payee === account && found.status === "open")
        .map((found) => found.receivableId),
    ]);
    const isParty = (found: Row) => [found.obligorIdentity, found.creditorIdentity].includes(party);
    const wanted = all.filter((found) => isParty(found) || held.has(found.id));
    expect(held.size).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(all.length);
    expectSame(await receivables({ party }), wanted);
  });

  it("by text: the beginning of an id, or companies", async () => {
    const first = all[0];
    if (!first) throw new Error("The index has no receivables.");
    const idPrefix = first.id.slice(2, 4);
    const byId = all.filter(({ id }) => id.startsWith(`0x${idPrefix}`));
    expectSame(await receivables({ text: { idPrefix: idPrefix.toUpperCase(), identities: [] } }), byId);
    expectSame(await receivables({ text: { idPrefix: first.id, identities: [] } }), [first]);
    const identity = first.creditorIdentity;
    const named = all.filter((found) => [found.obligorIdentity, found.creditorIdentity].includes(identity));
    expectSame(await receivables({ text: { idPrefix: null, identities: [identity] } }), named);
    expectSame(await receivables({ text: { idPrefix: null, identities: [] } }), []);
  });

  it("by ranges, parties and currency together", async () => {
    const [dueFrom, dueTo] = [
      Math.min(...all.map(({ dueDay }) => dueDay)) + 5,
      Math.max(...all.map(({ dueDay }) => dueDay)) - 9,
    ];
    const query = { dueFrom, dueTo, faceFrom: "2000000", faceTo: "9000000", currency: 1 };
    const wanted = all.filter(
      ({ dueDay, face, currency }) =>
        dueDay >= dueFrom &&
        dueDay <= dueTo &&
        Number(face) >= 2_000_000 &&
        Number(face) <= 9_000_000 &&
        currency === 1,
    );
    expect(wanted.length).toBeGreaterThan(0);
    expectSame(await receivables(query), wanted);
    const { creditorIdentity, obligorIdentity } = wanted[0] ?? { creditorIdentity: "", obligorIdentity: "" };
    const fewer = wanted.filter(
      (found) => found.creditorIdentity === creditorIdentity && found.obligorIdentity === obligorIdentity,
    );
    expectSame(await receivables({ ...query, creditorIdentity, obligorIdentity }), fewer);
    expectSame(await receivables({ currency: 9 }), []);
  });

  it.each([
    ["a column that is none", { sort: "obligor" }],
    ["a page too large", { limit: 201 }],
    ["a page before the first", { offset: -1 }],
    ["a condition nobody knows", { holder: "0x00" }],
    ["an amount that is none", { faceFrom: "1e6" }],
    ["an id with a wildcard", { text: { idPrefix: "3%", identities: [] } }],
  ])("refuses %s", async (_, query) => {
    const answer = await post("receivables", { sort: "face", descending: true, offset: 0, limit: 50, ...query });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "RequestMalformed" });
  });

  it("activity: newest first, each step with its receivable's currency", async () => {
    const { total, rows } = await activity({ limit: 50 });
    expect(total).toBe(steps.length);
    expect(rows.map(({ id }) => id)).toEqual(
      steps
        .map(({ id }) => id)
        .sort()
        .reverse()
        .slice(0, 50),
    );
    for (const { receivableId, currency } of rows) expect(currency).toBe(receivableId === null ? null : 1);
  });

  it("activity: by kind, actor, receivable, transaction and time", async () => {
    const kinds = ["receivableConfirmed", "sliceSplit"];
    expectSame(
      await activity({ kinds }),
      steps.filter(({ kind }) => kinds.includes(kind)),
    );
    const account = actor(net, "yujiang").address.toLowerCase();
    const acted = steps.filter((found) => [found.actor, found.sender].includes(account));
    expectSame(await activity({ actors: [account] }), acted);
    const split = steps.find(({ kind }) => kind === "sliceSplit");
    if (!split?.receivableId) throw new Error("The demo splits a slice.");
    const { txHash, receivableId, timestamp } = split;
    expectSame(
      await activity({ txHash }),
      steps.filter((found) => found.txHash === txHash),
    );
    expectSame(
      await activity({ receivable: receivableId }),
      steps.filter((found) => found.receivableId === receivableId),
    );
    const [from, to] = [Number(timestamp), Number(timestamp) + 5 * 86_400];
    const between = steps.filter((found) => Number(found.timestamp) >= from && Number(found.timestamp) <= to);
    expectSame(await activity({ from, to }), between);
  });

  it("activity: each kind belongs to a topic", () => {
    const kinds = new Set(TOPICS.filter(isTopic).flatMap(kindsOf));
    expect(steps.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
