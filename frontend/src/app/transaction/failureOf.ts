import {
  type AbiParameter,
  BaseError,
  ChainMismatchError,
  ContractFunctionRevertedError,
  decodeErrorResult,
  type Hex,
  HttpRequestError,
  InsufficientFundsError,
  isHex,
  NonceTooHighError,
  NonceTooLowError,
  TimeoutError,
  UserRejectedRequestError,
  WaitForTransactionReceiptTimeoutError,
} from "viem";
import type { ActionFailure } from "./action.ts";
import { ERROR_ABI } from "./errorAbi.ts";

/** Sorts whatever simulation, wallet or chain threw into what a person can be told. */
export function failureOf(error: unknown): ActionFailure {
  if (!(error instanceof BaseError)) return { kind: kindOfWagmi(error), detail: messageOf(error) };
  const detail = error.shortMessage;
  if (error.walk((cause) => cause instanceof UserRejectedRequestError)) return { kind: "rejected" };
  const revert = error.walk((cause) => cause instanceof ContractFunctionRevertedError);
  if (revert instanceof ContractFunctionRevertedError) return revertOf(revert);
  if (error.walk((cause) => cause instanceof ChainMismatchError)) return { kind: "wrong-network", detail };
  if (error.walk(isNonceError) || /nonce too (low|high)/i.test(error.message)) return { kind: "nonce", detail };
  if (error.walk((cause) => cause instanceof InsufficientFundsError)) return { kind: "funds", detail };
  if (error.walk(isUnanswered)) return { kind: "unreachable", detail };
  return { kind: "unknown", detail };
}

/** What a revert's data says, also of a call made by somebody else. */
export function failureOfRevert(data: string): ActionFailure {
  const decoded = isHex(data) && data.length >= 10 ? decode(data) : null;
  return decoded ? { kind: "reverted", ...decoded } : { kind: "reverted", error: "Unnamed", args: {}, detail: data };
}

/** No answer, or none in time; without a network viem can't even load the code with which it looks into an error. */
function isUnanswered(cause: unknown): boolean {
  const isModuleLost = cause instanceof TypeError && /fetch|import/i.test(cause.message);
  return isModuleLost || UNANSWERED.some((kind) => cause instanceof kind);
}

const UNANSWERED = [HttpRequestError, TimeoutError, WaitForTransactionReceiptTimeoutError];

function isNonceError(cause: unknown): boolean {
  return cause instanceof NonceTooLowError || cause instanceof NonceTooHighError;
}

function revertOf(revert: ContractFunctionRevertedError): ActionFailure {
  const raw = revert.raw;
  const decoded = raw && isHex(raw) && raw.length >= 10 ? decode(raw) : null;
  if (decoded) return { kind: "reverted", ...decoded };
  const reason = revert.reason ?? revert.shortMessage;
  return { kind: "reverted", error: revert.data?.errorName ?? "Unnamed", args: { reason }, detail: reason };
}

function decode(raw: Hex): { error: string; args: Record<string, string>; detail: string } | null {
  try {
    const { abiItem, args, errorName } = decodeErrorResult({ abi: ERROR_ABI, data: raw });
    const inputs: readonly AbiParameter[] = "inputs" in abiItem ? abiItem.inputs : [];
    const named = inputs.map((input, index) => [input.name ?? String(index), String(args?.[index])] as const);
    const listed = named.map(([name, value]) => `${name}: ${value}`).join(", ");
    return { error: errorName, args: Object.fromEntries(named), detail: `${errorName}(${listed})` };
  } catch (cause) {
    // An error of no contract we know: the caller shows what the chain said.
    if (cause instanceof BaseError) return null;
    throw cause;
  }
}

/** wagmi's own errors are no BaseError of viem's; they are told apart by their names. */
function kindOfWagmi(error: unknown): "wrong-network" | "not-connected" | "unknown" {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "ConnectorChainMismatchError") return "wrong-network";
  return /^Connector(NotConnected|AccountNotFound)Error$/.test(error.name) ? "not-connected" : "unknown";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
