import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { actor } from "../../scripts/demo/actors.ts";
import { DEMO_COMPANIES } from "../../scripts/demo-companies.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { joinNetwork, type TestNetwork } from "./support/joinNetwork.ts";
import { Visitor } from "./support/session.ts";
import { signedIn } from "./support/visitors.ts";

const LEI = "5493001KJTIIGC8Y1R12";
const identity = identityHash("LEI", LEI);
const path = `/directory/${identity}`;
const entry = {
  account: "0xa0ee7a142d267c1f36714e4a8f75612f20a79720",
  name: "Rheinwerk Metals",
  nameZh: null,
  scheme: "LEI",
  number: LEI,
};

describe("directory", () => {
  let net: TestNetwork;

  beforeAll(() => {
    net = joinNetwork();
  });
  afterAll(() => net.provider.destroy());

  it("tells nothing to who has not signed in", async () => {
    const nobody = new Visitor(net.indexerUrl);
    expect(await nobody.send("GET", "/directory")).toMatchObject({ status: 401, code: "NotSignedIn" });
    expect(await nobody.send("PUT", path, entry)).toMatchObject({ status: 401, code: "NotSignedIn" });
  });

  it("tells nothing to strangers, although they can sign in", async () => {
    const stranger = await signedIn(net.indexerUrl, "stranger");
    expect(await stranger.send("GET", "/directory")).toMatchObject({ status: 403, code: "NotParticipant" });
  });

  it("tells every participant the names of all", async () => {
    const bank = await signedIn(net.indexerUrl, "yuzhong");
    const { status, body } = await bank.send("GET", "/directory");
    expect(status).toBe(200);
    for (const { name, scheme, number, key } of DEMO_COMPANIES) {
      const account = actor(net, key).address.toLowerCase();
      const known = { account, identity: identityHash(scheme, number), name: name.en, nameZh: name.zh, scheme, number };
      expect(body).toContainEqual(known);
    }
  });

  it("tells nothing to the suspended", async () => {
    const operator = actor(net, "operator");
    const nanping = await signedIn(net.indexerUrl, "nanping");
    await settled(operator.ledger.suspend(nanping.wallet.address));
    await net.caughtUp();
    expect(await nanping.send("GET", "/directory")).toMatchObject({ status: 403, code: "NotParticipant" });
    await settled(operator.ledger.restore(nanping.wallet.address));
    await net.caughtUp();
    expect((await nanping.send("GET", "/directory")).status).toBe(200);
  });

  it.each(["yujiang", "huaxin", "yuzhong", "supervisor"])("is not written by %s", async (key) => {
    const visitor = await signedIn(net.indexerUrl, key);
    expect(await visitor.send("PUT", path, entry)).toMatchObject({ status: 403, code: "NotOperator" });
  });

  it.each([
    ["scheme and number of somebody else", 422, "IdentityDiffers", { number: "529900T8BM49AURSDO55" }],
    ["a number with a wrong check digit", 422, "LeiCheckDigitsWrong", { number: "5493001KJTIIGC8Y1R13" }],
    ["an empty name", 400, "RequestMalformed", { name: "  " }],
    ["a name that turns the writing around", 400, "RequestMalformed", { name: "Rhein\u202Ewerk" }],
    ["a name with an invisible character", 400, "RequestMalformed", { name: "Rhein\u200Bwerk" }],
    ["a name with a line break", 400, "RequestMalformed", { nameZh: "渝江\n汽车" }],
    ["a name of 201 characters", 400, "RequestMalformed", { name: "R".repeat(201) }],
  ])("refuses %s", async (_, status, code, change) => {
    const operator = await signedIn(net.indexerUrl, "operator");
    expect(await operator.send("PUT", path, { ...entry, ...change })).toMatchObject({ status, code });
  });

  it("refuses another account than the ledger's", async () => {
    const operator = await signedIn(net.indexerUrl, "operator");
    const [company] = DEMO_COMPANIES;
    if (!company) throw new Error("no demo companies");
    const { scheme, number } = company;
    const lie = { ...entry, scheme, number };
    const reply = await operator.send("PUT", `/directory/${identityHash(scheme, number)}`, lie);
    expect(reply).toMatchObject({ status: 409, code: "AccountDiffers" });
  });

  it("is written by the operator, before or after admission", async () => {
    const operator = await signedIn(net.indexerUrl, "operator");
    const stored = { ...entry, identity };
    expect(await operator.send("PUT", path, entry)).toMatchObject({ status: 200, body: stored });
    expect((await operator.send("GET", "/directory")).body).toContainEqual(stored);
  });
});
