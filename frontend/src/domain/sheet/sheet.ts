/** What one column of a table says of a row, for a file. Figures are exact decimals, days and times ISO 8601. */
export type SheetValue =
  | string
  | null
  /** `unit`, a currency's code or a percent sign, gets a column of its own. */
  | { decimal: string; unit?: string }
  | { day: string }
  | { time: string };

export interface SheetColumn<Row> {
  header: string;
  value: (row: Row) => SheetValue;
}

/** A table of a file: every row has as many cells as there are headers. */
export interface Sheet {
  headers: readonly string[];
  rows: readonly (readonly SheetValue[])[];
}

/** @param unitHeader Names the column of units beside a column of figures: "Face" → "Face (currency)". */
export function sheetOf<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
  unitHeader: (header: string) => string,
): Sheet {
  const parts = columns.map(({ header, value }) => {
    const values = rows.map(value);
    const figures = { header, values: values.map(withoutUnit) };
    const hasUnits = values.some((each) => unitOf(each) !== null);
    return hasUnits ? [figures, { header: unitHeader(header), values: values.map(unitOf) }] : [figures];
  });
  const flat = parts.flat();
  return {
    headers: flat.map(({ header }) => header),
    rows: rows.map((_, at) => flat.map(({ values }) => values[at] ?? null)),
  };
}

function unitOf(value: SheetValue): string | null {
  return value !== null && typeof value === "object" && "decimal" in value ? (value.unit ?? null) : null;
}

function withoutUnit(value: SheetValue): SheetValue {
  return value !== null && typeof value === "object" && "decimal" in value ? { decimal: value.decimal } : value;
}
