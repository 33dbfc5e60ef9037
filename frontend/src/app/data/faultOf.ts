import { BaseError, HttpRequestError, TimeoutError } from "viem";
import { ServerError } from "./server.ts";

/** Who did not answer a question, or whether it was answered with a refusal. */
export function faultOf(error: Error): "unreachable" | "chain" | "failed" {
  if (error instanceof ServerError) return error.code === "Unreachable" ? "unreachable" : "failed";
  return error instanceof BaseError && error.walk(isUnanswered) ? "chain" : "failed";
}

function isUnanswered(cause: unknown): boolean {
  return cause instanceof HttpRequestError || cause instanceof TimeoutError;
}
