import { describe, expect, it } from "vitest";
import { describeStep, type Step } from "./describeStep.ts";
import { WORDS } from "./plain-words.ts";

const SLICE = `0x${"ab".repeat(24)}${(700).toString(16).padStart(16, "0")}`;

function told(kind: string, data: Step["data"]) {
  return describeStep({ kind, actor: "a", sliceId: SLICE, data }, WORDS);
}

describe("deskSteps", () => {
  it("tells the last repayment from those before", () => {
    const repaid = (left: string) => told("loanRepaid", { loanId: "3", principal: "10", interest: "2", left });
    expect(repaid("5")).toEqual({
      kind: "loanRepaid",
      values: { actor: "A", loan: "3", principal: "10", interest: "2", left: "5" },
    });
    expect(repaid("0").kind).toBe("loanRepaidInFull");
  });

  it("tells a surplus where there is one", () => {
    const data = { loanId: "3", holder: "b", principal: "10", interest: "2" };
    const kinds = ["0", "7"].map((surplus) => told("loanForeclosed", { ...data, surplus }).kind);
    expect(kinds).toEqual(["loanForeclosed", "loanForeclosedWithSurplus"]);
  });

  it("tells each rate of a programme once, and its budget in its own currency", () => {
    const data = { programmeId: "4", currency: 2, budget: "500", ratesPpm: ["30", "30", "45"] };
    expect(told("programmePosted", data).values).toEqual({
      actor: "A",
      programme: "4",
      amount: "500 of 2",
      rates: "30 ppm + 45 ppm",
    });
  });

  it("tells an invitation from one taken back", () => {
    const kinds = [true, false].map(
      (invited) => told("holderInvited", { programmeId: "4", holder: "b", invited }).kind,
    );
    expect(kinds).toEqual(["holderInvited", "holderUninvited"]);
  });

  it("tells whose exposure is limited", () => {
    const kinds = ["obligor", "seller"].map(
      (counterparty) => told("exposureLimitSet", { counterparty, identity: "0x7", currency: 2, limit: "9" }).kind,
    );
    expect(kinds).toEqual(["exposureLimitOfObligorSet", "exposureLimitOfSellerSet"]);
  });

  it("tells the cents for which recourse was given up", () => {
    expect(told("recourseWaived", { linkId: "1", seller: "b", end: 1000 }).values).toEqual({
      actor: "A",
      seller: "B",
      amount: "300",
      range: "700–1000",
    });
  });
});
