import { DomainError } from "../domain-error.ts";
import type { Invoice, Party } from "./invoice.ts";
import { distinctIds, partyId, partyIdOf } from "./party-ids.ts";
import { readDate, readNumber, readPayable, requireCurrency, requireInvoiceType } from "./read-values.ts";
import { findAll, findOne, findText, firstText } from "./xml-query.ts";
import type { XmlElement } from "./xml-tree.ts";

/** xs:date, which may carry a time zone; the calendar day is what counts. */
const XML_DATE = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/;
const PAYABLE = "LegalMonetaryTotal/PayableAmount";

/** Reads a UBL 2.1 Invoice. */
export function readUbl(root: XmlElement): Invoice {
  requireInvoiceType(findText(root, "InvoiceTypeCode"));
  const number = readNumber(root, "ID");
  const issued = findOne(root, "IssueDate");
  if (!issued?.text) throw new DomainError("InvoiceIssueDateMissing", { path: "IssueDate" });
  const issueDate = readDate(issued, XML_DATE);
  const seller = readParty(root, "AccountingSupplierParty", "InvoiceSellerMissing");
  const buyer = readParty(root, "AccountingCustomerParty", "InvoiceBuyerMissing");
  const payable = findOne(root, PAYABLE);
  if (!payable?.text) throw new DomainError("InvoiceAmountMissing", { path: PAYABLE });
  const currency = readCurrency(root, payable);
  return {
    format: "ubl",
    number,
    issueDate,
    dueDate: readDueDate(root),
    currency,
    payableMinor: readPayable(payable, currency),
    seller,
    buyer,
  };
}

/** A second currency for tax accounts is usual and harmless; one in what is to be paid is not. */
function readCurrency(root: XmlElement, payable: XmlElement): string {
  const currency = findText(root, "DocumentCurrencyCode") ?? payable.attributes.get("currencyID");
  if (!currency) throw new DomainError("InvoiceCurrencyMissing", { path: "DocumentCurrencyCode" });
  requireCurrency(currency);
  const totals = findAll(root, "LegalMonetaryTotal").flatMap(({ children }) => children);
  for (const amount of [...totals, ...findAll(root, "InvoiceLine/LineExtensionAmount")]) {
    requireSame(currency, amount.attributes.get("currencyID"), amount.path);
  }
  requireSame(currency, findText(root, "PaymentCurrencyCode"), "PaymentCurrencyCode");
  return currency;
}

function requireSame(documentCurrency: string, otherCurrency: string | null | undefined, path: string): void {
  if (otherCurrency && otherCurrency !== documentCurrency) {
    throw new DomainError("InvoiceSecondCurrency", { documentCurrency, otherCurrency, path });
  }
}

/** Where the head names no due date, the payment means or terms may; of several instalments, the last. */
function readDueDate(root: XmlElement): string | null {
  const head = findOne(root, "DueDate");
  const elements = head?.text
    ? [head]
    : ["PaymentMeans/PaymentDueDate", "PaymentTerms/PaymentDueDate"].flatMap((path) => findAll(root, path));
  const dates = elements.filter(({ text }) => text !== "").map((element) => readDate(element, XML_DATE));
  return dates.sort().at(-1) ?? null;
}

function readParty(root: XmlElement, path: string, missing: "InvoiceSellerMissing" | "InvoiceBuyerMissing"): Party {
  const party = findOne(root, `${path}/Party`);
  const name = party && firstText(party, "PartyLegalEntity/RegistrationName", "PartyName/Name");
  if (!party || !name) throw new DomainError(missing, { path: `${path}/Party` });
  const ids = ["EndpointID", "PartyIdentification/ID", "PartyLegalEntity/CompanyID"]
    .flatMap((idPath) => findAll(party, idPath))
    .map(partyIdOf);
  const taxIds = findAll(party, "PartyTaxScheme").map((scheme) =>
    partyId(findText(scheme, "TaxScheme/ID"), findText(scheme, "CompanyID") ?? ""),
  );
  return { name, ids: distinctIds([...ids, ...taxIds]) };
}
