import { describe, expect, it } from "vitest";
import { ANYTHING, activityQuery, isIdPrefix } from "./activity-query.ts";
import { isTopic, kindsOf, TOPICS } from "./topics.ts";

const known = {
  accountsOf: (identity: string) => (identity === "0xaa" ? (["0x01", "0x02"] as const) : []),
  utcOffsetHours: 8,
};
const ask = (choice: Partial<typeof ANYTHING>) => activityQuery({ ...ANYTHING, ...choice }, true, known);

describe("activityQuery", () => {
  it("asks for everything when nothing is chosen", () => expect(ask({})).toEqual({ descending: true }));

  it("names every account of the organisation", () => expect(ask({ actor: "0xaa" }).actors).toEqual(["0x01", "0x02"]));

  it("begins and ends days in the policy's zone", () => {
    // 2026-11-20 begins in Chongqing at 16:00 UTC of the day before.
    expect(ask({ from: "2026-11-20" }).from).toBe(Date.UTC(2026, 10, 19, 16) / 1000);
    expect(ask({ to: "2026-11-20" }).to).toBe(Date.UTC(2026, 10, 20, 16) / 1000 - 1);
    expect(ask({ from: "2026-02-30" })).toEqual({ descending: true });
  });

  it("takes the beginning of an id, and leaves out what is none", () => {
    expect(ask({ receivable: " 0x3Fa " }).receivable).toBe("0x3Fa");
    expect(ask({ receivable: "motors" })).toEqual({ descending: true });
    expect(isIdPrefix("motors")).toBe(false);
  });

  it("turns a topic into its kinds", () => expect(ask({ topic: "payment" }).kinds).toContain("obligorPaid"));
});

describe("topics", () => {
  it("have each kind of step once", () => {
    const kinds = TOPICS.flatMap(kindsOf);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(isTopic("weather")).toBe(false);
  });
});
