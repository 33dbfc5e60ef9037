/** Every way the domain layer refuses, with the values that its message names. Amounts are decimal strings, days ISO dates. */
export interface DomainErrorDetails {
  AmountMalformed: { text: string };
  AmountTooPrecise: { text: string; digits: number };
  AmountNegative: { text: string };
  CurrencyUnknown: { currency: string };
  TokenTooCoarse: { minorDigits: number; tokenDecimals: number };
  DivisorNotPositive: { divisor: string };
  DateMalformed: { text: string };
  DayOutOfRange: { text: string };
  DaysReversed: { from: string; to: string };
  DayCountInvalid: { days: string };
  DiscountExceedsFace: { discountMinor: string; faceMinor: string };
  RateLeavesNothing: { ratePpm: string; days: number; base: number };
  FaceTooLarge: { faceMinor: string; mostMinor: string };
  HaircutOutOfRange: { haircutPpm: string };
  RecoveredExceedsFace: { faceMinor: string; recoveredMinor: string };
  RangeOutsideFace: { start: string; end: string; faceMinor: string };
  PaidOutsideFace: { paidMinor: string; faceMinor: string };
  UsccMalformed: { number: string };
  UsccCheckDigitWrong: { number: string };
  LeiMalformed: { number: string };
  LeiCheckDigitsWrong: { number: string };
  VatMalformed: { number: string };
  InvoiceNumberEmpty: { number: string };
  IssueYearOutOfRange: { year: number };
  IdOutOfRange: { id: string };
  ConfirmationUnreadable: Record<string, never>;
  SealBroken: { expected: string; computed: string };
  SealFieldsWrong: { fields: string };
  InvoiceTooLarge: { bytes: number; maxBytes: number };
  InvoiceEncodingUnreadable: { encoding: string };
  InvoiceNotXml: { reason: string };
  InvoiceHasDtd: { found: string };
  InvoiceFormatUnknown: { root: string; namespace: string };
  InvoiceIsCreditNote: { type: string };
  InvoiceNumberMissing: { path: string };
  InvoiceIssueDateMissing: { path: string };
  InvoiceSellerMissing: { path: string };
  InvoiceBuyerMissing: { path: string };
  InvoiceAmountMissing: { path: string };
  InvoiceCurrencyMissing: { path: string };
  InvoiceFieldRepeated: { path: string; count: number };
  InvoiceDateInvalid: { path: string; text: string };
  InvoiceAmountMalformed: { path: string; text: string };
  InvoiceAmountTooPrecise: { text: string; currency: string; digits: number };
  InvoiceAmountZero: { currency: string };
  InvoiceAmountNegative: { text: string; currency: string };
  InvoiceAmountTooLarge: { text: string; currency: string; max: string };
  InvoiceCurrencyUnknown: { currency: string };
  InvoiceSecondCurrency: { documentCurrency: string; otherCurrency: string; path: string };
}

export type DomainErrorCode = keyof DomainErrorDetails;

/** A refusal. The code picks the message in the reader's language, the details fill it in. */
export class DomainError<Code extends DomainErrorCode = DomainErrorCode> extends Error {
  override readonly name = "DomainError";
  readonly code: Code;
  readonly details: Readonly<DomainErrorDetails[Code]>;

  constructor(code: Code, details: DomainErrorDetails[Code], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.code = code;
    this.details = details;
  }
}
