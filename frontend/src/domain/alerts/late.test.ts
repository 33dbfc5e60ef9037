import { describe, expect, it } from "vitest";
import { lateAlert } from "./late.ts";

const DUE = 20_800;
const GRACE = 3;
const owed = { status: "confirmed", dueDay: DUE, paidInFull: false, reportedOverdue: false };

describe("overdue and in default", () => {
  it("is silent before the due day, on it and within the days of grace", () => {
    for (const today of [DUE - 1, DUE, DUE + GRACE]) expect(lateAlert(owed, today, GRACE)).toBeNull();
  });
  it("fires on the day after", () => {
    expect(lateAlert(owed, DUE + GRACE + 1, GRACE)).toEqual({ rule: "overdue", daysLate: 4, graceDays: GRACE });
  });
  it("tells what was reported, and what was declared", () => {
    const today = DUE + 40;
    expect(lateAlert({ ...owed, reportedOverdue: true }, today, GRACE)?.rule).toBe("reportedOverdue");
    expect(lateAlert({ ...owed, reportedOverdue: true, status: "defaulted" }, today, GRACE)?.rule).toBe("defaulted");
  });
  it("is silent once all is paid, settled or written off, and about what was never confirmed", () => {
    const today = DUE + 40;
    expect(lateAlert({ ...owed, paidInFull: true, reportedOverdue: true }, today, GRACE)).toBeNull();
    for (const status of ["settled", "writtenOff", "registered", "refused", "cancelled"]) {
      expect(lateAlert({ ...owed, status }, today, GRACE)).toBeNull();
    }
  });
});
