import { describe, expect, it } from "vitest";
import { readAccountText } from "./account-text.ts";

/** From EIP-55. */
const CHECKSUMMED = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

describe("readAccountText", () => {
  it.each([CHECKSUMMED, ` ${CHECKSUMMED}\n`, CHECKSUMMED.toLowerCase(), `0x${CHECKSUMMED.slice(2).toUpperCase()}`])(
    "takes %s",
    (text) => expect(readAccountText(text)).toEqual({ account: CHECKSUMMED }),
  );

  it("refuses capitals that are not the checksum: one of the digits was probably mistyped", () => {
    expect(readAccountText(CHECKSUMMED.replace("5aA", "5AA"))).toEqual({ problem: "checksum" });
    expect(readAccountText(CHECKSUMMED.replace("BeAed", "BeAec"))).toEqual({ problem: "checksum" });
  });

  it.each(["", "0x1234", CHECKSUMMED.slice(2), `${CHECKSUMMED}0`, `0x${"g".repeat(40)}`, "vitalik.eth"])(
    "refuses %s",
    (text) => expect(readAccountText(text)).toEqual({ problem: "account" }),
  );
});
