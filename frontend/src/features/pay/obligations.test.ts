import { describe, expect, it } from "vitest";
import { groupObligations, urgencyOf } from "./obligations.ts";

const TODAY = 20_778;
const owed = (id: string, dueDay: number, face = 100n, currency = 1) => ({
  ...{ id, dueDay, face, currency },
  ...{ paidFace: 0n, retired: 0n },
});

describe("urgencyOf", () => {
  it.each([
    [-1, "overdue"],
    [0, "today"],
    [1, "soon"],
    [7, "soon"],
    [8, "later"],
  ] as const)("%d days from today is %s", (days, urgency) => expect(urgencyOf(TODAY + days, TODAY)).toBe(urgency));
});

describe("groupObligations", () => {
  it("orders groups by urgency, rows by due day, and adds up each currency", () => {
    const rows = [
      owed("d", TODAY + 40),
      owed("b", TODAY, 300n),
      owed("c", TODAY, 5n, 2),
      owed("a2", TODAY - 1),
      owed("a1", TODAY - 9),
      owed("b2", TODAY, 50n),
    ];
    const groups = groupObligations(rows, TODAY);
    expect(groups.map(({ urgency, obligations }) => [urgency, obligations.map(({ id }) => id)])).toEqual([
      ["overdue", ["a1", "a2"]],
      ["today", ["b", "b2", "c"]],
      ["later", ["d"]],
    ]);
    expect(groups[1]?.totals).toEqual([
      [1, 350n],
      [2, 5n],
    ]);
  });
  it("is empty for nobody's debts", () => expect(groupObligations([], TODAY)).toEqual([]));
});
