import { encodeAbiParameters, type Hex, keccak256, stringToBytes } from "viem";
import { DomainError } from "./domain-error.ts";
import { foldText } from "./fold-text.ts";

const INVOICE_KEY_VERSION = keccak256(stringToBytes("tallystick.invoiceKey.v1"));
const PARAMETERS = [{ type: "bytes32" }, { type: "string" }, { type: "uint16" }] as const;

/**
 * Names an invoice among those of its seller. However the number is typed, the key is the same.
 * @throws DomainError `InvoiceNumberEmpty` | `IssueYearOutOfRange`
 */
export function invoiceKey(number: string, issueYear: number): Hex {
  const normal = foldText(number);
  if (normal === "") throw new DomainError("InvoiceNumberEmpty", { number });
  if (!Number.isInteger(issueYear) || issueYear < 1970 || issueYear > 2149) {
    throw new DomainError("IssueYearOutOfRange", { year: issueYear });
  }
  return keccak256(encodeAbiParameters(PARAMETERS, [INVOICE_KEY_VERSION, normal, issueYear]));
}
