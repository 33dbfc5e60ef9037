import { decimalText } from "../../ui/decimalText.ts";

/** A line of a spreadsheet: whom to pay, and how much, both as text. */
export interface PastedLine {
  company: string;
  /** A plain decimal where it could be read without guessing; else as it was. */
  amount: string;
}

const CURRENCY = /^(?:[¥€$£]|[A-Z]{3}\b)\s*|\s*(?:元|\b[A-Z]{3})$/g;

/**
 * Reads pasted lines: the first field is the company, the last the amount, parted by a tab, a semicolon, a comma or, before the amount,
 * a space. A heading is left out. Full-width characters are read as their narrow twins.
 */
export function readPasted(text: string): PastedLine[] {
  const lines = text
    .normalize("NFKC")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.map(readLine).filter(({ amount }, index) => index > 0 || /\d/.test(amount) || lines.length === 1);
}

function readLine(line: string): PastedLine {
  const fields = fieldsOf(line);
  const last = fields.at(-1) ?? "";
  if (fields.length < 2) return { company: last, amount: "" };
  const before = fields.slice(0, -1);
  // "Acme,1,234": a thousands mark or a third field? Money is not guessed at; the amount is left for its reader to correct.
  const isUnclear = before.length > 1 && /^\d+$/.test(before.at(-1) ?? "") && /^\d{3}(\.|$)/.test(last);
  if (isUnclear) return { company: before[0] ?? "", amount: [...before.slice(1), last].join(",") };
  return { company: line.includes("\t") ? (before[0] ?? "") : before.join(", "), amount: readAmount(last) };
}

function fieldsOf(line: string): string[] {
  const mark = ["\t", ";"].find((each) => line.includes(each));
  const fields = mark ? line.split(mark) : commaFields(line);
  const [only = ""] = fields;
  if (fields.length > 1) return fields.map((field) => field.trim().replace(/^"(.*)"$/, "$1")).filter((field) => field);
  const bySpace = /^(.*\S)\s+([\d.,]*\d)$/.exec(only);
  return bySpace ? bySpace.slice(1) : [only];
}

/** Commas within quotation marks, and those between the digits of an amount in them, part nothing. */
function commaFields(line: string): string[] {
  return line.match(/"[^"]*"|[^,]+/g) ?? [line];
}

function readAmount(field: string): string {
  return decimalText(field.replace(CURRENCY, "").trim());
}
