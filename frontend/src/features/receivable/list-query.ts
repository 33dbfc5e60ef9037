import type { Hex } from "viem";
import type { ReceivableListFilter } from "../../app/data/lists/lists.ts";
import { dayFromIso } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { parseMinor } from "../../domain/money.ts";
import type { ReceivableState } from "../../domain/receivable-state.ts";
import { matchesText } from "../../domain/text-match.ts";

export type Order = Pick<ReceivableListFilter, "sort" | "descending">;

/** What somebody chose above the list; empty texts ask for nothing. */
export interface ListChoice {
  scope: "mine" | "all";
  state: ReceivableState | null;
  /** A company's name or number, or the beginning of an id. */
  text: string;
  obligorIdentity: string;
  creditorIdentity: string;
  /** The currency's index. */
  currency: string;
  /** ISO days. */
  dueFrom: string;
  dueTo: string;
  /** Decimals in the chosen currency. */
  faceFrom: string;
  faceTo: string;
}

interface Known {
  identity: string;
  name: string;
  nameZh: string | null;
  number: string;
}

interface Knowledge {
  /** The reader's organisation. */
  party: string | undefined;
  /** Seconds by the chain's clock; undefined while it is read. */
  timestamp: bigint | undefined;
  directory: readonly Known[];
  minorDigits: number;
}

/** The beginning of an id has to be told from a word such as "de". */
const SHORTEST_ID = 4;
const MOST_NAMED = 1_000;
const HOUR = 3_600n;

export const ANY: Omit<ListChoice, "scope"> = {
  state: null,
  text: "",
  obligorIdentity: "",
  creditorIdentity: "",
  currency: "",
  dueFrom: "",
  dueTo: "",
  faceFrom: "",
  faceTo: "",
};

/** Whether anything but the scope narrows the list. */
export function isNarrowed(choice: ListChoice): boolean {
  return choice.state !== null || Object.entries(choice).some(([key, value]) => key in ANY && !!value);
}

/** What the server is asked for. Amounts and days that are not such are left out; the fields say so. */
export function listQuery(choice: ListChoice, order: Order, known: Knowledge): ReceivableListFilter {
  const { text, state } = choice;
  return defined({
    ...order,
    party: choice.scope === "mine" ? known.party : undefined,
    state: state && known.timestamp !== undefined ? { is: state, at: hourOf(known.timestamp) } : undefined,
    text: text.trim() === "" ? undefined : textQuery(text, known.directory),
    obligorIdentity: choice.obligorIdentity || undefined,
    creditorIdentity: choice.creditorIdentity || undefined,
    currency: choice.currency === "" ? undefined : Number(choice.currency),
    dueFrom: dayIn(choice.dueFrom),
    dueTo: dayIn(choice.dueTo),
    faceFrom: minorIn(choice.faceFrom, known.minorDigits)?.toString(),
    faceTo: minorIn(choice.faceTo, known.minorDigits)?.toString(),
  });
}

/** Without the conditions nobody set. */
function defined(query: { [Key in keyof ReceivableListFilter]: ReceivableListFilter[Key] | undefined }) {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as ReceivableListFilter;
}

/** Days begin at a full hour everywhere the policy can be: the query changes once an hour and not with each block. */
function hourOf(timestamp: bigint): number {
  return Number(timestamp - (timestamp % HOUR));
}

function textQuery(text: string, directory: readonly Known[]): { idPrefix: string | null; identities: Hex[] } {
  const named = directory.filter(({ name, nameZh, number }) => matchesText(text, [name, nameZh, number]));
  const identities = named.slice(0, MOST_NAMED).map(({ identity }) => identity as Hex);
  const digits = text.trim().replace(/^0x/i, "");
  const isId = /^[0-9a-f]{1,48}$/i.test(digits) && (digits.length >= SHORTEST_ID || /^0x/i.test(text.trim()));
  return { idPrefix: isId ? digits : null, identities };
}

function dayIn(iso: string): number | undefined {
  return readable(iso, dayFromIso);
}

/** @returns undefined for no amount, and for a text that is none. */
export function minorIn(text: string, minorDigits: number): bigint | undefined {
  return readable(text, (figure) => parseMinor(figure, minorDigits));
}

function readable<Value>(text: string, read: (text: string) => Value): Value | undefined {
  if (text === "") return undefined;
  try {
    return read(text);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
