import { minorDigitsOf } from "./currencies.ts";
import { DomainError } from "./domain-error.ts";

/** Largest face value: 48 bits of minor units. */
export const MAX_FACE_MINOR = (1n << 48n) - 1n;

/** One part per million, as the divisor of every rate. */
export const PPM = 1_000_000n;

/** Bounds the text, so that no input can make the parser slow. */
const DECIMAL = /^(\d{1,40})(?:\.(\d{1,40}))?$/;

/**
 * Reads a decimal such as "1234.5" as minor units.
 * @param digits Decimals of the minor unit; further decimals may only be zeros.
 * @throws DomainError `AmountMalformed` | `AmountTooPrecise`
 */
export function parseMinor(text: string, digits: number): bigint {
  const match = DECIMAL.exec(text);
  if (!match) throw new DomainError("AmountMalformed", { text: text.slice(0, 60) });
  const [, whole = "", fraction = ""] = match;
  if (/[1-9]/.test(fraction.slice(digits))) throw new DomainError("AmountTooPrecise", { text, digits });
  return BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
}

/** Minor units as a plain decimal: 123450n, 2 → "1234.50". */
export function toDecimal(minor: bigint, digits: number): string {
  const sign = minor < 0n ? "-" : "";
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const point = text.length - digits;
  return digits === 0 ? sign + text : `${sign}${text.slice(0, point)}.${text.slice(point)}`;
}

/** Minor units for people: with the currency, in the habits of their locale. */
export function formatMinor(minor: bigint, currency: string, locale: string): string {
  const digits = minorDigitsOf(currency);
  const format = currencyFormat(locale, currency, digits);
  // Intl keeps a decimal string exact; only its type asks for the shape of a number literal.
  return format.format(toDecimal(minor, digits) as `${number}`);
}

const currencyFormats = new Map<string, Intl.NumberFormat>();

/** Made once for each locale and currency: making one takes a hundred times as long as using it. */
function currencyFormat(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = currencyFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  currencyFormats.set(key, made);
  return made;
}

/**
 * The one rounding of a money calculation: to the nearest integer, halves up.
 * @throws DomainError `AmountNegative` | `DivisorNotPositive`
 */
export function roundHalfUpDiv(numerator: bigint, denominator: bigint): bigint {
  if (numerator < 0n) throw new DomainError("AmountNegative", { text: numerator.toString() });
  if (denominator <= 0n) throw new DomainError("DivisorNotPositive", { divisor: denominator.toString() });
  return (2n * numerator + denominator) / (2n * denominator);
}

/**
 * Minor units as units of a cash token.
 * @throws DomainError `TokenTooCoarse` when the token keeps fewer decimals than the currency
 */
export function minorToToken(minor: bigint, minorDigits: number, tokenDecimals: number): bigint {
  if (tokenDecimals < minorDigits) throw new DomainError("TokenTooCoarse", { minorDigits, tokenDecimals });
  return minor * 10n ** BigInt(tokenDecimals - minorDigits);
}
