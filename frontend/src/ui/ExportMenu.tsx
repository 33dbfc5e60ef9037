import { Download } from "lucide-react";
import { useState } from "react";
import { type SheetColumn, sheetOf } from "../domain/sheet/sheet.ts";
import { Button } from "./Button.tsx";
import { DropdownMenu, MenuItem } from "./DropdownMenu.tsx";
import { saveFile } from "./saveFile.ts";
import { useUiTexts } from "./texts.ts";

interface ExportMenuProps<Row> {
  /** Of the file, without its ending. */
  name: string;
  /** What is exported, for assistive technology. */
  caption: string;
  columns: readonly SheetColumn<Row>[];
  rows: readonly Row[];
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A table's rows as a file. What writes it is loaded when it is asked for. */
export function ExportMenu<Row>({ name, caption, columns, rows }: ExportMenuProps<Row>) {
  const texts = useUiTexts();
  const [failure, setFailure] = useState<string | null>(null);
  const write = async (format: "csv" | "xlsx") => {
    try {
      const sheet = sheetOf(columns, rows, texts.unitOf);
      if (format === "csv") {
        const { csvOf } = await import("../domain/sheet/csv.ts");
        saveFile(csvOf(sheet), `${name}.csv`, "text/csv;charset=utf-8");
      } else {
        const { xlsxOf } = await import("../domain/sheet/xlsx.ts");
        saveFile(xlsxOf(sheet, name), `${name}.xlsx`, XLSX);
      }
      setFailure(null);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="grid justify-items-end">
      <DropdownMenu
        trigger={
          <Button variant="quiet" size="sm" aria-label={`${texts.export}: ${caption}`}>
            <Download aria-hidden className="size-4" />
            {texts.export}
          </Button>
        }
      >
        <MenuItem onSelect={() => void write("csv")}>CSV</MenuItem>
        <MenuItem onSelect={() => void write("xlsx")}>Excel (XLSX)</MenuItem>
      </DropdownMenu>
      {failure !== null && (
        <p role="alert" className="text-sm text-danger">
          {texts.exportFailed} {failure}
        </p>
      )}
    </div>
  );
}
