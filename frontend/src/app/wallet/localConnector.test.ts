import { bytesToHex, defineChain } from "viem";
import { mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LOCAL_ADDRESSES, localSigner } from "./localAccounts.ts";
import { localConnector } from "./localConnector.ts";
import { createLocalProvider } from "./localProvider.ts";

function chainOf(id: number) {
  const rpcUrls = { default: { http: ["http://127.0.0.1/rpc"] } };
  return defineChain({
    id,
    name: `Chain ${id}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls,
  });
}

function connectOn(id: number) {
  const create = localConnector();
  return create({ chains: [chainOf(id)], emitter: undefined } as unknown as Parameters<typeof create>[0]);
}

describe("the development accounts", () => {
  it("are the first that Hardhat derives from its well-known mnemonic", () => {
    const mnemonic = "test test test test test test test test test test test junk";
    const parent = mnemonicToAccount(mnemonic, { path: "m/44'/60'/0'/0" }).getHdKey();
    const derived = LOCAL_ADDRESSES.map((_, index) => {
      const { privateKey } = parent.deriveChild(index);
      return privateKey && privateKeyToAccount(bytesToHex(privateKey)).address;
    });
    expect(LOCAL_ADDRESSES).toEqual(derived);
  });

  it("sign with the key that belongs to each address", () => {
    expect(LOCAL_ADDRESSES.map((address) => localSigner(address.toLowerCase())?.address)).toEqual(LOCAL_ADDRESSES);
    expect(localSigner("0x000000000000000000000000000000000000dEaD")).toBeUndefined();
  });
});

describe("localConnector", () => {
  it.each([1, 10, 137, 1_337, 31_336, 31_338, 11_155_111])("does not exist on chain %s", (id) => {
    expect(() => connectOn(id)).toThrow("Development accounts exist on chain 31337 only.");
  });

  it("exists on the development chain", () => {
    expect(connectOn(31_337).accounts).toHaveLength(12);
  });
});

describe("the local provider", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("sends nothing to a node that turns out to be of another chain", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
      const { id, method }: { id: number; method: string } = JSON.parse(body);
      asked.push(method);
      const result = method === "eth_chainId" ? "0x1" : "0x0";
      return Response.json({ jsonrpc: "2.0", id, result });
    });
    const [first] = LOCAL_ADDRESSES;
    if (!first) throw new Error("no account");
    const provider = createLocalProvider({ chain: chainOf(31_337), signerOf: localSigner, selected: () => first });
    const transaction = { from: first, to: first, value: "0x1" } as const;
    const sent = provider.request({ method: "eth_sendTransaction", params: [transaction] });
    await expect(sent).rejects.toThrow(/chain/i);
    expect(asked).toContain("eth_chainId");
    expect(asked).not.toContain("eth_sendRawTransaction");
  });
});
