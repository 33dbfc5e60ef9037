import { decodeFunctionData, keccak256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { settlementDeskAbi } from "../../../generated/contracts.ts";
import { contractCall } from "../action.ts";
import { safeBatch, safeCall } from "./safeBatch.ts";

const desk = `0x${"de".repeat(20)}` as const;
const safe = `0x${"5a".repeat(20)}` as const;
const call = safeCall(
  contractCall({ address: desk, abi: settlementDeskAbi, functionName: "pay", args: [7n, [1n, 2n]] }),
);

describe("safeCall", () => {
  it("carries the very call, and no value", () => {
    expect(call).toMatchObject({ to: desk, value: "0" });
    expect(decodeFunctionData({ abi: settlementDeskAbi, data: call.data })).toEqual({
      functionName: "pay",
      args: [7n, [1n, 2n]],
    });
  });
});

describe("safeBatch", () => {
  const batch = safeBatch([call], { name: "Pay", description: "in words" }, { chainId: 31_337, safe, now: 5 });

  it("is the file that the Transaction Builder opens", () => {
    expect(batch).toMatchObject({ version: "1.0", chainId: "31337", createdAt: 5 });
    expect(batch.meta).toMatchObject({ name: "Pay", description: "in words", createdFromSafeAddress: safe });
    expect(batch.transactions).toEqual([{ ...call, contractMethod: null, contractInputsValues: null }]);
  });

  it("has the Transaction Builder's checksum: of keys in order and values", () => {
    const meta = `{["createdFromSafeAddress","description","name","txBuilderVersion"]"${safe}","in words","Pay","1.16.5",}`;
    const keys = `["contractInputsValues","contractMethod","data","to","value"]`;
    const transaction = `{${keys}null,null,"${call.data}","${desk}","0",}`;
    const whole = `{["chainId","createdAt","meta","transactions","version"]"31337",5,${meta},[${transaction}],"1.0",}`;
    expect(batch.meta.checksum).toBe(keccak256(stringToBytes(whole)));
  });
});
