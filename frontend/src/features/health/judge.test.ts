import { describe, expect, it } from "vitest";
import { judgeBlockTime, judgeGas, judgeLag, worstOf } from "./judge.ts";

describe("judgeBlockTime", () => {
  it.each([
    [0n, "ok"],
    [120n, "ok"],
    [121n, "warn"],
    [901n, "fail"],
    [-121n, "warn"],
  ] as const)("a block %s s old is %s", (age, verdict) => {
    expect(judgeBlockTime(10_000n - age, 10_000n, false)).toBe(verdict);
  });

  it("does not judge a development chain by its clock", () => {
    expect(judgeBlockTime(0n, 10_000n, true)).toBe("ok");
  });
});

describe("judgeGas", () => {
  it("warns of full blocks", () => {
    expect(judgeGas(90n, 100n)).toBe("ok");
    expect(judgeGas(91n, 100n)).toBe("warn");
    expect(judgeGas(0n, 0n)).toBe("ok");
  });
});

describe("judgeLag", () => {
  it("tolerates five blocks, and an index that is ahead of the chain's last answer", () => {
    expect(judgeLag(105n, 100n)).toBe("ok");
    expect(judgeLag(106n, 100n)).toBe("warn");
    expect(judgeLag(99n, 100n)).toBe("ok");
  });
});

describe("worstOf", () => {
  it("is the worst", () => {
    expect(worstOf(["ok", "warn", "fail", "unknown"])).toBe("fail");
    expect(worstOf(["ok", "unknown", "warn"])).toBe("warn");
    expect(worstOf(["ok", "unknown"])).toBe("unknown");
    expect(worstOf([])).toBe("ok");
  });
});
