import { id as hashOf } from "ethers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { actor } from "../../scripts/demo/actors.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { type Authority, Authority__factory } from "../../types/contracts/index.js";
import { rowsOf } from "./support/graphql.ts";
import { joinNetwork, type TestNetwork } from "./support/joinNetwork.ts";

const DESK = "0x00000000000000000000000000000000000de5c1";
const operationRow = z.object({
  operationHash: z.string(),
  nonce: z.number(),
  status: z.string(),
  caller: z.string(),
  target: z.string(),
  data: z.string(),
  readyAt: z.string(),
  endedAt: z.string().nullable(),
});
const FIELDS = Object.keys(operationRow.shape).join(" ");

describe("announced operations", () => {
  let net: TestNetwork;
  let authority: Authority;
  let data: string;

  beforeAll(() => {
    net = joinNetwork();
    const { ledger } = actor(net, "operator");
    authority = Authority__factory.connect(net.record.addresses.accessManager, ledger.runner);
    data = ledger.interface.encodeFunctionData("admitDesk", [DESK, 1, hashOf("never carried out")]);
  });
  afterAll(() => net.provider.destroy());

  async function rows() {
    await net.caughtUp();
    const all = await rowsOf(net.indexerUrl, "announcedOperations", operationRow, FIELDS);
    return all.filter((row) => row.data === data).sort((a, b) => a.nonce - b.nonce);
  }

  it("tell who announced what, and when the manager lets it be carried out", async () => {
    const { ledger, address } = actor(net, "operator");
    await settled(authority.schedule(ledger, data, 0));
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ status: "announced", caller: address.toLowerCase(), endedAt: null });
    expect(row?.target).toBe((await ledger.getAddress()).toLowerCase());
    expect(row?.operationHash).toBe(await authority.hashOperation(address, ledger, data));
    expect(BigInt(row?.readyAt ?? 0)).toBe(await authority.getSchedule(row?.operationHash ?? ""));
  });

  it("keep apart a call that was cancelled and the same one announced again", async () => {
    const { ledger, address } = actor(net, "operator");
    await settled(authority.cancel(address, ledger, data));
    await settled(authority.schedule(ledger, data, 0));
    const [first, second] = await rows();
    expect(first).toMatchObject({ status: "cancelled" });
    expect(first?.endedAt).not.toBeNull();
    expect(second).toMatchObject({ status: "announced", endedAt: null });
    await settled(authority.cancel(address, ledger, data));
    expect((await rows()).map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
  });
});
