import type { ReceivableState } from "../../domain/receivable-state.ts";
import { matchesText } from "../../domain/text-match.ts";

export interface ListFilter {
  /** Only those in which the organisation with this identity is obligor or creditor, or holds; null for all. */
  party: string | null;
  state: ReceivableState | null;
  /** A company's name or the beginning of an id. */
  text: string;
}

interface Listed {
  id: string;
  obligor: string;
  creditor: string;
  obligorIdentity: string;
  creditorIdentity: string;
}

interface Knowledge<Row> {
  stateOf: (row: Row) => ReceivableState | null;
  namesOf: (account: string) => readonly (string | null)[];
  /** Receivables of which the party holds a slice or is offered one. */
  heldIds: ReadonlySet<string>;
}

export function filterReceivables<Row extends Listed>(
  rows: readonly Row[],
  { party, state, text }: ListFilter,
  { stateOf, namesOf, heldIds }: Knowledge<Row>,
): Row[] {
  const wanted = text.trim();
  return rows.filter((row) => {
    const parties = [row.obligorIdentity, row.creditorIdentity];
    if (party !== null && !parties.includes(party.toLowerCase()) && !heldIds.has(row.id)) return false;
    if (state !== null && stateOf(row) !== state) return false;
    return wanted === "" || isNamed(row, wanted, namesOf);
  });
}

function isNamed({ id, obligor, creditor }: Listed, text: string, namesOf: Knowledge<Listed>["namesOf"]): boolean {
  const hex = text.toLowerCase().replace(/^0x/, "");
  if (id.slice(2).startsWith(hex)) return true;
  return matchesText(text, [...namesOf(obligor), ...namesOf(creditor)]);
}
