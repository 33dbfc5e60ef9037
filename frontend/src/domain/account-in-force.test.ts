import { expect, it } from "vitest";
import { accountInForce } from "./account-in-force.ts";

it("follows successors to the last, and leaves everybody else alone", () => {
  const participants = [
    { account: "0xa", successor: "0xb" },
    { account: "0xb", successor: "0xc" },
    { account: "0xc", successor: null },
  ];
  expect(accountInForce("0xA", participants)).toBe("0xc");
  expect(accountInForce("0xc", participants)).toBe("0xc");
  expect(accountInForce("0xD", participants)).toBe("0xD");
});
