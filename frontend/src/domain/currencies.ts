import { DomainError } from "./domain-error.ts";

/**
 * Minor-unit digits of ISO 4217. Not read from Intl: engines answer with CLDR's habits of display, which differ
 * from ISO for some currencies and from one version to the next, and an amount's meaning may not change with the browser.
 */
const CODES_BY_DIGITS: ReadonlyMap<number, string> = new Map([
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU
     CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
     KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR
     NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
     TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
]);

const DIGITS = new Map(
  [...CODES_BY_DIGITS].flatMap(([digits, codes]) => codes.split(/\s+/).map((code) => [code, digits])),
);

/**
 * @param currency ISO 4217 code in capital letters.
 * @returns how many decimals its minor unit has.
 * @throws DomainError `CurrencyUnknown`
 */
export function minorDigitsOf(currency: string): number {
  const digits = DIGITS.get(currency);
  if (digits === undefined) throw new DomainError("CurrencyUnknown", { currency });
  return digits;
}
