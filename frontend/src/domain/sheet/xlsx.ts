import { strToU8, type Zippable, zipSync } from "fflate";
import { dayFromIso } from "../day-count.ts";
import { escapeXml } from "../xml-text.ts";
import type { Sheet, SheetValue } from "./sheet.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Spreadsheets count days from 1899-12-30. */
const DAYS_BEFORE_1970 = 25_569;
/** They keep no more digits of a figure; a longer one is written as text, so that none is lost. */
const MOST_DIGITS = 15;
const STYLE = { plain: 0, header: 1, day: 2, firstFigure: 3 };
const MOST_NAME = 31;
const WIDTH = { least: 10, most: 48 };

/**
 * One sheet as an Office Open XML workbook: the header stands still, days are days, figures are figures with their own decimals.
 * Text is never a formula.
 * @param name Of the sheet; what spreadsheets do not allow in it is left out.
 */
export function xlsxOf(sheet: Sheet, name: string): Uint8Array<ArrayBuffer> {
  const decimals = [...new Set(sheet.rows.flat().flatMap((value) => decimalsOf(value) ?? []))].sort((a, b) => a - b);
  const files: Readonly<Record<string, string>> = {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbook(name),
    "xl/_rels/workbook.xml.rels": relations([
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles(decimals),
    "xl/worksheets/sheet1.xml": worksheet(sheet, decimals),
  };
  const zippable: Zippable = Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)]));
  return new Uint8Array(zipSync(zippable));
}

function worksheet({ headers, rows }: Sheet, decimals: readonly number[]): string {
  const range = `A1:${columnName(Math.max(0, headers.length - 1))}${rows.length + 1}`;
  const lines = [headers.map((header) => textCell(header, STYLE.header)), ...rows.map((row) => row.map(toCell))];
  const data = lines.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, i) => cell(ref(i, at))).join("")}</row>`,
  );
  function toCell(value: SheetValue) {
    return cellOf(value, decimals);
  }
  return xml(
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${headers.map((header, i) => column(i, widthOf(header, rows, i))).join("")}</cols>` +
      `<sheetData>${data.join("")}</sheetData><autoFilter ref="${range}"/></worksheet>`,
  );
}

type Cell = (ref: string) => string;

function cellOf(value: SheetValue, decimals: readonly number[]): Cell {
  if (value === null) return () => "";
  if (typeof value === "string") return textCell(value, STYLE.plain);
  if ("time" in value) return textCell(value.time, STYLE.plain);
  if ("day" in value) return numberCell(String(dayFromIso(value.day) + DAYS_BEFORE_1970), STYLE.day);
  if (value.decimal.replace(/\D/g, "").replace(/^0+/, "").length > MOST_DIGITS) {
    return textCell(value.decimal, STYLE.plain);
  }
  return numberCell(value.decimal, STYLE.firstFigure + decimals.indexOf(decimalsOf(value) ?? 0));
}

function numberCell(decimal: string, style: number): Cell {
  return (ref) => `<c r="${ref}" s="${style}"><v>${decimal}</v></c>`;
}

function textCell(text: string, style: number): Cell {
  return (ref) =>
    `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function decimalsOf(value: SheetValue): number | null {
  if (value === null || typeof value === "string" || !("decimal" in value)) return null;
  return value.decimal.split(".")[1]?.length ?? 0;
}

function styles(decimals: readonly number[]): string {
  const format = (digits: number) => (digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`);
  const formats = ["yyyy-mm-dd", ...decimals.map(format)];
  const own = (at: number) => 164 + at;
  const xf = (numFmt: number, font = 0) =>
    `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  return xml(
    `<styleSheet xmlns="${MAIN}">` +
      `<numFmts count="${formats.length}">${formats.map((code, i) => `<numFmt numFmtId="${own(i)}" formatCode="${code}"/>`).join("")}</numFmts>` +
      `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
      `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
      `<cellXfs count="${formats.length + 2}">${xf(0)}${xf(0, 1)}${formats.map((_, i) => xf(own(i))).join("")}</cellXfs>` +
      `</styleSheet>`,
  );
}

function workbook(name: string): string {
  const allowed = name.replace(/[[\]:*?/\\']/g, " ").trim();
  const title = [...(allowed === "" ? "Sheet" : allowed)].slice(0, MOST_NAME).join("");
  return xml(
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escapeXml(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return xml(`<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`);
}

function contentTypes(): string {
  const part = (path: string, type: string) => `<Override PartName="/xl/${path}" ContentType="${TYPES}.${type}+xml"/>`;
  return xml(
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `${part("workbook.xml", "sheet.main")}${part("worksheets/sheet1.xml", "worksheet")}${part("styles.xml", "styles")}</Types>`,
  );
}

function xml(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

function column(at: number, width: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
}

function widthOf(header: string, rows: Sheet["rows"], at: number): number {
  const lengths = rows.map((row) => wide(shown(row[at] ?? null)));
  return Math.min(WIDTH.most, Math.max(WIDTH.least, wide(header), ...lengths.slice(0, 1_000)) + 2);
}

function shown(value: SheetValue): string {
  if (value === null || typeof value === "string") return value ?? "";
  if ("decimal" in value) return value.decimal;
  return "day" in value ? value.day : value.time;
}

/** Chinese characters are as wide as two figures. */
function wide(text: string): number {
  return [...text].reduce((width, character) => width + (character > "\u2E7F" ? 2 : 1), 0);
}

function ref(column: number, row: number): string {
  return `${columnName(column)}${row + 1}`;
}

function columnName(at: number): string {
  const before = Math.floor(at / 26) - 1;
  return (before >= 0 ? columnName(before) : "") + String.fromCharCode(65 + (at % 26));
}
