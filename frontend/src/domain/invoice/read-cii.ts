import { DomainError } from "../domain-error.ts";
import type { Invoice, Party } from "./invoice.ts";
import { distinctIds, partyIdOf } from "./party-ids.ts";
import { readDate, readNumber, readPayable, requireCurrency, requireInvoiceType } from "./read-values.ts";
import { findAll, findOne, findText } from "./xml-query.ts";
import type { XmlElement } from "./xml-tree.ts";

const AGREEMENT = "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement";
const SETTLEMENT = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement";
const ISSUED = "ExchangedDocument/IssueDateTime";
const PAYABLE = `${SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation/DuePayableAmount`;
const CURRENCY = `${SETTLEMENT}/InvoiceCurrencyCode`;
const DUE = `${SETTLEMENT}/SpecifiedTradePaymentTerms/DueDateDateTime`;
const ID_PATHS = ["ID", "GlobalID", "SpecifiedLegalOrganization/ID", "URIUniversalCommunication/URIID"];

/** UN/EDIFACT 2379, code 102. */
const FORMAT_102 = /^(\d{8})$/;
const XML_DATE_TIME = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/;

/** Reads a UN/CEFACT CrossIndustryInvoice. */
export function readCii(root: XmlElement): Invoice {
  requireInvoiceType(findText(root, "ExchangedDocument/TypeCode"));
  const number = readNumber(root, "ExchangedDocument/ID");
  const issued = findOne(root, ISSUED);
  const issueDate = issued && readMoment(issued);
  if (!issueDate) throw new DomainError("InvoiceIssueDateMissing", { path: ISSUED });
  const seller = readParty(root, "SellerTradeParty", "InvoiceSellerMissing");
  const buyer = readParty(root, "BuyerTradeParty", "InvoiceBuyerMissing");
  const payable = findOne(root, PAYABLE);
  if (!payable?.text) throw new DomainError("InvoiceAmountMissing", { path: PAYABLE });
  const currency = readCurrency(root, payable);
  return {
    format: "cii",
    number,
    issueDate,
    dueDate: readDueDate(root),
    currency,
    payableMinor: readPayable(payable, currency),
    seller,
    buyer,
  };
}

function readCurrency(root: XmlElement, payable: XmlElement): string {
  const own = payable.attributes.get("currencyID");
  const currency = findText(root, CURRENCY) ?? own;
  if (!currency) throw new DomainError("InvoiceCurrencyMissing", { path: CURRENCY });
  requireCurrency(currency);
  if (own && own !== currency) {
    throw new DomainError("InvoiceSecondCurrency", { documentCurrency: currency, otherCurrency: own, path: PAYABLE });
  }
  return currency;
}

/** Of several instalments, the last: by then all of the amount is due. */
function readDueDate(root: XmlElement): string | null {
  const dates = findAll(root, DUE).map(readMoment);
  return (
    dates
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? null
  );
}

function readMoment(element: XmlElement): string | null {
  const formatted = findOne(element, "DateTimeString");
  if (formatted?.text) {
    const format = formatted.attributes.get("format") ?? "102";
    if (format === "102") return readDate(formatted, FORMAT_102);
    throw new DomainError("InvoiceDateInvalid", { path: formatted.path, text: `${formatted.text} (${format})` });
  }
  const moment = findOne(element, "DateTime");
  return moment?.text ? readDate(moment, XML_DATE_TIME) : null;
}

function readParty(root: XmlElement, kind: string, missing: "InvoiceSellerMissing" | "InvoiceBuyerMissing"): Party {
  const path = `${AGREEMENT}/${kind}`;
  const party = findOne(root, path);
  const name = party && findText(party, "Name");
  if (!party || !name) throw new DomainError(missing, { path });
  const ids = [...ID_PATHS, "SpecifiedTaxRegistration/ID"].flatMap((idPath) => findAll(party, idPath)).map(partyIdOf);
  return { name, ids: distinctIds(ids) };
}
