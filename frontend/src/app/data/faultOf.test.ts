import { ContractFunctionExecutionError, HttpRequestError } from "viem";
import { describe, expect, it } from "vitest";
import { faultOf } from "./faultOf.ts";
import { ServerError } from "./server.ts";

const SILENCE = new HttpRequestError({ url: "http://127.0.0.1/rpc", details: "Failed to fetch" });

describe("faultOf", () => {
  it("tells an index that is not there from one that refuses", () => {
    expect(faultOf(new ServerError(0, "Unreachable", "no answer"))).toBe("unreachable");
    expect(faultOf(new ServerError(200, "QueryRefused", "unknown field"))).toBe("failed");
  });
  it("finds a silent node below the call that asked it", () => {
    const call = new ContractFunctionExecutionError(SILENCE, { abi: [], functionName: "balanceOf" });
    expect([faultOf(SILENCE), faultOf(call)]).toEqual(["chain", "chain"]);
  });
  it("takes everything else for a failure", () => expect(faultOf(new Error("unexpected"))).toBe("failed"));
});
