import { XMLBuilder } from "fast-xml-parser";
import { toDecimal } from "../../frontend/src/domain/money.ts";
import type { DemoCompany } from "../demo-companies.ts";

export interface DemoInvoice {
  number: string;
  /** ISO dates. */
  issueDate: string;
  dueDate: string;
  payableMinor: bigint;
  seller: DemoCompany;
  buyer: DemoCompany;
}

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });

/** A UBL 2.1 invoice in CNY, as the seller's software would export it. */
export function invoiceFile({ number, issueDate, dueDate, payableMinor, seller, buyer }: DemoInvoice): Uint8Array {
  const amount = { "@_currencyID": "CNY", "#text": toDecimal(payableMinor, 2) };
  const xml = builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
    Invoice: {
      "@_xmlns": "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
      "@_xmlns:cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
      "@_xmlns:cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
      "cbc:ID": number,
      "cbc:IssueDate": issueDate,
      "cbc:DueDate": dueDate,
      "cbc:InvoiceTypeCode": "380",
      "cbc:DocumentCurrencyCode": "CNY",
      "cac:AccountingSupplierParty": party(seller),
      "cac:AccountingCustomerParty": party(buyer),
      "cac:LegalMonetaryTotal": { "cbc:TaxInclusiveAmount": amount, "cbc:PayableAmount": amount },
    },
  });
  return new TextEncoder().encode(xml);
}

function party({ name, scheme, number }: DemoCompany) {
  return {
    "cac:Party": {
      "cac:PartyName": { "cbc:Name": name.zh },
      "cac:PartyLegalEntity": {
        "cbc:RegistrationName": `${name.zh} ${name.en}`,
        "cbc:CompanyID": { "@_schemeID": scheme, "#text": number },
      },
    },
  };
}
