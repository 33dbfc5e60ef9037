import { type Address, getAddress, isAddress } from "viem";

/** Why a text is no account: not 20 bytes of hex, or its capitals are not the checksum of EIP-55. */
export type AccountProblem = "account" | "checksum";

/** Reads an account that somebody typed or pasted. One in a single case carries no checksum and is taken as it is. */
export function readAccountText(text: string): { account: Address } | { problem: AccountProblem } {
  const account = text.trim();
  if (!isAddress(account, { strict: false })) return { problem: "account" };
  return isAddress(account) || isOneCase(account)
    ? { account: getAddress(account.toLowerCase()) }
    : { problem: "checksum" };
}

function isOneCase(account: string): boolean {
  const digits = account.slice(2);
  return digits === digits.toLowerCase() || digits === digits.toUpperCase();
}
