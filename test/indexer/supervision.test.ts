import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { sliceId } from "../../frontend/src/domain/ids.ts";
import { type Actor, actor } from "../../scripts/demo/actors.ts";
import { confirm, type RegisteredInvoice, register } from "../../scripts/demo/receivables.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { rowsOf } from "./support/graphql.ts";
import { joinNetwork, type TestNetwork } from "./support/joinNetwork.ts";
import { latestTime } from "./support/latestTime.ts";
import { readTables } from "./support/tables.ts";

const DAY = 86_400;
const CNY = 1;
const FACE = 100_000_00n;
const text = z.string();
const amount = text.transform(BigInt);
const alertRow = z.object({
  ...{ rule: text, receivableId: text, account: text, amount, lastAt: amount, firstAt: amount },
  ...{ figure: z.number().nullable(), threshold: z.number().nullable(), evidence: z.array(text) },
});
const totalRow = z.object({ figure: text, currency: z.number(), amount, receivables: z.number() });
const partRows = z.object({
  amount: amount.nullable(),
  receivables: z.number(),
  parts: z.array(z.object({ receivableId: text, amount })),
});
const shareRow = z.object({ side: text, currency: z.number(), total: amount, identity: text, amount });
const networkSchema = z.object({
  own: z.array(text),
  accounts: z.array(text),
  isCut: z.boolean(),
  edges: z.array(z.object({ from: text, to: text, kind: text, amount, movements: z.number(), first: text })),
});

