import { describe, expect, it } from "vitest";
import { receivableState } from "./receivable-state.ts";

const DUE = 20_000;
const GRACE = 3;

function stateOn(today: number, status: Parameters<typeof receivableState>[0]["status"], paidInFull = false) {
  return receivableState({ status, dueDay: DUE, paidInFull }, today, GRACE);
}

describe("receivableState", () => {
  it("shows what the ledger stores before the due day", () => {
    expect(stateOn(DUE - 1, "registered")).toBe("registered");
    expect(stateOn(DUE - 1, "confirmed")).toBe("confirmed");
  });

  it("lets a registration lapse on its due day, when it can no longer be confirmed", () => {
    expect(stateOn(DUE, "registered")).toBe("lapsed");
  });

  it("is due through the days of grace and overdue after them", () => {
    expect(stateOn(DUE, "confirmed")).toBe("due");
    expect(stateOn(DUE + GRACE, "confirmed")).toBe("due");
    expect(stateOn(DUE + GRACE + 1, "confirmed")).toBe("overdue");
  });

  it("is being paid out once its obligor has paid", () => {
    expect(stateOn(DUE + 9, "confirmed", true)).toBe("payingOut");
  });

  it("does not change what has ended", () => {
    for (const status of ["refused", "cancelled", "settled", "writtenOff", "defaulted"] as const) {
      expect(stateOn(DUE + 99, status)).toBe(status);
    }
  });
});
