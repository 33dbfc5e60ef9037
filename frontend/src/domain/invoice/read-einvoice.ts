import { DomainError } from "../domain-error.ts";
import type { Invoice, Party } from "./invoice.ts";
import { distinctIds, partyId } from "./party-ids.ts";
import { readDate, readNumber, readPayable } from "./read-values.ts";
import { findOne, findText } from "./xml-query.ts";
import type { XmlElement } from "./xml-tree.ts";

const NUMBER = "TaxSupervisionInfo/InvoiceNumber";
const ISSUED = "TaxSupervisionInfo/IssueTime";
const TOTAL = "EInvoiceData/BasicInformation/TotalTax-includedAmount";
const ISSUE_TIME = /^(\d{4}-\d{2}-\d{2})(?:[ T].*)?$/;

/** Reads China's fully digital invoice (数电票). It is always in CNY and has no due date. */
export function readEinvoice(root: XmlElement): Invoice {
  const number = readNumber(root, NUMBER);
  const issued = findOne(root, ISSUED);
  if (!issued?.text) throw new DomainError("InvoiceIssueDateMissing", { path: ISSUED });
  const issueDate = readDate(issued, ISSUE_TIME);
  const seller = readParty(root, "Seller", "InvoiceSellerMissing");
  const buyer = readParty(root, "Buyer", "InvoiceBuyerMissing");
  const payable = findOne(root, TOTAL);
  if (!payable?.text) throw new DomainError("InvoiceAmountMissing", { path: TOTAL });
  const payableMinor = readPayable(payable, "CNY");
  return { format: "einvoice", number, issueDate, dueDate: null, currency: "CNY", payableMinor, seller, buyer };
}

function readParty(root: XmlElement, side: string, missing: "InvoiceSellerMissing" | "InvoiceBuyerMissing"): Party {
  const path = `EInvoiceData/${side}Information`;
  const name = findText(root, `${path}/${side}Name`);
  if (!name) throw new DomainError(missing, { path: `${path}/${side}Name` });
  const id = findText(root, `${path}/${side}IdNum`) ?? "";
  // Older and personal taxpayer numbers have other lengths; they cannot be an identity.
  return { name, ids: distinctIds([id.length === 18 ? { scheme: "USCC", id } : partyId(null, id)]) };
}
