import { describe, expect, it } from "vitest";
import { concentrationAlerts, type Share } from "./concentration.ts";

const share = (amount: bigint, change: Partial<Share> = {}): Share => ({
  ...{ side: "obligor", identity: "0x1", currency: 1, amount, total: 1_000_00n, receivables: 3 },
  ...change,
});

describe("concentration", () => {
  it("is silent up to a quarter of what is owed", () => expect(concentrationAlerts([share(250_00n)])).toEqual([]));
  it("fires one cent above", () => {
    expect(concentrationAlerts([share(250_01n)])).toMatchObject([
      { rule: "obligorShare", sharePpm: 250_010n, thresholdPpm: 250_000n },
    ]);
  });
  it("tells obligors from holders, the largest share first", () => {
    const fired = concentrationAlerts([share(300_00n), share(900_00n, { side: "holder", identity: "0x2" })]);
    expect(fired.map(({ rule }) => rule)).toEqual(["holderShare", "obligorShare"]);
  });
  it("is silent when nothing is owed", () => expect(concentrationAlerts([share(0n, { total: 0n })])).toEqual([]));
});
