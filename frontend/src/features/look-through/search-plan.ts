import { type Hex, isHex, numberToHex } from "viem";
import { invoiceKey } from "../../domain/invoice-key.ts";

/** Where to look for what somebody typed. */
export interface SearchPlan {
  /** In the directory of names. */
  text: string;
  /** Beginnings of receivable ids; a slice's id begins with its receivable's. */
  idPrefix: Hex | null;
  /** A slice's id, when 32 bytes or a token's number were typed. */
  sliceId: Hex | null;
  txHash: Hex | null;
  account: Hex | null;
  /** Keys that an invoice with this number would have, by year of issue: no name or number has to be readable for that. */
  invoiceKeys: readonly Hex[];
}

const FEWEST_DIGITS = 4;
/** Wallets and explorers write a token's number in decimal; shorter ones are numbers of invoices or companies. */
const TOKEN_NUMBER = /^\d{58,78}$/;
const TOKEN_LIMIT = 1n << 256n;
const RECEIVABLE_DIGITS = 48;
const WORD_DIGITS = 64;
const ACCOUNT_DIGITS = 40;
const OLDEST_INVOICE_YEARS = 20;

/** @param year The chain's: invoices of the twenty years before are looked for. */
export function searchPlan(typed: string, year: number): SearchPlan | null {
  const text = typed.trim();
  if (text === "") return null;
  const hex = hexOf(text);
  const digits = hex ? hex.length - 2 : 0;
  return {
    text,
    idPrefix: hex && digits >= FEWEST_DIGITS ? asHex(hex.slice(0, RECEIVABLE_DIGITS + 2)) : null,
    sliceId: digits === WORD_DIGITS ? hex : null,
    txHash: digits === WORD_DIGITS ? hex : null,
    account: digits === ACCOUNT_DIGITS ? hex : null,
    invoiceKeys: digits >= ACCOUNT_DIGITS ? [] : invoiceKeys(text, year),
  };
}

/** An id as it is written anywhere: whole, its beginning, a slice's "3f9a12bc [0, 250000)", or a token's number. */
function hexOf(text: string): Hex | null {
  const token = TOKEN_NUMBER.test(text) && text.length !== WORD_DIGITS ? BigInt(text) : null;
  if (token !== null && token < TOKEN_LIMIT) return numberToHex(token, { size: WORD_DIGITS / 2 });
  const [, digits] = /^(?:0x)?([0-9a-f]{1,64})(?:\s*\[.*)?$/i.exec(text) ?? [];
  return digits ? asHex(`0x${digits.toLowerCase()}`) : null;
}

function asHex(text: string): Hex {
  if (!isHex(text)) throw new Error(`Not hex: ${text}`);
  return text;
}

function invoiceKeys(number: string, year: number): Hex[] {
  const years = Array.from({ length: OLDEST_INVOICE_YEARS + 2 }, (_, i) => year + 1 - i);
  return years.map((issued) => invoiceKey(number, issued));
}
