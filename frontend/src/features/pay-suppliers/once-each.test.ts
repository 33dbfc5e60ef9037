import { describe, expect, it } from "vitest";
import type { ContractCall } from "../../app/transaction/action.ts";
import { onceEach } from "./once-each.ts";

const callOf = (functionName: string): ContractCall => ({ address: "0x", abi: [], functionName, args: [] });

/** Runs steps as an action does: up to the one that fails, from the first on. */
async function attempt(steps: ReturnType<typeof onceEach>, failing: string | null): Promise<string[]> {
  const sent: string[] = [];
  for (const step of steps) {
    const call = typeof step === "function" ? await step() : step;
    if (!call) continue;
    if (call.functionName === failing) return sent;
    sent.push(call.functionName);
  }
  return sent;
}

describe("onceEach", () => {
  it("goes on where it failed, and tells how much has gone through", async () => {
    const told: number[] = [];
    const steps = onceEach([callOf("a"), callOf("b"), callOf("c")], (count) => told.push(count));
    expect(await attempt(steps, "b")).toEqual(["a"]);
    expect(told).toEqual([1]);
    expect(await attempt(steps, "c")).toEqual(["b"]);
    expect(told).toEqual([1, 2]);
    expect(await attempt(steps, null)).toEqual(["c"]);
  });

  it("sends again what failed at the first step", async () => {
    const steps = onceEach([callOf("a"), callOf("b")], () => undefined);
    expect(await attempt(steps, "a")).toEqual([]);
    expect(await attempt(steps, null)).toEqual(["a", "b"]);
  });

  it("leaves one call as it is, so that its cost can be told beforehand", () => {
    expect(onceEach([callOf("a")], () => undefined)).toEqual([callOf("a")]);
  });
});
