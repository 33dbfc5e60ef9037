import { Wallet } from "ethers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ContractWallet__factory } from "../../types/contracts/index.js";
import { joinNetwork, type TestNetwork } from "./support/joinNetwork.ts";
import { Visitor } from "./support/session.ts";
import { developmentWallet } from "./support/visitors.ts";

const HOUR_MS = 3_600_000;

describe("sign-in", () => {
  let net: TestNetwork;
  const visitor = () => new Visitor(net.indexerUrl, developmentWallet(3));

  beforeAll(() => {
    net = joinNetwork();
  });
  afterAll(() => net.provider.destroy());

  it("gives a session for eight hours to who signs the message", async () => {
    const huaxin = visitor();
    const { status, body } = await huaxin.present(huaxin.statement(await huaxin.nonce()));
    expect(status).toBe(200);
    const { account, expiresAt } = body as { account: string; expiresAt: string };
    expect(account).toBe(huaxin.wallet.address.toLowerCase());
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(7.9 * HOUR_MS);
    expect((await huaxin.send("GET", "/directory")).status).toBe(200);
  });

  it("ends a session at sign-out", async () => {
    const huaxin = await visitor().signIn();
    expect((await huaxin.send("POST", "/auth/logout")).status).toBe(204);
    expect(await huaxin.send("GET", "/directory")).toMatchObject({ status: 401, code: "NotSignedIn" });
  });

  it("refuses a nonce that was used", async () => {
    const huaxin = visitor();
    const message = huaxin.statement(await huaxin.nonce());
    await huaxin.present(message);
    expect(await huaxin.present(message)).toMatchObject({ status: 401, code: "SignInNonce" });
  });

  it("spends the nonce even when the signature is wrong", async () => {
    const huaxin = visitor();
    const message = huaxin.statement(await huaxin.nonce());
    expect(await huaxin.present(message, Wallet.createRandom())).toMatchObject({
      status: 401,
      code: "SignatureInvalid",
    });
    expect(await huaxin.present(message)).toMatchObject({ status: 401, code: "SignInNonce" });
  });

  it("refuses a nonce that it never gave", async () => {
    const huaxin = visitor();
    expect(await huaxin.present(huaxin.statement("a1b2c3d4e5f6g7h8"))).toMatchObject({
      status: 401,
      code: "SignInNonce",
    });
  });

  it.each([
    ["expired", { expirationTime: new Date(Date.now() - 1000) }],
    ["written an hour ago", { issuedAt: new Date(Date.now() - HOUR_MS) }],
    ["written in the future", { issuedAt: new Date(Date.now() + HOUR_MS) }],
  ])("refuses a message that is %s", async (_, change) => {
    const huaxin = visitor();
    const message = huaxin.statement(await huaxin.nonce(), change);
    expect(await huaxin.present(message)).toMatchObject({ status: 401, code: "SignInExpired" });
  });

  it("refuses a message made for another site", async () => {
    const huaxin = visitor();
    const message = huaxin.statement(await huaxin.nonce(), { domain: "phishing.example" });
    expect(await huaxin.present(message)).toMatchObject({ status: 401, code: "SignInDomain" });
  });

  it("refuses a message for another chain", async () => {
    const huaxin = visitor();
    const message = huaxin.statement(await huaxin.nonce(), { chainId: 1 });
    expect(await huaxin.present(message)).toMatchObject({ status: 401, code: "SignInChain" });
  });

  it("refuses what is no EIP-4361 message", async () => {
    expect(await visitor().present("Let me in")).toMatchObject({ status: 400, code: "SignInMalformed" });
    expect(await visitor().send("POST", "/auth/login", "{")).toMatchObject({ status: 400, code: "NotJson" });
    const unsigned = { message: "Let me in", signature: "yes" };
    expect(await visitor().send("POST", "/auth/login", unsigned)).toMatchObject({
      status: 400,
      code: "RequestMalformed",
    });
  });

  it("accepts a contract's account by its owner's signature, and nobody else's", async () => {
    const deployer = await net.provider.getSigner(10);
    const owner = Wallet.createRandom();
    const contract = await new ContractWallet__factory(deployer).deploy(owner.address);
    await contract.waitForDeployment();
    const address = (await contract.getAddress()) as `0x${string}`;
    const client = visitor();
    const message = async () => client.statement(await client.nonce(), { address });
    expect(await client.present(await message(), owner)).toMatchObject({
      status: 200,
      body: { account: address.toLowerCase() },
    });
    expect(await client.present(await message(), Wallet.createRandom())).toMatchObject({
      status: 401,
      code: "SignatureInvalid",
    });
  });
});
