import { afterEach, describe, expect, it, vi } from "vitest";
import { loadDeployment } from "./deployment.ts";

const account = `0x${"Ab".repeat(20)}`;
const record = {
  chainId: 31_337,
  chainName: "Local development chain",
  genesisHash: `0x${"cd".repeat(32)}`,
  startBlock: 1,
  addresses: {
    ...{ accessManager: account, ledger: account, settlementDesk: account, exposureBook: account },
    ...{ recourseDesk: account, discountDesk: account, pledgeDesk: account, earlyPaymentDesk: account },
  },
  currencies: [
    { code: "CNY", index: 1, token: account, tokenDecimals: 2, minorDigits: 2, dayCount: "ACT", dayBase: 360 },
  ],
};

function serve(body: unknown, status = 200): void {
  vi.stubGlobal("fetch", async () => Response.json(body, { status }));
}

describe("loadDeployment", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("refuses a missing record", async () => {
    serve({}, 404);
    await expect(loadDeployment()).rejects.toThrow("HTTP 404");
  });

  it.each([
    ["no addresses", { ...record, addresses: undefined }],
    ["a malformed address", { ...record, addresses: { ...record.addresses, ledger: "0x12" } }],
    ["a chain id in words", { ...record, chainId: "31337" }],
    ["another day base", { ...record, currencies: [{ ...record.currencies[0], dayBase: 364 }] }],
  ])("refuses a record with %s", async (_, broken) => {
    serve(broken);
    await expect(loadDeployment()).rejects.toThrow("not a deployment record");
  });

  it("takes a whole record", async () => {
    serve(record);
    await expect(loadDeployment()).resolves.toEqual(record);
  });
});
