import { hashTypedData, keccak256, stringToBytes } from "viem";
import { describe, expect, it } from "vitest";
import {
  confirmationFromFragment,
  confirmationToFragment,
  confirmationTypedData,
  readConfirmation,
  type SignedConfirmation,
  writeConfirmation,
} from "./signed-confirmation.ts";

const account = (byte: string) => `0x${byte.repeat(20)}` as const;
const signed: SignedConfirmation = {
  chainId: 31_337,
  ledger: account("1e"),
  creditor: account("c1"),
  terms: {
    obligor: account("0b"),
    invoiceKey: `0x${"aa".repeat(32)}`,
    face: 281_474_976_710_655n,
    dueDay: 20_800,
    currency: 1,
    documentRoot: `0x${"dd".repeat(32)}`,
  },
  policy: 1,
  round: 2,
  deadline: 1_795_190_400n,
  signature: `0x${"5e".repeat(65)}`,
};

describe("a signed confirmation", () => {
  it("comes back from a file and from a link as it was", () => {
    expect(readConfirmation(writeConfirmation(signed))).toEqual(signed);
    expect(confirmationFromFragment(`#${confirmationToFragment(signed)}`)).toEqual(signed);
    expect(confirmationToFragment(signed)).toMatch(/^[\w-]+$/);
  });

  it.each([
    ["no JSON", "PDF"],
    ["another format", JSON.stringify({ format: "other" })],
    ["an amount as a float", writeConfirmation(signed).replace('"281474976710655"', "1.5")],
    ["a short account", writeConfirmation(signed).replace(account("c1"), "0xc1")],
    ["no signature", writeConfirmation(signed).replace(/"signature": "[^"]*"/, '"signature": ""')],
    ["a huge file", " ".repeat(20_000)],
  ])("refuses %s", (_, text) => {
    expect(() => readConfirmation(text)).toThrow("ConfirmationUnreadable");
  });

  it.each(["", "#", "#a", "#%%%", "#YWJj"])("refuses the fragment %j", (fragment) => {
    expect(() => confirmationFromFragment(fragment)).toThrow("ConfirmationUnreadable");
  });

  it("is signed as the ledger's type says, and every value counts", () => {
    const digest = (change: Partial<SignedConfirmation>, id = 7n) =>
      hashTypedData(confirmationTypedData(id, { ...signed, ...change }));
    const { types } = confirmationTypedData(7n, signed);
    const written = types.Confirmation.map(({ type, name }) => `${type} ${name}`).join(",");
    // contracts/ledger/Receivables.sol, CONFIRMATION_TYPEHASH.
    expect(keccak256(stringToBytes(`Confirmation(${written})`))).toBe(
      keccak256(
        stringToBytes(
          "Confirmation(uint192 receivableId,address creditor,uint48 face,uint16 dueDay,uint8 currency,uint16 policy,bytes32 documentRoot,uint16 round,uint256 deadline)",
        ),
      ),
    );
    const changed = [
      digest({}, 8n),
      digest({ round: 3 }),
      digest({ policy: 2 }),
      digest({ deadline: 1n }),
      digest({ chainId: 1 }),
      digest({ ledger: account("2e") }),
      digest({ creditor: account("c2") }),
      digest({ terms: { ...signed.terms, face: 1n } }),
      digest({ terms: { ...signed.terms, dueDay: 1 } }),
    ];
    expect(new Set([digest({}), ...changed]).size).toBe(changed.length + 1);
  });
});
