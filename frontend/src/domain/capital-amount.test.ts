import { describe, expect, it } from "vitest";
import { capitalAmount } from "./capital-amount.ts";

/** The examples of the central bank's rules for filling in bills (《支付结算办法》附一), and the ends of the range. */
const EXAMPLES: readonly (readonly [bigint, string])[] = [
  [140_950n, "人民币壹仟肆佰零玖元伍角整"],
  [600_714n, "人民币陆仟零柒元壹角肆分"],
  [168_032n, "人民币壹仟陆佰捌拾元叁角贰分"],
  [10_700_053n, "人民币壹拾万柒仟元伍角叁分"],
  [1_640_902n, "人民币壹万陆仟肆佰零玖元零贰分"],
  [32_504n, "人民币叁佰贰拾伍元零肆分"],
  [3_000_000n, "人民币叁万元整"],
  [10_000_000_100n, "人民币壹亿零壹元整"],
  [100_001_000n, "人民币壹佰万零壹拾元整"],
  [5n, "人民币伍分"],
  [50n, "人民币伍角整"],
  [0n, "人民币零元整"],
  [281_474_976_710_655n, "人民币贰万捌仟壹佰肆拾柒亿肆仟玖佰柒拾陆万柒仟壹佰零陆元伍角伍分"],
];

describe("capitalAmount", () => {
  it.each(EXAMPLES)("writes %d fen as %s", (fen, text) => expect(capitalAmount(fen)).toBe(text));
  it("refuses a negative amount", () => expect(() => capitalAmount(-1n)).toThrow("AmountNegative"));
});
