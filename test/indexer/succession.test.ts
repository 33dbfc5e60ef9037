import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { type Actor, actor, actorFor } from "../../scripts/demo/actors.ts";
import { confirm, register } from "../../scripts/demo/receivables.ts";
import type { DemoCompany } from "../../scripts/demo-companies.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { joinNetwork, type TestNetwork } from "./support/joinNetwork.ts";
import { latestTime } from "./support/latestTime.ts";
import { Visitor } from "./support/session.ts";
import { developmentWallet, signedIn } from "./support/visitors.ts";

const NOTICE = 7 * 86_400;
const SUPPLIER = 2;
const COMPANY: DemoCompany = {
  key: "vesna",
  name: { en: "Vesna Turning", zh: "维斯纳车削" },
  scheme: "LEI",
  number: "529900T8BM49AURSDO55",
  roles: ["supplier"],
  account: 13,
};
const SUCCESSOR_ACCOUNT = 14;
const identity = identityHash(COMPANY.scheme, COMPANY.number);

/** A company registers an invoice, loses its key and gets another account. */
describe("a company whose key was replaced", () => {
  let net: TestNetwork;
  let lost: Actor;
  let invoicePath: string;
  const successor = developmentWallet(SUCCESSOR_ACCOUNT);
  const entry = { name: COMPANY.name.en, nameZh: COMPANY.name.zh, scheme: COMPANY.scheme, number: COMPANY.number };

  beforeAll(async () => {
    net = joinNetwork();
    lost = actorFor(COMPANY, net.provider, net.indexerUrl, net.record);
    const [operator, supervisor] = [actor(net, "operator"), actor(net, "supervisor")];
    const today = await net.clock.today();
    await settled(operator.ledger.admit(lost.address, identity, SUPPLIER, today + 1000));
    await net.caughtUp();
    await operator.vault.putName(identity, { ...entry, account: lost.address });
    const plan = { number: "VT-1", issueDay: today - 2, dueDay: today + 90, face: 8_000_00n };
    const invoice = await register(lost, actor(net, "yujiang"), plan);
    invoicePath = `/invoices/0x${invoice.id.toString(16).padStart(48, "0")}`;
    await confirm(actor(net, "yujiang"), lost, invoice);
    await settled(operator.ledger.proposeReplacement(lost.address, successor.address));
    await settled(supervisor.ledger.agreeReplacement(lost.address, successor.address));
    await net.clock.moveTo((await latestTime(net)) + NOTICE);
    await settled(operator.ledger.replaceKey(lost.address));
    await net.caughtUp();
  });

  afterAll(() => net.provider.destroy());

  it("reads its invoices with the new account, before its slices have followed", async () => {
    const visitor = await new Visitor(net.indexerUrl, successor).signIn();
    expect(await visitor.send("GET", invoicePath)).toMatchObject({ status: 200, body: { facts: { number: "VT-1" } } });
  });

  it("shows its invoices to others as before", async () => {
    const visitor = await new Visitor(net.indexerUrl, successor).signIn();
    const [jiulong, reader] = [actor(net, "jiulong"), await signedIn(net.indexerUrl, "jiulong")];
    expect(await reader.send("GET", invoicePath)).toMatchObject({ status: 403, code: "MayNotRead" });
    const shown = await visitor.send("POST", `${invoicePath}/show`, { account: jiulong.address.toLowerCase() });
    expect(shown.status).toBe(204);
    expect((await reader.send("GET", invoicePath)).status).toBe(200);
  });

  it("tells whoever has the lost key nothing any more", async () => {
    const visitor = await new Visitor(net.indexerUrl, developmentWallet(COMPANY.account)).signIn();
    expect(await visitor.send("GET", invoicePath)).toMatchObject({ status: 403, code: "MayNotRead" });
    expect(await visitor.send("GET", "/directory")).toMatchObject({ status: 403, code: "NotParticipant" });
  });

  it("is named by both accounts, and written down with the one in force only", async () => {
    const operator = await signedIn(net.indexerUrl, "operator");
    const listed = async () => {
      const { body } = await operator.send("GET", "/directory");
      const entries = Array.isArray(body) ? body : [];
      return entries.filter((each) => each.identity === identity).map(({ account }) => account);
    };
    const accounts = [lost.address.toLowerCase(), successor.address.toLowerCase()];
    expect(await listed()).toEqual(accounts);
    const put = (account: string) => operator.send("PUT", `/directory/${identity}`, { ...entry, account });
    expect(await put(accounts[0] ?? "")).toMatchObject({ status: 409, code: "AccountDiffers" });
    expect((await put(accounts[1] ?? "")).status).toBe(200);
    expect(await listed()).toEqual(accounts);
  });
});
