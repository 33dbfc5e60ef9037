import type { Sheet, SheetValue } from "./sheet.ts";

const BYTE_ORDER_MARK = "\uFEFF";
/** What spreadsheets take for the beginning of a formula, also in full width. */
const FORMULA = /^[\t\r\n ]*[=+\-@|＝＋－＠]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * RFC 4180 with CRLF, in UTF-8 with a byte order mark, without which spreadsheets take Chinese for another encoding. Text that would
 * be run as a formula gets an apostrophe in front; figures are left alone.
 */
export function csvOf({ headers, rows }: Sheet): string {
  const lines = [headers.map(textCell), ...rows.map((row) => row.map(cell))];
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line.join(",")}\r\n`).join("")}`;
}

function cell(value: SheetValue): string {
  if (value === null) return "";
  if (typeof value === "string") return textCell(value);
  if ("decimal" in value) return value.decimal;
  return "day" in value ? value.day : value.time;
}

function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
