import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JsonRpcProvider, Wallet } from "ethers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ManagedProcess, startProcess } from "../../scripts/local/managedProcess.ts";
import { answerOf, waitFor } from "../../scripts/local/waitFor.ts";
import { TestToken__factory } from "../../types/contracts/index.js";

const PORT = 18_546;
const RPC = `http://127.0.0.1:${PORT}`;
const CHAIN_ID = 4242;
/** The node's first account; public, and worthless elsewhere. */
const DEPLOYER_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const SUPERVISOR = "0x00000000000000000000000000000000000000bb";
const NOT_A_TOKEN = "0x00000000000000000000000000000000000000aa";

const folder = mkdtempSync(join(tmpdir(), "tallystick-deploy-"));
let chain: ManagedProcess;

function deploy(...args: string[]) {
  const env = { ...process.env, DEPLOYER_KEY, TALLYSTICK_DEPLOYMENTS: folder };
  const { status, stderr, stdout } = spawnSync("tsx", ["scripts/deploy.ts", ...args], { env, encoding: "utf8" });
  return { status, stderr, stdout };
}

async function blockNumber(): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_blockNumber", params: [] });
  const response = await fetch(RPC, { method: "POST", body, headers: { "content-type": "application/json" } });
  return (await response.json()).result;
}

beforeAll(async () => {
  const args = ["node", "--hostname", "127.0.0.1", "--port", String(PORT), "--chain-id", String(CHAIN_ID)];
  chain = startProcess({ name: "The chain", command: "hardhat", args, logFile: join(folder, "chain.log") });
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
  const request = { method: "POST", body, headers: { "content-type": "application/json" } };
  await waitFor("the chain", 60_000, () => answerOf(RPC, request));
});

afterAll(() => chain.stop());

describe("npm run deploy", () => {
  it("refuses a chain it does not know, unless told", () => {
    const { status, stderr } = deploy("--rpc", RPC);
    expect(status).toBe(1);
    expect(stderr).toContain(`--allow-chain ${CHAIN_ID}`);
  });

  it("says when no chain answers", () => {
    const { status, stderr } = deploy("--rpc", "http://127.0.0.1:9");
    expect(status).toBe(1);
    expect(stderr).toContain("No chain answers");
  });

  it("makes no money of its own on a chain that is not local", () => {
    const { status, stderr } = deploy("--rpc", RPC, "--allow-chain", String(CHAIN_ID));
    expect(status).toBe(1);
    expect(stderr).toContain("--currency");
  });

  it("asks for a supervisor's account on a chain that is not local", () => {
    const currency = ["--currency", `CNY:${NOT_A_TOKEN}`];
    const { status, stderr } = deploy("--rpc", RPC, "--allow-chain", String(CHAIN_ID), ...currency);
    expect(status).toBe(1);
    expect(stderr).toContain("--supervisor");
  });

  it("deploys nothing when a currency's token is none", async () => {
    const { status, stderr } = deploy(
      "--rpc",
      RPC,
      "--allow-chain",
      String(CHAIN_ID),
      "--currency",
      `CNY:${NOT_A_TOKEN}`,
      "--supervisor",
      SUPERVISOR,
    );
    expect(status).toBe(1);
    expect(stderr).toContain("does not answer as an ERC-20");
    expect(await blockNumber()).toBe("0x0");
    expect(() => readFileSync(join(folder, `${CHAIN_ID}.json`))).toThrow("ENOENT");
  });

  it("leaves a currency out that the deployer can't try, says what to do, and adds it when that is done", async () => {
    const provider = new JsonRpcProvider(RPC, CHAIN_ID, { staticNetwork: true, cacheTimeout: -1, pollingInterval: 50 });
    const issuer = await provider.getSigner(1);
    const token = await (await new TestToken__factory(issuer).deploy("Real", "REAL", 6)).waitForDeployment();
    const currency = `CNY:${await token.getAddress()}`;
    const on = ["--rpc", RPC, "--allow-chain", String(CHAIN_ID), "--supervisor", SUPERVISOR, "--currency", currency];
    const poor = deploy(...on, "--probe-wait", "0");
    expect(poor.stderr).toContain("CNY is not a currency yet. The deployer 0x");
    expect(poor.stderr).toContain("has 0 of the 1000000 units");
    expect(poor.status).toBe(2);
    const mint = await token.mint(new Wallet(DEPLOYER_KEY).address, 1_000_000n);
    await mint.wait();
    const able = deploy(...on, "--probe-wait", "0");
    expect(able.stderr).toBe("");
    expect(able.status).toBe(0);
    const read = () => JSON.parse(readFileSync(join(folder, `${CHAIN_ID}.json`), "utf8"));
    expect(read().currencies).toMatchObject([{ code: "CNY", index: 1, token: await token.getAddress() }]);
    provider.destroy();
  });
});
