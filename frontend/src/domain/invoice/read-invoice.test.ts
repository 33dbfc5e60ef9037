import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DomainErrorCode } from "../domain-error.ts";
import { identityHash } from "../identifiers.ts";
import { identitiesOf } from "./party-ids.ts";
import { readInvoice } from "./read-invoice.ts";

const folder = new URL("../../../../test/fixtures/invoices/", import.meta.url);
const bytesOf = (name: string) => readFileSync(new URL(name, folder));
const textOf = (name: string) => bytesOf(name).toString("utf8");
const UBL = textOf("ubl-huaxin-yujiang.xml");
const CII = textOf("cii-huaxin-yujiang.xml");
const EINVOICE = textOf("einvoice-huaxin-yujiang.xml");
const HUAXIN = "91500103MA5HXLB42D";
const YUJIANG = "91500000MA5YJQC31P";

const refused = (code: DomainErrorCode, details = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

/** The file with one piece replaced; a piece that is not there is a mistake of the test. */
function changed(text: string, piece: string | RegExp, by: string): string {
  const result = text.replace(piece, by);
  if (result === text) throw new Error(`${piece} is not in the file`);
  return result;
}

describe("a UBL invoice", () => {
  it("is read in full", () => {
    expect(readInvoice(bytesOf("ubl-huaxin-yujiang.xml"))).toEqual({
      format: "ubl",
      number: "HX-2026-1107",
      issueDate: "2026-11-18",
      dueDate: "2027-02-18",
      currency: "CNY",
      payableMinor: 30_000_000n,
      seller: { name: "华信零部件", ids: [{ scheme: "USCC", id: HUAXIN }] },
      buyer: { name: "渝江汽车", ids: [{ scheme: "USCC", id: YUJIANG }] },
    });
  });

  it("names the identities of its parties", () => {
    const { seller, buyer } = readInvoice(UBL);
    expect(identitiesOf(seller)).toEqual([{ scheme: "USCC", number: HUAXIN, hash: identityHash("USCC", HUAXIN) }]);
    expect(identitiesOf(buyer)[0]?.hash).toBe(identityHash("USCC", YUJIANG));
    expect(readInvoice(textOf("ubl-unknown-buyer.xml")).buyer.name).toBe("两江机电");
  });

  it("may lack a due date, or give it with the payment means", () => {
    expect(readInvoice(textOf("ubl-no-due-date.xml")).dueDate).toBeNull();
    const means =
      "<cac:PaymentMeans><cbc:PaymentDueDate>2027-01-05</cbc:PaymentDueDate></cac:PaymentMeans><cac:TaxTotal>";
    expect(readInvoice(changed(textOf("ubl-no-due-date.xml"), "<cac:TaxTotal>", means)).dueDate).toBe("2027-01-05");
  });

  it("keeps schemes it does not know and numbers that look like other numbers", () => {
    const ids =
      '<cac:PartyIdentification><cbc:ID schemeID="0088">0069012345678</cbc:ID></cac:PartyIdentification><cac:PartyName>';
    expect(readInvoice(changed(UBL, "<cac:PartyName>", ids)).seller.ids).toContainEqual({
      scheme: "0088",
      id: "0069012345678",
    });
    expect(readInvoice(changed(UBL, "HX-2026-1107", "0x1F")).number).toBe("0x1F");
    expect(readInvoice(changed(UBL, "HX-2026-1107", "000120e3")).number).toBe("000120e3");
  });

  it("accepts dates with a time zone and amounts in every form of a decimal", () => {
    expect(readInvoice(changed(UBL, "2026-11-18", "2026-11-18+08:00")).issueDate).toBe("2026-11-18");
    expect(readInvoice(changed(UBL, ">300000.00</cbc:Pay", "> +300000. </cbc:Pay")).payableMinor).toBe(30_000_000n);
    expect(readInvoice(changed(UBL, ">300000.00</cbc:Pay", ">.5000</cbc:Pay")).payableMinor).toBe(50n);
  });

  it("may keep its tax accounts in a second currency", () => {
    const tax = "<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode><cac:AccountingSupplierParty>";
    const total =
      '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">4100.00</cbc:TaxAmount></cac:TaxTotal><cac:LegalMonetaryTotal>';
    const both = changed(changed(UBL, "<cac:AccountingSupplierParty>", tax), "<cac:LegalMonetaryTotal>", total);
    expect(readInvoice(both).currency).toBe("CNY");
  });

  it("reads texts with references and CDATA, whatever the prefixes", () => {
    const name = changed(UBL, ">华信零部件<", "><![CDATA[R&D ]]>&amp; &#x534E;&#20449;<");
    expect(readInvoice(name).seller.name).toBe("R&D & 华信");
    expect(readInvoice(UBL.replaceAll("cbc:", "x:").replaceAll(":cbc=", ":x=")).number).toBe("HX-2026-1107");
  });
});

describe("a CII invoice", () => {
  it("is read in full; of several due dates the last, of a prepaid total the rest", () => {
    expect(readInvoice(bytesOf("cii-huaxin-yujiang.xml"))).toEqual({
      format: "cii",
      number: "HX-2026-1112",
      issueDate: "2026-11-19",
      dueDate: "2027-02-17",
      currency: "CNY",
      payableMinor: 10_000_050n,
      seller: {
        name: "Huaxin Components 华信",
        ids: [
          { scheme: "LEI", id: "5493001KJTIIGC8Y1R12" },
          { scheme: "USCC", id: HUAXIN },
        ],
      },
      buyer: {
        name: "Yujiang Motors & Co",
        ids: [
          { scheme: null, id: "C-2201" },
          { scheme: "0088", id: "6901234567892" },
          { scheme: "USCC", id: YUJIANG },
        ],
      },
    });
  });

  it.each<[DomainErrorCode, string | RegExp, string]>([
    ["InvoiceIsCreditNote", "<a:TypeCode>380", "<a:TypeCode>381"],
    ["InvoiceDateInvalid", 'format="102">20261119', 'format="102">20261131'],
    ["InvoiceDateInvalid", 'format="102">20261119', 'format="203">202611190000'],
    ["InvoiceIssueDateMissing", ">20261119<", "><"],
    ["InvoiceNumberMissing", "HX-2026-1112", ""],
    ["InvoiceSellerMissing", /<a:Name>Huaxin.*/, ""],
    ["InvoiceBuyerMissing", /<a:BuyerTradeParty>[\s\S]*<\/a:BuyerTradeParty>/, ""],
    ["InvoiceAmountMissing", /<a:DuePayableAmount>.*/, ""],
    ["InvoiceCurrencyMissing", /<a:InvoiceCurrencyCode>.*/, ""],
    ["InvoiceCurrencyUnknown", "CurrencyCode>CNY", "CurrencyCode>ZZZ"],
    ["InvoiceSecondCurrency", "<a:DuePayableAmount>", '<a:DuePayableAmount currencyID="USD">'],
    ["InvoiceFormatUnknown", "CrossIndustryInvoice:100", "Other:100"],
  ])("%s", (code, piece, by) => {
    expect(() => readInvoice(changed(CII, piece, by))).toThrow(refused(code));
  });
});

describe("a 数电票", () => {
  it("is read in full, without a due date", () => {
    expect(readInvoice(bytesOf("einvoice-huaxin-yujiang.xml"))).toEqual({
      format: "einvoice",
      number: "26502000000012345678",
      issueDate: "2026-11-20",
      dueDate: null,
      currency: "CNY",
      payableMinor: 8_600_000n,
      seller: { name: "华信零部件", ids: [{ scheme: "USCC", id: HUAXIN }] },
      buyer: { name: "渝江汽车", ids: [{ scheme: "USCC", id: YUJIANG }] },
    });
  });

  it.each<[DomainErrorCode, string | RegExp, string]>([
    ["InvoiceAmountNegative", ">86000.00<", ">-86000.00<"],
    ["InvoiceAmountMissing", ">86000.00<", "><"],
    ["InvoiceBuyerMissing", "渝江汽车", ""],
    ["InvoiceSellerMissing", "华信零部件", ""],
    ["InvoiceNumberMissing", />26502000000012345678<\/Inv/, "></Inv"],
    ["InvoiceIssueDateMissing", /<IssueTime>.*/, ""],
    ["InvoiceDateInvalid", "2026-11-20", "2026-11-32"],
  ])("%s", (code, piece, by) => {
    expect(() => readInvoice(changed(EINVOICE, piece, by))).toThrow(refused(code));
  });

  it("keeps taxpayer numbers that cannot be an identity", () => {
    const { buyer } = readInvoice(changed(EINVOICE, YUJIANG, "110101199003070000X1"));
    expect(buyer.ids).toEqual([{ scheme: null, id: "110101199003070000X1" }]);
    expect(identitiesOf(buyer)).toEqual([]);
    const mistyped = readInvoice(changed(EINVOICE, YUJIANG, "91500000MA5YJQC31Q")).buyer;
    expect(mistyped.ids).toEqual([{ scheme: "USCC", id: "91500000MA5YJQC31Q" }]);
    expect(identitiesOf(mistyped)).toEqual([]);
  });
});

describe("a file that cannot become a receivable is refused", () => {
  it.each<[string, DomainErrorCode, object]>([
    ["bad-broken.xml", "InvoiceNotXml", {}],
    ["bad-credit-note.xml", "InvoiceIsCreditNote", { type: "CreditNote" }],
    ["bad-credit-note-type.xml", "InvoiceIsCreditNote", { type: "381" }],
    ["bad-dtd.xml", "InvoiceHasDtd", { found: "<!DOCTYPE" }],
    ["bad-negative.xml", "InvoiceAmountNegative", { text: "-1250.00" }],
    ["bad-zero.xml", "InvoiceAmountZero", { currency: "CNY" }],
    ["bad-unknown-currency.xml", "InvoiceCurrencyUnknown", { currency: "RMB" }],
    ["bad-two-currencies.xml", "InvoiceSecondCurrency", { documentCurrency: "CNY", otherCurrency: "USD" }],
  ])("%s: %s", (name, code, details) => {
    expect(() => readInvoice(bytesOf(name))).toThrow(refused(code, details));
  });

  it.each<[DomainErrorCode, string | RegExp, string]>([
    ["InvoiceNumberMissing", "<cbc:ID>HX-2026-1107</cbc:ID>", ""],
    ["InvoiceNumberMissing", "HX-2026-1107", "&#x200B;"],
    ["InvoiceIssueDateMissing", /<cbc:IssueDate>.*/, ""],
    ["InvoiceDateInvalid", "2026-11-18", "18.11.2026"],
    ["InvoiceDateInvalid", "2027-02-18", "2027-02-30"],
    ["InvoiceDateInvalid", "2027-02-18", "9999-12-31"],
    ["InvoiceSellerMissing", /<cac:AccountingSupplierParty>[\s\S]*<\/cac:AccountingSupplierParty>/, ""],
    ["InvoiceBuyerMissing", ">渝江汽车<", "> <"],
    ["InvoiceAmountMissing", /<cbc:PayableAmount.*/, ""],
    ["InvoiceAmountMalformed", ">300000.00</cbc:Pay", ">300,000.00</cbc:Pay"],
    ["InvoiceAmountMalformed", ">300000.00</cbc:Pay", ">3e5</cbc:Pay"],
    ["InvoiceAmountMalformed", ">300000.00</cbc:Pay", ">.</cbc:Pay"],
    ["InvoiceAmountTooPrecise", ">300000.00</cbc:Pay", ">300000.001</cbc:Pay"],
    ["InvoiceAmountZero", ">300000.00</cbc:Pay", ">-0.00</cbc:Pay"],
    ["InvoiceAmountTooLarge", ">300000.00</cbc:Pay", ">2814749767106.56</cbc:Pay"],
    ["InvoiceSecondCurrency", '<cbc:TaxInclusiveAmount currencyID="CNY"', '<cbc:TaxInclusiveAmount currencyID="EUR"'],
    ["InvoiceFieldRepeated", /<cbc:PayableAmount.*/, "$&\n$&"],
    ["InvoiceFieldRepeated", "<cbc:ID>HX-2026-1107</cbc:ID>", "$&$&"],
    ["InvoiceFieldRepeated", /<cac:AccountingCustomerParty>[\s\S]*<\/cac:AccountingCustomerParty>/, "$&$&"],
    ["InvoiceFieldRepeated", "<cbc:DueDate>2027-02-18</cbc:DueDate>", "$&$&"],
    ["InvoiceFormatUnknown", "xsd:Invoice-2", "xsd:Order-2"],
    ["InvoiceHasDtd", "<Invoice ", "<!entity x><Invoice "],
    ["InvoiceNotXml", "HX-2026-1107", "&unknown;"],
    ["InvoiceNotXml", "HX-2026-1107", "&#0;"],
    ["InvoiceNotXml", "</Invoice>", "</Invoice><Invoice/>"],
    ["InvoiceNotXml", "</Invoice>", "</Invoice>more"],
  ])("%s, for %s → %s", (code, piece, by) => {
    expect(() => readInvoice(changed(UBL, piece, by))).toThrow(refused(code));
  });

  it.each(["", "   ", "hello", "{}", "%PDF-1.7\n", "<a", "<a>".repeat(200) + "</a>".repeat(200)])(
    "not XML: %j",
    (text) => {
      expect(() => readInvoice(text)).toThrow(refused("InvoiceNotXml"));
    },
  );

  it("takes the largest amount that one receivable can hold", () => {
    const largest = changed(UBL, ">300000.00</cbc:Pay", ">2814749767106.55</cbc:Pay");
    expect(readInvoice(largest).payableMinor).toBe((1n << 48n) - 1n);
  });
});

describe("the file's size and encoding", () => {
  it("refuses 20 MB before looking at it", () => {
    const file = new Uint8Array(20_000_000).fill(0x20);
    expect(() => readInvoice(file)).toThrow(refused("InvoiceTooLarge", { bytes: 20_000_000 }));
    expect(() => readInvoice(UBL, { maxBytes: 100 })).toThrow(refused("InvoiceTooLarge", { maxBytes: 100 }));
  });

  it("honours byte order marks and the declaration", () => {
    const utf16 = changed(UBL, "UTF-8", "UTF-16");
    const littleEndian = Buffer.from(`\uFEFF${utf16}`, "utf16le");
    const name = "华信零部件";
    expect(readInvoice(littleEndian).seller.name).toBe(name);
    expect(readInvoice(Buffer.from(littleEndian).swap16()).seller.name).toBe(name);
    expect(readInvoice(Buffer.from(utf16, "utf16le")).seller.name).toBe(name);
    expect(readInvoice(Buffer.from(`\uFEFF${UBL}`)).seller.name).toBe(name);
    const latin = Buffer.from(
      changed(changed(UBL, "UTF-8", "ISO-8859-1"), ">华信零部件<", ">Café<").replace(/[^\0-\xff]/g, "?"),
      "latin1",
    );
    expect(readInvoice(latin).seller.name).toBe("Café");
    const gbk = Buffer.from(changed(UBL, "UTF-8", "GB18030").replace(/[^\0-\x7f]/g, "?"), "latin1");
    const at = gbk.indexOf("Name>?");
    const hua = Buffer.concat([gbk.subarray(0, at + 5), Buffer.from([0xbb, 0xaa]), gbk.subarray(at + 6)]);
    expect(readInvoice(hua).seller.name.startsWith("华")).toBe(true);
  });

  it("refuses bytes that are not in the encoding they name", () => {
    const broken = Buffer.concat([bytesOf("ubl-huaxin-yujiang.xml"), Buffer.from([0xff])]);
    expect(() => readInvoice(broken)).toThrow(refused("InvoiceEncodingUnreadable", { encoding: "UTF-8" }));
    expect(() => readInvoice(Buffer.from(changed(UBL, "UTF-8", "x-klingon")))).toThrow(
      refused("InvoiceEncodingUnreadable"),
    );
  });
});
