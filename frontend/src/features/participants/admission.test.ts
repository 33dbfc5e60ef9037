import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../domain/day-count.ts";
import { identityHash } from "../../domain/identifiers.ts";
import { ROLE_BITS } from "../../domain/roles.ts";
import { type AdmissionDraft, checkAdmission } from "./admission.ts";

const TODAY = dayFromIso("2026-11-21");
const ACCOUNT = "0x23618e81E3f5cdF7f54C3d65f7FBc0aBf5B21E8f";
const DRAFT: AdmissionDraft = {
  name: " Bashan Springs ",
  nameZh: "巴山弹簧",
  scheme: "USCC",
  number: "9111 0000 6000 37341l",
  roles: ["supplier", "obligor"],
  account: ACCOUNT,
  kycUntil: "2027-11-21",
};

function problemsOf(draft: Partial<AdmissionDraft>, admitted: Parameters<typeof checkAdmission>[1] = []) {
  const checked = checkAdmission({ ...DRAFT, ...draft }, admitted, TODAY);
  return "problems" in checked ? checked.problems : null;
}

describe("checkAdmission", () => {
  it("brings what was typed into the form the ledger takes", () => {
    expect(checkAdmission(DRAFT, [], TODAY)).toEqual({
      admission: {
        account: ACCOUNT,
        identity: identityHash("USCC", "91110000600037341L"),
        roles: ROLE_BITS.supplier | ROLE_BITS.obligor,
        kycUntil: dayFromIso("2027-11-21"),
        name: "Bashan Springs",
        nameZh: "巴山弹簧",
        scheme: "USCC",
        number: "91110000600037341L",
      },
    });
  });

  it("is content with one name", () => {
    expect(problemsOf({ name: "" })).toBeNull();
    expect(problemsOf({ nameZh: "" })).toBeNull();
    expect(problemsOf({ name: " ", nameZh: "" })).toEqual({ name: "missing" });
  });

  it("refuses names that are not what they seem, and says why", () => {
    expect(problemsOf({ name: "Yuzhong\u202Eknab" })).toEqual({ name: { kind: "invisible", characters: "U+202E" } });
    expect(problemsOf({ nameZh: "渝中\u200B银行" })).toEqual({ nameZh: { kind: "invisible", characters: "U+200B" } });
    expect(problemsOf({ name: "<script>alert(1)</script>" })).toBeNull();
  });

  it("refuses a number whose check digit is wrong, with the reason", () => {
    expect(problemsOf({ number: "91110000600037342L" })?.number).toMatchObject({
      refusal: { code: "UsccCheckDigitWrong" },
    });
    expect(problemsOf({ number: "" })).toEqual({ number: "number" });
  });

  it("refuses an organisation or an account a second time", () => {
    const identity = identityHash("USCC", "91110000600037341L");
    expect(problemsOf({}, [{ account: "0x1", identity }])).toEqual({ number: { takenBy: "0x1" } });
    expect(problemsOf({}, [{ account: ACCOUNT.toLowerCase(), identity: "0x" }])).toEqual({ account: "accountTaken" });
  });

  it("tells a wrong checksum from what is no account at all", () => {
    expect(problemsOf({ account: ACCOUNT.replace("E3f5", "e3F5") })).toEqual({ account: "checksum" });
    expect(problemsOf({ account: "0x1234" })).toEqual({ account: "account" });
    expect(problemsOf({ account: ACCOUNT.toLowerCase() })).toBeNull();
  });

  it("asks for a role, and for a day to come", () => {
    expect(problemsOf({ roles: [], kycUntil: "2026-11-21" })).toEqual({ roles: "roles", kycUntil: "kycUntil" });
    expect(problemsOf({ kycUntil: "" })).toEqual({ kycUntil: "kycUntil" });
  });
});
