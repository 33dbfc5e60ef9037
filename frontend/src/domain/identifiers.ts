import { type Hex, keccak256, slice, stringToBytes } from "viem";
import { DomainError } from "./domain-error.ts";
import { foldText } from "./fold-text.ts";
import { isLeiSound } from "./lei.ts";
import { usccCheckDigit } from "./uscc.ts";

/** What can name an organisation on the ledger: 统一社会信用代码, LEI, or a tax number with its country. */
export const IDENTITY_SCHEMES = ["USCC", "LEI", "VAT"] as const;
export type IdentityScheme = (typeof IDENTITY_SCHEMES)[number];

export function isIdentityScheme(scheme: string | null): scheme is IdentityScheme {
  return IDENTITY_SCHEMES.some((known) => known === scheme);
}

const CHECKS: Readonly<Record<IdentityScheme, (number: string) => void>> = {
  USCC: checkUscc,
  LEI: checkLei,
  VAT: checkVat,
};

/**
 * The one spelling of an organisation's number.
 * @throws DomainError `UsccMalformed` | `UsccCheckDigitWrong` | `LeiMalformed` | `LeiCheckDigitsWrong` | `VatMalformed`
 */
export function normaliseIdentifier(scheme: IdentityScheme, number: string): string {
  const folded = foldText(number);
  // Tax offices print the same number with and without these; one organisation must have one identity.
  const normal = scheme === "VAT" ? folded.replace(/[-./]/g, "") : folded;
  CHECKS[scheme](normal);
  return normal;
}

export function isValidIdentifier(scheme: IdentityScheme, number: string): boolean {
  try {
    normaliseIdentifier(scheme, number);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/**
 * An organisation's identity on the ledger: 20 bytes of a hash of scheme and number.
 * @throws DomainError as `normaliseIdentifier`
 */
export function identityHash(scheme: IdentityScheme, number: string): Hex {
  const text = `tallystick.identity.v1|${scheme}|${normaliseIdentifier(scheme, number)}`;
  return slice(keccak256(stringToBytes(text)), 0, 20);
}

function checkUscc(number: string): void {
  const digit = usccCheckDigit(number.slice(0, 17));
  if (number.length !== 18 || digit === null) throw new DomainError("UsccMalformed", { number });
  if (digit !== number[17]) throw new DomainError("UsccCheckDigitWrong", { number });
}

function checkLei(number: string): void {
  if (!/^[0-9A-Z]{18}[0-9]{2}$/.test(number)) throw new DomainError("LeiMalformed", { number });
  if (!isLeiSound(number)) throw new DomainError("LeiCheckDigitsWrong", { number });
}

function checkVat(number: string): void {
  if (!/^[A-Z]{2}[0-9A-Z]{2,13}$/.test(number)) throw new DomainError("VatMalformed", { number });
}
