import { describe, expect, it } from "vitest";
import type { ReceivableState } from "../../domain/receivable-state.ts";
import { filterReceivables, type ListFilter } from "./filter-receivables.ts";

const row = (id: string, obligor: string, creditor: string, state: ReceivableState) => ({
  ...{ id, obligor, creditor, state },
  ...{ obligorIdentity: `${obligor}1d`, creditorIdentity: `${creditor}1d` },
});
const ROWS = [
  row("0x3f9a", "0xb1", "0xa1", "confirmed"),
  row("0x7c01", "0xb1", "0xa2", "overdue"),
  row("0x9d42", "0xb2", "0xa2", "settled"),
];
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "0xb1": ["Yujiang Motors", "渝江汽车"],
  "0xa2": ["Jiulong"],
};
const ALL: ListFilter = { party: null, state: null, text: "" };

function idsFor(filter: Partial<ListFilter>, held: readonly string[] = []) {
  const knowledge = {
    stateOf: ({ state }: (typeof ROWS)[number]) => state,
    namesOf: (account: string) => NAMES[account] ?? [],
    heldIds: new Set(held),
  };
  return filterReceivables(ROWS, { ...ALL, ...filter }, knowledge).map(({ id }) => id);
}

describe("filterReceivables", () => {
  it("shows all without a filter", () => expect(idsFor({})).toHaveLength(3));

  it("shows what a party owes, is owed, or holds a slice of", () => {
    expect(idsFor({ party: "0xB11d" })).toEqual(["0x3f9a", "0x7c01"]);
    expect(idsFor({ party: "0xa11d" }, ["0x9d42"])).toEqual(["0x3f9a", "0x9d42"]);
  });

  it("shows one state", () => expect(idsFor({ state: "overdue" })).toEqual(["0x7c01"]));

  it("finds by name in either language and by the beginning of an id", () => {
    expect(idsFor({ text: "渝江" })).toEqual(["0x3f9a", "0x7c01"]);
    expect(idsFor({ text: "jiulong" })).toEqual(["0x7c01", "0x9d42"]);
    expect(idsFor({ text: "0x9D" })).toEqual(["0x9d42"]);
    expect(idsFor({ text: "9d" })).toEqual(["0x9d42"]);
    expect(idsFor({ text: "d4" })).toEqual([]);
  });
});
