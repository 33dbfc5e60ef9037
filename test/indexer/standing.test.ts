import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { actor } from "../../scripts/demo/actors.ts";
import { DEMO_COMPANIES } from "../../scripts/demo-companies.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { joinNetwork, type TestNetwork } from "./support/joinNetwork.ts";
import { Visitor } from "./support/session.ts";
import { signedIn } from "./support/visitors.ts";

function identityOf(key: string): string {
  const company = DEMO_COMPANIES.find((each) => each.key === key);
  if (!company) throw new Error(`no ${key}`);
  return identityHash(company.scheme, company.number);
}

const identity = identityOf("bashan");
const path = `/standing/${identity}`;
const entry = { action: "suspend", reason: "Beneficial owner not proven: 文件 2026-118." };

describe("reasons for a suspension", () => {
  let net: TestNetwork;

  beforeAll(() => {
    net = joinNetwork();
  });
  afterAll(() => net.provider.destroy());

  it("are not for who has not signed in, nor for strangers", async () => {
    const nobody = new Visitor(net.indexerUrl);
    expect(await nobody.send("GET", "/standing")).toMatchObject({ status: 401, code: "NotSignedIn" });
    expect(await nobody.send("POST", path, entry)).toMatchObject({ status: 401, code: "NotSignedIn" });
    const stranger = await signedIn(net.indexerUrl, "stranger");
    expect(await stranger.send("GET", "/standing")).toMatchObject({ status: 403, code: "NotParticipant" });
  });

  it.each(["bashan", "supervisor", "yuzhong"])("are not written by %s", async (key) => {
    const visitor = await signedIn(net.indexerUrl, key);
    expect(await visitor.send("POST", path, entry)).toMatchObject({ status: 403, code: "NotOperator" });
  });

  it.each([
    ["an empty reason", { reason: " " }],
    ["a reason with invisible characters", { reason: "fine\u202Eeton" }],
    ["a reason of 501 characters", { reason: "r".repeat(501) }],
    ["another act", { action: "delete" }],
  ])("refuse %s", async (_, change) => {
    const operator = await signedIn(net.indexerUrl, "operator");
    expect(await operator.send("POST", path, { ...entry, ...change })).toMatchObject({ code: "RequestMalformed" });
  });

  it("refuse an identity that was never admitted", async () => {
    const operator = await signedIn(net.indexerUrl, "operator");
    const unknown = `/standing/0x${"ab".repeat(20)}`;
    expect(await operator.send("POST", unknown, entry)).toMatchObject({ status: 404, code: "IdentityUnknown" });
  });

  it("are read by operator, supervisor and the organisation itself, suspended as it is; by nobody else", async () => {
    const operator = await signedIn(net.indexerUrl, "operator");
    const bashan = await signedIn(net.indexerUrl, "bashan");
    const kept = { identity, reasons: [{ ...entry, by: operator.wallet.address.toLowerCase() }] };
    expect(await operator.send("POST", path, entry)).toMatchObject({ status: 200, body: kept });
    await settled(actor(net, "operator").ledger.suspend(bashan.wallet.address));
    await net.caughtUp();
    for (const key of ["operator", "supervisor", "bashan"]) {
      const reader = await signedIn(net.indexerUrl, key);
      expect((await reader.send("GET", "/standing")).body).toMatchObject([kept]);
    }
    const bank = await signedIn(net.indexerUrl, "yuzhong");
    expect(await bank.send("GET", "/standing")).toMatchObject({ status: 200, body: [] });
    await settled(actor(net, "operator").ledger.restore(bashan.wallet.address));
    await net.caughtUp();
  });
});
