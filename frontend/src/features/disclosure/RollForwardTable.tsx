import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import type { SheetValue } from "../../domain/sheet/sheet.ts";
import type { Statement } from "../../domain/supplier-finance.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Table } from "../../ui/Table.tsx";
import { type dueRangeOf, figuresOf, type LineName } from "./statement-lines.ts";
import { useText } from "./useText.ts";

interface RollForwardTableProps {
  statement: Statement;
  range: ReturnType<typeof dueRangeOf>;
  currency: number;
  days: { first: number; last: number };
  file: string;
}

interface Line {
  name: LineName | "count" | "dueDays" | "terms";
  shown: string;
  value: SheetValue;
}

const STRONG: ReadonlySet<Line["name"]> = new Set(["opening", "closing"]);

/** The figures that IAS 7 paragraph 44H and ASC 405-50-50-3 ask for. */
export function RollForwardTable({ file, days, ...rest }: RollForwardTableProps) {
  const t = useText();
  const format = useFormat();
  const lines = useLines(rest);
  const told = { from: format.day(days.first), to: format.day(days.last) };
  const before = { day: format.day(days.first) };
  const label = ({ name }: Line) => t(`line.${name}`, { ...told, ...before });
  return (
    <Table
      caption={t("rollForward.caption", told)}
      rows={lines}
      rowKey={({ name }) => name}
      exportAs={`${t("rollForward.file")}_${file}`}
      columns={[
        {
          key: "line",
          header: t("rollForward.line"),
          isRowHeader: true,
          cell: (line) => (
            <span className={STRONG.has(line.name) ? "font-semibold" : "font-normal"}>{label(line)}</span>
          ),
          value: label,
        },
        {
          key: "basis",
          header: t("rollForward.basis"),
          cell: ({ name }) => t(`basis.${name}`),
          value: ({ name }) => t(`basis.${name}`),
        },
        {
          key: "amount",
          header: t("rollForward.amount"),
          numeric: true,
          cell: ({ name, shown }) => (
            <Amount strong={STRONG.has(name)} data-testid={`disclosure-${name}`} text={shown} />
          ),
          value: ({ value }) => value,
        },
      ]}
    />
  );
}

function useLines({
  statement,
  range,
  currency,
}: Pick<RollForwardTableProps, "statement" | "range" | "currency">): Line[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const figures = figuresOf(statement).map(({ name, amount }) => ({
    name,
    shown: money(amount, currency),
    value: values.amount(amount, currency),
  }));
  const count = { name: "count" as const, shown: format.count(statement.count), value: values.count(statement.count) };
  if (range === null) return [...figures, count];
  const { dueDays, terms } = range;
  const between = (least: string, most: string) => (least === most ? least : t("between", { least, most }));
  const dates = between(format.day(dueDays.least), format.day(dueDays.most));
  const spans = t("days", { days: between(terms.least.toString(), terms.most.toString()) });
  return [
    ...figures,
    count,
    { name: "dueDays", shown: dates, value: `${isoFromDay(dueDays.least)}/${isoFromDay(dueDays.most)}` },
    { name: "terms", shown: spans, value: `${terms.least}–${terms.most}` },
  ];
}
