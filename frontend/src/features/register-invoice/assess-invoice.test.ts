import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../domain/day-count.ts";
import { verifySeal } from "../../domain/document-root.ts";
import { identityHash } from "../../domain/identifiers.ts";
import { readInvoice } from "../../domain/invoice/read-invoice.ts";
import { bitsFromRoles } from "../../domain/roles.ts";
import { type AdmittedParty, assessInvoice, dueDayProblem } from "./assess-invoice.ts";
import { invoiceReceivableId, prepareRegistration, standingOf } from "./registration.ts";

const fixture = (name: string) =>
  readInvoice(readFileSync(fileURLToPath(new URL(`../../../../test/fixtures/invoices/${name}.xml`, import.meta.url))));
const invoice = fixture("ubl-huaxin-yujiang");
const today = dayFromIso("2026-11-21");
const party = (account: string, number: string, role: "supplier" | "obligor"): AdmittedParty => ({
  account,
  identity: identityHash("USCC", number),
  roles: bitsFromRoles([role]),
  suspended: false,
  replaced: false,
  kycUntil: today + 300,
});
const huaxin = party("0xaa", "91500103MA5HXLB42D", "supplier");
const yujiang = party("0xbb", "91500000MA5YJQC31P", "obligor");
const jiulong = party("0xcc", "91500107MA5JLCH53G", "supplier");
const currencies = [{ code: "CNY", index: 1 }];
const network = { me: huaxin, participants: [huaxin, yujiang, jiulong], currencies, today };

function refusal(changes: Partial<typeof network>, read = invoice): string {
  const assessed = assessInvoice(read, { ...network, ...changes });
  return assessed.kind === "refused" ? assessed.refusal.code : "ready";
}

describe("assessInvoice", () => {
  it("finds both parties and the currency", () => {
    const assessed = assessInvoice(invoice, network);
    if (assessed.kind !== "ready") throw new Error(assessed.refusal.code);
    expect([assessed.seller.participant.account, assessed.buyer.participant.account, assessed.currency.index]).toEqual([
      "0xaa",
      "0xbb",
      1,
    ]);
  });

  it("refuses an invoice of somebody else", () => {
    expect(refusal({ me: jiulong })).toBe("sellerNotYou");
    expect(refusal({}, { ...invoice, seller: { name: "Nobody", ids: [] } })).toBe("sellerUnidentified");
  });

  it("refuses a buyer who is not here, with its number", () => {
    const assessed = assessInvoice(fixture("ubl-unknown-buyer"), network);
    expect(assessed).toMatchObject({ refusal: { code: "buyerNotAdmitted", scheme: "USCC" } });
    expect(refusal({}, { ...invoice, buyer: { name: "Nobody", ids: [] } })).toBe("buyerUnidentified");
    expect(refusal({}, { ...invoice, buyer: invoice.seller })).toBe("buyerIsSeller");
  });

  it("refuses parties that may not act", () => {
    expect(refusal({ me: { ...huaxin, suspended: true } })).toBe("sellerMayNotAct");
    expect(refusal({ me: { ...huaxin, roles: bitsFromRoles(["obligor"]) } })).toBe("sellerMayNotAct");
    expect(refusal({ participants: [{ ...yujiang, kycUntil: today - 1 }] })).toBe("buyerMayNotAct");
    expect(refusal({ participants: [{ ...yujiang, roles: bitsFromRoles(["bank"]) }] })).toBe("buyerMayNotAct");
  });

  it("refuses a currency that the rulebook does not know", () => {
    expect(refusal({ currencies: [{ code: "EUR", index: 2 }] })).toBe("currencyNotAccepted");
  });
});

describe("dueDayProblem", () => {
  it("wants a day after today within the longest tenor", () => {
    expect(dueDayProblem(null, today, 365)).toBe("missing");
    expect(dueDayProblem(undefined, today, 365)).toBe("malformed");
    expect(dueDayProblem(today, today, 365)).toBe("past");
    expect(dueDayProblem(today + 1, today, 365)).toBeNull();
    expect(dueDayProblem(today + 365, today, 365)).toBeNull();
    expect(dueDayProblem(today + 366, today, 365)).toBe("tooFar");
  });
});

describe("prepareRegistration", () => {
  it("keeps both due dates and binds the facts", () => {
    const parties = {
      obligor: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
      sellerIdentity: identityHash("USCC", "91500103MA5HXLB42D"),
      buyerIdentity: identityHash("USCC", "91500000MA5YJQC31P"),
      currency: 1,
    } as const;
    const file = { sha256: `0x${"11".repeat(32)}`, agreedDueDate: "2027-03-01" } as const;
    const prepared = prepareRegistration(invoice, parties, file, () => `0x${"22".repeat(32)}`);
    expect(verifySeal(prepared.sealed)).toBe(prepared.terms.documentRoot);
    expect(prepared.terms).toMatchObject({ face: 30_000_000n, dueDay: dayFromIso("2027-03-01"), currency: 1 });
    expect(prepared.receivableId).toBe(invoiceReceivableId(invoice, parties.sellerIdentity, parties.buyerIdentity));
    const values = Object.fromEntries(prepared.sealed.fields.map(({ field, value }) => [field, value]));
    expect(values).toMatchObject({ invoiceDueDate: "2027-02-18", agreedDueDate: "2027-03-01" });
  });
});

describe("standingOf", () => {
  it("reads the status under the marks", () => {
    expect([0x00n, 0x2n, 0x3n, 0x1n, 0x14n, 0x5n, 0x6n].map(standingOf)).toEqual([
      "free",
      "free",
      "free",
      "registered",
      "taken",
      "taken",
      "taken",
    ]);
  });
});
