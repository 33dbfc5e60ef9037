import { minorDigitsOf } from "../currencies.ts";
import { dayFromIso, isoFromDay } from "../day-count.ts";
import { DomainError } from "../domain-error.ts";
import { foldText } from "../fold-text.ts";
import { MAX_FACE_MINOR, parseMinor, toDecimal } from "../money.ts";
import { findText } from "./xml-query.ts";
import type { XmlElement } from "./xml-tree.ts";

/** A decimal as XML Schema has it: a sign, a bare point and any number of zeros are allowed. */
const XML_DECIMAL = /^([+-]?)(?=\.?\d)(\d{0,40})\.?(\d{0,40})$/;

/** Document types (UN/CEFACT 1001) by which the seller owes the buyer. */
const CREDIT_NOTE_TYPES = new Set(["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"]);

/** @throws DomainError `InvoiceNumberMissing` | `InvoiceFieldRepeated` */
export function readNumber(root: XmlElement, path: string): string {
  const number = findText(root, path);
  if (number === null || foldText(number) === "") throw new DomainError("InvoiceNumberMissing", { path });
  return number;
}

/** @throws DomainError `InvoiceIsCreditNote` */
export function requireInvoiceType(type: string | null): void {
  if (type !== null && CREDIT_NOTE_TYPES.has(type)) throw new DomainError("InvoiceIsCreditNote", { type });
}

/** @throws DomainError `InvoiceCurrencyUnknown` */
export function requireCurrency(currency: string): void {
  try {
    minorDigitsOf(currency);
  } catch (cause) {
    throw new DomainError("InvoiceCurrencyUnknown", { currency: currency.slice(0, 60) }, { cause });
  }
}

/**
 * The first `YYYY-MM-DD` of a text, checked against the calendar.
 * @param shape What the text may look like; its first group is the date.
 * @throws DomainError `InvoiceDateInvalid`
 */
export function readDate(element: XmlElement, shape: RegExp): string {
  const { path, text } = element;
  const digits = shape.exec(text)?.[1]?.replaceAll("-", "") ?? "";
  try {
    return isoFromDay(dayFromIso(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`));
  } catch (cause) {
    throw new DomainError("InvoiceDateInvalid", { path, text: text.slice(0, 60) }, { cause });
  }
}

/**
 * What is owed, in minor units: more than nothing, and no more than one receivable can hold.
 * @param currency A known one.
 */
export function readPayable(element: XmlElement, currency: string): bigint {
  const { path } = element;
  const text = element.text.slice(0, 60);
  const match = XML_DECIMAL.exec(element.text);
  if (!match) throw new DomainError("InvoiceAmountMalformed", { path, text });
  const [, sign, whole, fraction = ""] = match;
  const digits = minorDigitsOf(currency);
  if (/[1-9]/.test(fraction.slice(digits)))
    throw new DomainError("InvoiceAmountTooPrecise", { text, currency, digits });
  const minor = parseMinor(`${whole || "0"}.${fraction || "0"}`, digits);
  if (minor === 0n) throw new DomainError("InvoiceAmountZero", { currency });
  if (sign === "-") throw new DomainError("InvoiceAmountNegative", { text, currency });
  if (minor > MAX_FACE_MINOR) {
    throw new DomainError("InvoiceAmountTooLarge", { text, currency, max: toDecimal(MAX_FACE_MINOR, digits) });
  }
  return minor;
}
