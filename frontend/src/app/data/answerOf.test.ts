import { describe, expect, it } from "vitest";
import { answerOf } from "./answerOf.ts";

describe("answerOf", () => {
  it("fails with the first question that failed, and asks all anew", async () => {
    const asked: string[] = [];
    const question = (name: string, error: Error | null) => ({
      data: undefined,
      error,
      refetch: () => asked.push(name),
    });
    const silence = new Error("no answer");
    const answer = answerOf<string>(undefined, [question("chain", null), question("index", silence)]);
    expect(answer).toMatchObject({ data: undefined, error: silence });
    await answer.refetch();
    expect(asked).toEqual(["chain", "index"]);
  });
});
