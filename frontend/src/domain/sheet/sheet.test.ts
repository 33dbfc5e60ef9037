import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { csvOf } from "./csv.ts";
import { type SheetColumn, sheetOf } from "./sheet.ts";
import { xlsxOf } from "./xlsx.ts";

interface Row {
  name: string;
  face: string | null;
  due: string;
}

interface ReadCell {
  is?: { t: { "#text": string } };
  v?: string;
}

const columns: SheetColumn<Row>[] = [
  { header: "Supplier", value: ({ name }) => name },
  { header: "Face", value: ({ face }) => (face === null ? null : { decimal: face, unit: "CNY" }) },
  { header: "Due", value: ({ due }) => ({ day: due }) },
];
const rows: Row[] = [
  { name: '=HYPERLINK("http://evil")', face: "1234.50", due: "2026-11-20" },
  { name: "华信, 零部件", face: "-0.01", due: "2024-02-29" },
  { name: 'A "B" <&>\u0007', face: null, due: "2027-01-01" },
];
const sheet = sheetOf(columns, rows, (header) => `${header} (currency)`);

describe("sheetOf", () => {
  it("gives units a column of their own, and leaves it out where there is none", () => {
    expect(sheet.headers).toEqual(["Supplier", "Face", "Face (currency)", "Due"]);
    expect(sheet.rows.map((row) => row[2])).toEqual(["CNY", "CNY", null]);
    expect(sheetOf(columns.slice(0, 1), rows, String).headers).toEqual(["Supplier"]);
  });
});

describe("csvOf", () => {
  it("quotes as RFC 4180 wants it and lets no text be a formula, but keeps negative figures", () => {
    expect(csvOf(sheet)).toBe(
      `\uFEFFSupplier,Face,Face (currency),Due\r\n` +
        `"'=HYPERLINK(""http://evil"")",1234.50,CNY,2026-11-20\r\n` +
        `"华信, 零部件",-0.01,CNY,2024-02-29\r\n` +
        `"A ""B"" <&>\u0007",,,2027-01-01\r\n`,
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "|cmd"])("disarms %j", (text) => {
    const [, line] = csvOf({ headers: ["x"], rows: [[text]] }).split(/\r\n(?=["'])/);
    expect(line?.replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("leaves ids and ordinary text as they are", () => {
    expect(csvOf({ headers: ["id"], rows: [["0x00ff"], ["a-b"]] })).toBe("\uFEFFid\r\n0x00ff\r\na-b\r\n");
  });
});

describe("xlsxOf", () => {
  const files = unzipSync(xlsxOf(sheet, "Invoices: [2026]"));
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false });
  const read = (path: string) => parser.parse(strFromU8(files[path] ?? new Uint8Array()));
  const cells = [read("xl/worksheets/sheet1.xml").worksheet.sheetData.row]
    .flat()
    .map((row: { c: ReadCell[] }) => row.c);
  const textOf = (cell: ReadCell) => cell.is?.t["#text"] ?? cell.v;

  it("holds all parts that a workbook has, each well formed", () => {
    expect(Object.keys(files).sort()).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    for (const path of Object.keys(files)) expect(() => read(path)).not.toThrow();
    expect(read("xl/workbook.xml").workbook.sheets.sheet["@_name"]).toBe("Invoices   2026");
  });

  it("gives back texts, exact figures and days", () => {
    expect(cells.map((row: ReadCell[]) => row.map(textOf))).toEqual([
      ["Supplier", "Face", "Face (currency)", "Due"],
      ['=HYPERLINK("http://evil")', "1234.50", "CNY", "46346"],
      ["华信, 零部件", "-0.01", "CNY", "45351"],
      ['A "B" <&>', "46388"],
    ]);
  });

  it("writes text as text: no cell is a formula", () => {
    const [cell] = cells[1] ?? [];
    expect(cell).toMatchObject({ "@_r": "A2", "@_t": "inlineStr" });
    expect(strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toContain("<f>");
  });

  it("writes a figure with more digits than spreadsheets keep as text", () => {
    const long = { headers: ["x"], rows: [[{ decimal: "12345678901234.56" }], [{ decimal: "1234567890123.45" }]] };
    const out = parser.parse(strFromU8(unzipSync(xlsxOf(long, "x"))["xl/worksheets/sheet1.xml"] ?? new Uint8Array()));
    const [, first, second] = out.worksheet.sheetData.row;
    expect(first.c["@_t"]).toBe("inlineStr");
    expect(second.c).toMatchObject({ v: "1234567890123.45", "@_s": "3" });
  });

  it("names columns beyond Z", () => {
    const wide = { headers: Array.from({ length: 28 }, (_, i) => String(i)), rows: [] };
    const out = strFromU8(unzipSync(xlsxOf(wide, "x"))["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(out).toContain('r="AB1"');
    expect(out).toContain('ref="A1:AB1"');
  });
});