/** What a supervisor is told, against what was done and what the ledger answers. */
describe("supervision", () => {
  let net: TestNetwork;
  let quiet: RegisteredInvoice;
  let trip: RegisteredInvoice;
  let split: RegisteredInvoice;
  let today: number;

  beforeAll(async () => {
    net = joinNetwork();
    today = await net.clock.today();
    quiet = await confirmed("SV-1");
    trip = await confirmed("SV-2");
    split = await confirmed("SV-3");
    await playQuiet();
    await playTrip();
    await playSplits();
    await net.caughtUp();
  });

  afterAll(() => net.provider.destroy());

  async function confirmed(number: string): Promise<RegisteredInvoice> {
    const [huaxin, yujiang] = [actor(net, "huaxin"), actor(net, "yujiang")];
    const plan = { number, issueDay: today - 2, dueDay: today + 60, face: FACE };
    const invoice = await register(huaxin, yujiang, plan);
    await confirm(yujiang, huaxin, invoice);
    return invoice;
  }

  const pay = async (from: Actor, slice: bigint, parts: { to: Actor; amount: bigint }[]) => {
    const until = (await latestTime(net)) + DAY;
    const named = parts.map(({ to, amount: cents }) => ({ to: to.address, amount: cents }));
    await settled(from.ledger.splitAndTransfer(slice, named, until));
  };

  /** Ten large parts and one payment on, to somebody new. */
  async function playQuiet(): Promise<void> {
    const [huaxin, bashan, nanping] = [actor(net, "huaxin"), actor(net, "bashan"), actor(net, "nanping")];
    const parts = Array.from({ length: 10 }, () => ({ to: bashan, amount: 5_000_00n }));
    await pay(huaxin, sliceId(quiet.id, 0n), parts);
    await settled(bashan.ledger.transfer(sliceId(quiet.id, 95_000_00n), nanping.address, 0));
  }

  /** 10 000.00 go to Bashan and on to Nanping; 4 000.00 come back in two parts, and 1 000.00 go to the obligor. */
  async function playTrip(): Promise<void> {
    const [huaxin, yujiang] = [actor(net, "huaxin"), actor(net, "yujiang")];
    const [bashan, nanping] = [actor(net, "bashan"), actor(net, "nanping")];
    await pay(huaxin, sliceId(trip.id, 0n), [{ to: bashan, amount: 10_000_00n }]);
    await settled(bashan.ledger.transfer(sliceId(trip.id, 90_000_00n), nanping.address, 0));
    await pay(nanping, sliceId(trip.id, 90_000_00n), [
      { to: bashan, amount: 1_000_00n },
      { to: bashan, amount: 3_000_00n },
    ]);
    await pay(bashan, sliceId(trip.id, 97_000_00n), [{ to: yujiang, amount: 1_000_00n }]);
    await settled(yujiang.ledger.accept(sliceId(trip.id, 99_000_00n)));
  }

  /** In two transactions of one day 21 parts, five of them below twice the smallest slice of 200.00. */
  async function playSplits(): Promise<void> {
    const huaxin = actor(net, "huaxin");
    const large = Array.from({ length: 16 }, () => 1_000_00n);
    const small = Array.from({ length: 5 }, () => 399_99n);
    await settled(huaxin.ledger.split(sliceId(split.id, 0n), large));
    await settled(huaxin.ledger.split(sliceId(split.id, 0n), small));
  }

  const hexId = ({ id }: RegisteredInvoice) => `0x${id.toString(16).padStart(48, "0")}`;
  const alerts = async (invoice: RegisteredInvoice) => {
    const fields = Object.keys(alertRow.shape).join(" ");
    const rows = await rowsOf(net.indexerUrl, "alerts", alertRow, fields, ', orderBy: "rule"');
    return rows.filter(({ receivableId }) => receivableId === hexId(invoice));
  };
  const get = async (path: string) => (await fetch(`${net.indexerUrl}/supervision${path}`)).json();
  const identityOf = ({ company }: Actor) => identityHash(company.scheme, company.number);

  it("is silent about an ordinary split and an ordinary payment", async () => {
    expect(await alerts(quiet)).toEqual([]);
  });

  it("finds cents that came back, with the way they took", async () => {
    const found = await alerts(trip);
    expect(found.map(({ rule, amount: cents }) => [rule, cents])).toEqual([
      ["roundTrip", 4_000_00n],
      ["backToObligor", 1_000_00n],
    ]);
    const [round, back] = found;
    expect(round?.account).toBe(actor(net, "bashan").address.toLowerCase());
    expect(round?.evidence).toHaveLength(3);
    expect(back?.evidence).toHaveLength(5);
    expect(back?.account).toBe(actor(net, "yujiang").address.toLowerCase());
    const transactions = (await readTables(net.indexerUrl)).transfers
      .filter(({ receivableId }) => receivableId === hexId(trip))
      .map(({ txHash }) => txHash);
    for (const txHash of [...(round?.evidence ?? []), ...(back?.evidence ?? [])])
      expect(transactions).toContain(txHash);
  });

  it("counts the parts of a day over all its transactions", async () => {
    const found = await alerts(split);
    expect(found).toMatchObject([
      { rule: "manyParts", figure: 21, threshold: 20, amount: 16_000_00n + 5n * 399_99n },
      { rule: "smallParts", figure: 5, threshold: 4, amount: 5n * 399_99n },
    ]);
    expect(found[0]?.evidence).toHaveLength(2);
    expect(found[0]?.firstAt).toBeLessThan(found[0]?.lastAt ?? 0n);
  });

  it("adds up what is owed as the ledger does, obligor by obligor", async () => {
    const totals = z.array(totalRow).parse(await get(`/totals?today=${today}`));
    const owed = totals.find(({ figure, currency }) => figure === "owed" && currency === CNY)?.amount;
    const { ledger } = actor(net, "supervisor");
    let outstanding = 0n;
    for (const { identity } of (await readTables(net.indexerUrl)).organisations) {
      const [sum] = await ledger.outstandingOf(identity, CNY);
      const path = `/totals/owed?currency=${CNY}&today=${today}&obligor=${identity}`;
      expect(partRows.parse(await get(path)).amount ?? 0n).toBe(sum);
      outstanding += sum;
    }
    expect(owed).toBe(outstanding);
    const parts = partRows.parse(await get(`/totals/owed?currency=${CNY}&today=${today}`));
    expect(parts.parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(owed);
    expect(parts.parts).toContainEqual({ receivableId: hexId(quiet), amount: FACE });
    expect(parts.receivables).toBe(parts.parts.length);
  });

  it("pages through a figure, and narrows it to an obligor and a holder", async () => {
    const [yujiang, nanping] = [identityOf(actor(net, "yujiang")), identityOf(actor(net, "nanping"))];
    const path = `/totals/owed?currency=${CNY}&today=${today}&obligor=${yujiang}`;
    const all = partRows.parse(await get(path));
    const second = partRows.parse(await get(`${path}&limit=1&offset=1`));
    expect(second.parts).toEqual([all.parts[1]]);
    expect(second.receivables).toBe(all.receivables);
    const held = partRows.parse(await get(`${path}&holder=${nanping}`));
    expect(held.parts).toContainEqual({ receivableId: hexId(quiet), amount: 5_000_00n });
    expect(partRows.parse(await get(`${path}&obligor=${nanping}`.replace(yujiang, nanping))).parts).toEqual([]);
  });

  it("finds late what is past its days of grace only", async () => {
    const late = async (day: number) =>
      partRows
        .parse(await get(`/totals/late?currency=${CNY}&today=${day}`))
        .parts.map(({ receivableId }) => receivableId);
    expect(await late(today + 63)).not.toContain(hexId(quiet));
    expect(await late(today + 64)).toContain(hexId(quiet));
  });

  it("tells every organisation's share of what is owed", async () => {
    const shares = z.array(shareRow).parse(await get("/shares"));
    const yujiang = shares.find(
      ({ side, identity }) => side === "obligor" && identity === identityOf(actor(net, "yujiang")),
    );
    const [outstanding] = await actor(net, "yujiang").ledger.outstandingOf(identityOf(actor(net, "yujiang")), CNY);
    expect(yujiang?.amount).toBe(outstanding);
    const held = shares.filter(({ side, currency }) => side === "holder" && currency === CNY);
    expect(held.reduce((sum, share) => sum + share.amount, 0n)).toBe(yujiang?.total);
  });

  it("draws an organisation's network up to a moment", async () => {
    const nanping = actor(net, "nanping");
    const now = await latestTime(net);
    const path = `/network/${identityOf(nanping)}`;
    const network = networkSchema.parse(await get(`${path}?until=${now}`));
    expect(network.own).toEqual([nanping.address.toLowerCase()]);
    expect(network.isCut).toBe(false);
    const [bashan, own] = [actor(net, "bashan").address.toLowerCase(), nanping.address.toLowerCase()];
    const back = network.edges.find(({ from, to, kind }) => from === own && to === bashan && kind === "payment");
    expect(back).toMatchObject({ amount: 4_000_00n, movements: 2 });
    expect(network.edges.every(({ kind }) => !["split", "merge", "cut"].includes(kind))).toBe(true);
    expect(networkSchema.parse(await get(`${path}?until=0`)).edges).toEqual([]);
  });

  it.each([
    "/totals",
    "/totals/nothing?currency=1&today=1",
    "/network/0x12?until=1",
    "/totals/owed?currency=x&today=1",
  ])("refuses %s", async (path) => expect((await fetch(`${net.indexerUrl}/supervision${path}`)).status).toBe(400));
});
