import { type Address, getAddress, type Hex, isAddress, isHex } from "viem";

/** A field of an EIP-712 struct. Numbers are unsigned, of so many bits. */
interface Field {
  name: string;
  type: "bool" | "address" | `uint${16 | 24 | 40 | 48 | 64 | 256 | 8}`;
}

type ValueOf<Type extends Field["type"]> = Type extends "bool" ? boolean : Type extends "address" ? Address : bigint;

/** What a kind of paper says; amounts in minor units, times in seconds, days since 1970-01-01. */
export type MessageOf<Fields extends readonly Field[]> = {
  [Each in Fields[number] as Each["name"]]: ValueOf<Each["type"]>;
};

export interface PaperKind<Fields extends readonly Field[] = readonly Field[]> {
  kind: "quote" | "loanOffer";
  /** Of the EIP-712 domain. */
  domainName: string;
  primaryType: string;
  fields: Fields;
}

/** Words that a bank has signed off chain, for a holder to hand in. They exist only in the file or link that holds them. */
export interface Paper<Message> {
  chainId: number;
  desk: Address;
  message: Message;
  signature: Hex;
}

/** As contracts/desks/Quotes.sol hashes it. */
export const QUOTE = {
  kind: "quote",
  domainName: "Tallystick Discount Desk",
  primaryType: "Quote",
  fields: [
    { name: "id", type: "uint256" },
    { name: "word", type: "uint256" },
    { name: "bank", type: "address" },
    { name: "net", type: "uint48" },
    { name: "expiresAt", type: "uint40" },
    { name: "series", type: "uint64" },
    { name: "recourse", type: "bool" },
    { name: "limited", type: "bool" },
  ],
} as const satisfies PaperKind;

/** As contracts/desks/LoanOffers.sol hashes it. */
export const LOAN_OFFER = {
  kind: "loanOffer",
  domainName: "Tallystick Pledge Desk",
  primaryType: "LoanOffer",
  fields: [
    { name: "id", type: "uint256" },
    { name: "word", type: "uint256" },
    { name: "lender", type: "address" },
    { name: "principal", type: "uint48" },
    { name: "haircutPpm", type: "uint24" },
    { name: "ratePpm", type: "uint24" },
    { name: "repayBy", type: "uint16" },
    { name: "graceDays", type: "uint8" },
    { name: "limited", type: "bool" },
    { name: "expiresAt", type: "uint40" },
    { name: "series", type: "uint64" },
  ],
} as const satisfies PaperKind;

export type Quote = MessageOf<typeof QUOTE.fields>;
export type LoanOffer = MessageOf<typeof LOAN_OFFER.fields>;

/** Why a text is not the paper that is looked for. */
export type PaperProblem = "unreadable" | "otherKind" | "otherNetwork";

interface Place {
  chainId: number;
  desk: Address;
}

/** What a wallet is asked to sign. */
export function typedDataOf(paper: PaperKind, { chainId, desk }: Place, message: object) {
  return {
    domain: { name: paper.domainName, version: "1", chainId, verifyingContract: desk },
    types: { [paper.primaryType]: paper.fields },
    primaryType: paper.primaryType,
    message: { ...message },
  };
}

/** The paper as the text of a file. */
export function writePaper(kind: PaperKind, { chainId, desk, message, signature }: Paper<object>): string {
  const values = Object.fromEntries(
    Object.entries(message).map(([name, value]) => [name, typeof value === "bigint" ? value.toString() : value]),
  );
  return JSON.stringify({ tallystick: tagOf(kind), chainId, desk, message: values, signature }, null, 2);
}

/**
 * Reads what `writePaper` wrote. Whether the signature is good, and whether the words still hold, only the chain can tell.
 * @param here The network that this page works on, and the desk that takes such papers.
 */
export function readPaper<Fields extends readonly Field[]>(
  kind: PaperKind<Fields>,
  text: string,
  here: Place,
): Paper<MessageOf<Fields>> | { problem: PaperProblem } {
  const paper = parseObject(text);
  if (paper === null || typeof paper.tallystick !== "string") return { problem: "unreadable" };
  if (paper.tallystick !== tagOf(kind)) return { problem: "otherKind" };
  const { chainId, desk, signature, message } = paper;
  if (typeof desk !== "string" || !isAddress(desk, { strict: false })) return { problem: "unreadable" };
  if (chainId !== here.chainId || getAddress(desk) !== getAddress(here.desk)) return { problem: "otherNetwork" };
  const read = isObject(message) ? readMessage(kind.fields, message) : null;
  if (read === null || !isHex(signature)) return { problem: "unreadable" };
  return { ...here, message: read, signature };
}

/** Tells a paper from the other fragments that an address may have. */
const FRAGMENT = "paper.";

export function isPaperFragment(fragment: string): boolean {
  return fragment.startsWith(FRAGMENT);
}

/** The paper as the fragment of an address. A browser never sends the fragment to a server. */
export function toFragment(text: string): string {
  const bytes = new TextEncoder().encode(JSON.stringify(JSON.parse(text)));
  const base64 = btoa(String.fromCharCode(...bytes));
  return FRAGMENT + base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @returns the text, or null if no paper's text can have become this fragment. */
export function fromFragment(fragment: string): string | null {
  const base64 = fragment.slice(FRAGMENT.length);
  if (!isPaperFragment(fragment) || !/^[\w-]+$/.test(base64)) return null;
  try {
    const binary = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

function tagOf({ kind }: PaperKind): string {
  return `${kind}.v1`;
}

function readMessage<Fields extends readonly Field[]>(
  fields: Fields,
  message: Readonly<Record<string, unknown>>,
): MessageOf<Fields> | null {
  const read: Record<string, boolean | string | bigint> = {};
  for (const { name, type } of fields) {
    const value = readValue(type, message[name]);
    if (value === null) return null;
    read[name] = value;
  }
  // Every field was read as its type says.
  return read as MessageOf<Fields>;
}

function readValue(type: Field["type"], value: unknown): boolean | string | bigint | null {
  if (type === "bool") return typeof value === "boolean" ? value : null;
  if (typeof value !== "string") return null;
  if (type === "address") return isAddress(value, { strict: false }) ? getAddress(value) : null;
  if (!/^\d{1,78}$/.test(value)) return null;
  const number = BigInt(value);
  return number >> BigInt(type.slice("uint".length)) === 0n ? number : null;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
