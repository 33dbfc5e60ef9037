import type { DomainError, DomainErrorCode } from "./domain-error.ts";

/** English sentences: what is wrong and what to do. `{{value}}` is filled from the error's details; also the list of all codes. */
export const ENGLISH_DOMAIN_ERRORS: Readonly<Record<DomainErrorCode, string>> = {
  AmountMalformed: "“{{text}}” is not an amount. Write digits with a point before the decimals, for example 1234.50.",
  AmountTooPrecise: "“{{text}}” has more than {{digits}} decimals. Round it to {{digits}} and try again.",
  AmountNegative: "“{{text}}” is negative. Enter an amount of zero or more.",
  CurrencyUnknown: "“{{currency}}” is not an ISO 4217 currency code. Use a code such as CNY or EUR.",
  TokenTooCoarse:
    "The cash token keeps {{tokenDecimals}} decimals, but the currency needs {{minorDigits}}. Choose another token for this currency.",
  DivisorNotPositive: "The divisor must be more than zero, not {{divisor}}. Check the face value and the day base.",
  DateMalformed: "“{{text}}” is not a date of the calendar. Write it as YYYY-MM-DD, for example 2026-11-21.",
  DayOutOfRange: "{{text}} lies outside 1970-01-01 to 2149-06-06. Choose a day within that range.",
  DaysReversed: "{{from}} is after {{to}}. Give the earlier day first.",
  DayCountInvalid: "{{days}} is not a number of days. Give a whole number of zero or more.",
  DiscountExceedsFace:
    "The discount of {{discountMinor}} minor units is more than the face value of {{faceMinor}}. Lower the rate or the number of days.",
  RateLeavesNothing:
    "{{ratePpm}} ppm over {{days}} days of {{base}} take the whole face, so no face leaves any cash. Lower the rate or the number of days.",
  FaceTooLarge:
    "A face value of {{faceMinor}} minor units would be needed, and one receivable holds at most {{mostMinor}}. Ask for less.",
  HaircutOutOfRange:
    "A haircut of {{haircutPpm}} ppm is not between 0 and 1,000,000. Enter one from 0 (all of the face) to 1,000,000 (nothing).",
  RecoveredExceedsFace:
    "{{recoveredMinor}} minor units cannot have been recovered of a face value of {{faceMinor}}. Check the payments.",
  RangeOutsideFace:
    "[{{start}}, {{end}}) is not a range of a face value of {{faceMinor}} minor units. Choose a range within it.",
  PaidOutsideFace:
    "{{paidMinor}} minor units cannot have been paid on a face value of {{faceMinor}}. Check the payments.",
  UsccMalformed:
    "“{{number}}” is not a unified social credit code. It has 18 digits and capital letters, without I, O, S, V and Z.",
  UsccCheckDigitWrong: "The check digit of “{{number}}” is wrong. Compare the code with the business licence.",
  LeiMalformed: "“{{number}}” is not an LEI. It has 18 letters or digits and two check digits.",
  LeiCheckDigitsWrong: "The check digits of “{{number}}” are wrong. Look the LEI up at search.gleif.org.",
  VatMalformed:
    "“{{number}}” is not a tax number. It starts with two letters for the country, then 2 to 13 letters or digits.",
  InvoiceNumberEmpty: "The invoice number “{{number}}” is empty. Enter the number printed on the invoice.",
  IssueYearOutOfRange: "{{year}} is not a year between 1970 and 2149. Check the invoice's issue date.",
  IdOutOfRange: "{{id}} is not an id of the ledger. Check where it was copied from.",
  ConfirmationUnreadable:
    "This is not a signed confirmation. Ask the core enterprise for the file again, or for the whole link.",
  SealBroken:
    "The sealed facts do not match their root: expected {{expected}}, computed {{computed}}. Ask for the original document.",
  SealFieldsWrong: "The sealed facts are not the expected ones: {{fields}}. Ask for the original document.",
  InvoiceTooLarge:
    "The file has {{bytes}} bytes; at most {{maxBytes}} are read. Export the invoice without attachments.",
  InvoiceEncodingUnreadable: "The file's text is not valid {{encoding}}. Save the invoice as UTF-8 and try again.",
  InvoiceNotXml:
    "The file is not well-formed XML: {{reason}}. Export it again from the invoicing system; a PDF cannot be read.",
  InvoiceHasDtd:
    "The file contains {{found}}, which an invoice never needs and which can be abused. Export it without a DTD or entities.",
  InvoiceFormatUnknown:
    "The file's root is “{{root}}” ({{namespace}}), not an invoice that can be read. Use UBL 2.1, UN/CEFACT CII or a 数电票 XML.",
  InvoiceIsCreditNote:
    "The file is a credit note (type {{type}}): nobody owes it to the seller. Register the invoice it belongs to, less the credit.",
  InvoiceNumberMissing: "The invoice has no number ({{path}}). Ask the seller for a complete file.",
  InvoiceIssueDateMissing: "The invoice has no issue date ({{path}}). Ask the seller for a complete file.",
  InvoiceSellerMissing: "The invoice names no seller ({{path}}). Ask the seller for a complete file.",
  InvoiceBuyerMissing: "The invoice names no buyer ({{path}}). Ask the seller for a complete file.",
  InvoiceAmountMissing: "The invoice states no amount to be paid ({{path}}). Ask the seller for a complete file.",
  InvoiceCurrencyMissing: "The invoice states no currency ({{path}}). Ask the seller for a complete file.",
  InvoiceFieldRepeated: "{{path}} appears {{count}} times where it may appear once. Ask the seller for a valid file.",
  InvoiceDateInvalid: "“{{text}}” at {{path}} is not a valid date. Ask the seller for a corrected file.",
  InvoiceAmountMalformed: "“{{text}}” at {{path}} is not an amount. Ask the seller for a corrected file.",
  InvoiceAmountTooPrecise:
    "The amount {{text}} has more decimals than the {{digits}} of {{currency}}. Ask the seller for a corrected file.",
  InvoiceAmountZero: "Nothing is left to pay on this invoice (0 {{currency}}), so there is no receivable to register.",
  InvoiceAmountNegative:
    "The amount to be paid is negative ({{text}} {{currency}}): the seller owes it. Register the invoice it corrects, less this amount.",
  InvoiceAmountTooLarge:
    "The amount {{text}} {{currency}} is more than one receivable can hold ({{max}}). Split it over several invoices.",
  InvoiceCurrencyUnknown:
    "“{{currency}}” is not an ISO 4217 currency code. Ask the seller for a file in a current currency.",
  InvoiceSecondCurrency:
    "The invoice is in {{documentCurrency}}, but {{path}} is in {{otherCurrency}}. Ask for an invoice payable in one currency.",
};

/** The refusal as one English sentence or two. */
export function describeDomainError(error: DomainError): string {
  const values = new Map(Object.entries(error.details));
  return ENGLISH_DOMAIN_ERRORS[error.code].replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(values.get(key) ?? ""));
}
