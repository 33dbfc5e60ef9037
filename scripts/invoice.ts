import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { minorDigitsOf } from "../frontend/src/domain/currencies.ts";
import { requireReadableSize } from "../frontend/src/domain/invoice/decode-text.ts";
import type { Invoice, Party } from "../frontend/src/domain/invoice/invoice.ts";
import { readInvoice } from "../frontend/src/domain/invoice/read-invoice.ts";
import { toDecimal } from "../frontend/src/domain/money.ts";
import { CommandLineError, printLine, runCommand } from "./command-line.ts";

const HELP = `Usage: npm run -s invoice -- FILE [--json]

Reads an invoice file (UBL 2.1, UN/CEFACT CII or 数电票 XML) and prints what it says.
  --json   print one JSON object: format, number, issueDate, dueDate (null when the file has none), currency,
           payableMinor (string of minor units), seller and buyer with name and ids
  --help   print this
Exits with 1, and the reason on standard error, when the file cannot become a receivable.`;

runCommand((args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) return printLine(HELP);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new CommandLineError(`Name one invoice file.\n\n${HELP}`);
  const invoice = readInvoice(bytesOf(path));
  printLine(values.json ? asJson(invoice) : asText(invoice));
});

function bytesOf(path: string): Uint8Array {
  try {
    requireReadableSize(statSync(path).size);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && "syscall" in error) {
      throw new CommandLineError(`“${path}” cannot be read (${error.code}). Check the path and its permissions.`);
    }
    throw error;
  }
}

function asJson({ payableMinor, ...rest }: Invoice): string {
  const { format, number, issueDate, dueDate, currency, seller, buyer } = rest;
  const payable = payableMinor.toString();
  return JSON.stringify(
    { format, number, issueDate, dueDate, currency, payableMinor: payable, seller, buyer },
    null,
    2,
  );
}

function asText(invoice: Invoice): string {
  const amount = toDecimal(invoice.payableMinor, minorDigitsOf(invoice.currency));
  const rows = [
    ["Format", invoice.format],
    ["Number", invoice.number],
    ["Issue date", invoice.issueDate],
    ["Due date", invoice.dueDate ?? "not in the file"],
    ["Payable", `${amount} ${invoice.currency}`],
    ["Seller", partyText(invoice.seller)],
    ["Buyer", partyText(invoice.buyer)],
  ];
  return rows.map(([label = "", value = ""]) => label.padEnd(12) + value).join("\n");
}

function partyText({ name, ids }: Party): string {
  return [name, ...ids.map(({ scheme, id }) => `${scheme ?? "id"} ${id}`)].join(" · ");
}
