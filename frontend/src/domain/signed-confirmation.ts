import { type Address, type Hex, isAddress, isHex, type TypedDataDomain } from "viem";
import { DomainError } from "./domain-error.ts";

/** An obligor's promise to pay, signed apart from any transaction: whoever has it may submit it. */
export interface SignedConfirmation {
  chainId: number;
  ledger: Address;
  creditor: Address;
  terms: ConfirmationTerms;
  /** Version of the policy. */
  policy: number;
  /** Which registration of the invoice it is for; a later one needs another signature. */
  round: number;
  /** Last second at which it may be submitted. */
  deadline: bigint;
  signature: Hex;
}

interface ConfirmationTerms {
  obligor: Address;
  invoiceKey: Hex;
  /** Minor units. */
  face: bigint;
  dueDay: number;
  currency: number;
  documentRoot: Hex;
}

const FORMAT = "tallystick.confirmation.v1";
/** A file of the format has about a kilobyte. */
const MOST_CHARACTERS = 10_000;
const DIGITS = /^\d{1,20}$/;

/** contracts/ledger/rules: the type that an obligor signs. */
const CONFIRMATION_TYPES = {
  Confirmation: [
    { name: "receivableId", type: "uint192" },
    { name: "creditor", type: "address" },
    { name: "face", type: "uint48" },
    { name: "dueDay", type: "uint16" },
    { name: "currency", type: "uint8" },
    { name: "policy", type: "uint16" },
    { name: "documentRoot", type: "bytes32" },
    { name: "round", type: "uint16" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** What the obligor's key signs (EIP-712). */
export function confirmationTypedData(
  receivableId: bigint,
  { chainId, ledger, creditor, terms, policy, round, deadline }: Omit<SignedConfirmation, "signature">,
) {
  const domain: TypedDataDomain = { name: "Tallystick Ledger", version: "1", chainId, verifyingContract: ledger };
  const { dueDay, currency, documentRoot } = terms;
  // 48 bits of face: exact as a number, which the type asks for.
  const message = { receivableId, creditor, face: Number(terms.face), dueDay, currency, policy, documentRoot };
  return {
    domain,
    types: CONFIRMATION_TYPES,
    primaryType: "Confirmation" as const,
    message: { ...message, round, deadline },
  };
}

/** As a file's text; JSON, with amounts and times as decimal text. */
export function writeConfirmation({ terms, deadline, ...rest }: SignedConfirmation): string {
  const written = { ...rest, terms: { ...terms, face: terms.face.toString() }, deadline: deadline.toString() };
  return JSON.stringify({ format: FORMAT, ...written }, null, 2);
}

/** @throws DomainError `ConfirmationUnreadable` */
export function readConfirmation(text: string): SignedConfirmation {
  const found = text.length > MOST_CHARACTERS ? null : parse(text);
  if (!isRecord(found) || found.format !== FORMAT || !isRecord(found.terms)) throw unreadable();
  const { chainId, ledger, creditor, policy, round, deadline, signature } = found;
  const { obligor, invoiceKey, face, dueDay, currency, documentRoot } = found.terms;
  if (!isAccount(ledger) || !isAccount(creditor) || !isAccount(obligor)) throw unreadable();
  if (!isHash(invoiceKey) || !isHash(documentRoot) || !isHex(signature)) throw unreadable();
  if (!isCount(chainId) || !isCount(policy) || !isCount(round) || !isCount(dueDay) || !isCount(currency)) {
    throw unreadable();
  }
  const terms = { obligor, invoiceKey, face: whole(face), dueDay, currency, documentRoot };
  return { chainId, ledger, creditor, terms, policy, round, deadline: whole(deadline), signature };
}

/** For the part of a link behind “#”, which browsers send to no server. */
export function confirmationToFragment(confirmation: SignedConfirmation): string {
  return btoa(writeConfirmation(confirmation)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @throws DomainError `ConfirmationUnreadable` */
export function confirmationFromFragment(fragment: string): SignedConfirmation {
  const base64 = fragment.replace(/^#/, "").replaceAll("-", "+").replaceAll("_", "/");
  const isBase64 = /^[A-Za-z0-9+/]+$/.test(base64) && base64.length % 4 !== 1;
  if (!isBase64 || base64.length > 2 * MOST_CHARACTERS) throw unreadable();
  return readConfirmation(atob(base64));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function whole(value: unknown): bigint {
  if (typeof value !== "string" || !DIGITS.test(value)) throw unreadable();
  return BigInt(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isAccount(value: unknown): value is Address {
  return typeof value === "string" && isAddress(value, { strict: false });
}

function isHash(value: unknown): value is Hex {
  return isHex(value) && value.length === 66;
}

function unreadable(): DomainError {
  return new DomainError("ConfirmationUnreadable", {});
}
