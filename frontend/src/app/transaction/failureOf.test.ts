import {
  BaseError,
  ContractFunctionExecutionError,
  ContractFunctionRevertedError,
  encodeErrorResult,
  HttpRequestError,
  TimeoutError,
  UserRejectedRequestError,
  WaitForTransactionReceiptTimeoutError,
} from "viem";
import { describe, expect, it } from "vitest";
import { ConnectorChainMismatchError } from "wagmi";
import { discountDeskAbi, ledgerAbi } from "../../generated/contracts.ts";
import { failureOf } from "./failureOf.ts";

function revertedWith(data: `0x${string}`) {
  const reverted = new ContractFunctionRevertedError({ abi: discountDeskAbi, data, functionName: "take" });
  return new ContractFunctionExecutionError(reverted, {
    abi: discountDeskAbi,
    functionName: "take",
    args: [1n, 1n, 1],
  });
}

describe("failureOf", () => {
  it("names the error of another contract than the one called, with its values", () => {
    const data = encodeErrorResult({ abi: ledgerAbi, errorName: "Slices_PartTooSmall", args: [99, 100] });
    expect(failureOf(revertedWith(data))).toEqual({
      kind: "reverted",
      error: "Slices_PartTooSmall",
      args: { amount: "99", smallest: "100" },
      detail: "Slices_PartTooSmall(amount: 99, smallest: 100)",
    });
  });

  it("keeps what the chain said of an error it does not know", () => {
    expect(failureOf(revertedWith("0xdeadbeef"))).toMatchObject({ kind: "reverted", error: "Unnamed" });
  });

  it("tells a refusal in the wallet from a failure", () => {
    const rejected = new UserRejectedRequestError(new Error("User denied"));
    expect(failureOf(new BaseError("Failed", { cause: rejected }))).toEqual({ kind: "rejected" });
  });

  it("knows the traps of a restarted local chain", () => {
    const nonce = new BaseError("Failed", { details: "Nonce too high. Expected nonce to be 3 but got 12." });
    expect(failureOf(nonce)).toMatchObject({ kind: "nonce" });
    const offline = new HttpRequestError({ url: "http://127.0.0.1/rpc", body: {} });
    expect(failureOf(new BaseError("Failed", { cause: offline }))).toMatchObject({ kind: "unreachable" });
    const late = new TimeoutError({ url: "http://127.0.0.1/rpc", body: {} });
    expect(failureOf(new BaseError("Failed", { cause: late }))).toMatchObject({ kind: "unreachable" });
    const module = new TypeError("Failed to fetch dynamically imported module: /assets/ccip.js");
    expect(failureOf(new BaseError("Failed", { cause: module }))).toMatchObject({ kind: "unreachable" });
    const unseen = new WaitForTransactionReceiptTimeoutError({ hash: "0xab" });
    expect(failureOf(unseen)).toMatchObject({ kind: "unreachable" });
  });

  it("knows wagmi's own errors", () => {
    const mismatch = new ConnectorChainMismatchError({ connectionChainId: 31_337, connectorChainId: 1 });
    expect(failureOf(mismatch)).toMatchObject({ kind: "wrong-network" });
    const notConnected = Object.assign(new Error("Connector not connected."), { name: "ConnectorNotConnectedError" });
    expect(failureOf(notConnected)).toMatchObject({ kind: "not-connected" });
  });

  it("does not hide what it can't sort", () => {
    expect(failureOf(new TypeError("boom"))).toEqual({ kind: "unknown", detail: "boom" });
  });
});
