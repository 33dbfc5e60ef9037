import { Amount } from "../../ui/Amount.tsx";
import type { Column } from "../../ui/Table.tsx";
import { useDirectory } from "../data/useDirectory.ts";
import { useSheetValues } from "../data/useSheetValues.ts";
import { useMoney } from "../deployment/useMoney.ts";
import { useFormat } from "../i18n/useFormat.ts";
import { ReceivableLink } from "./ReceivableLink.tsx";

type Head = Pick<Column<unknown>, "key" | "header" | "isRowHeader">;

/** Columns of companies, receivables, days and figures: in each, an exported file says what is on screen. */
export function useCommonColumns<Row>() {
  const format = useFormat();
  const money = useMoney();
  const values = useSheetValues();
  const { nameOf } = useDirectory();
  return {
    party: (head: Head, accountOf: (row: Row) => string): Column<Row> => {
      const name = (row: Row) => nameOf(accountOf(row));
      return { ...head, cell: name, value: name };
    },
    receivable: (head: Head, idOf: (row: Row) => string): Column<Row> => ({
      ...head,
      cell: (row) => <ReceivableLink id={idOf(row)} />,
      value: idOf,
    }),
    /** Who owes, and which receivable it is: names the row. */
    obligor: (head: Head, receivableOf: (row: Row) => { id: string; obligor: string }): Column<Row> => ({
      ...head,
      isRowHeader: true,
      cell: (row) => (
        <span className="grid">
          {nameOf(receivableOf(row).obligor)}
          <ReceivableLink id={receivableOf(row).id} className="font-normal" />
        </span>
      ),
      value: (row) => nameOf(receivableOf(row).obligor),
    }),
    count: (head: Head, countOf: (row: Row) => number): Column<Row> => ({
      ...head,
      numeric: true,
      cell: (row) => format.count(countOf(row)),
      value: (row) => values.count(countOf(row)),
    }),
    percent: (head: Head, ppmOf: (row: Row) => number): Column<Row> => ({
      ...head,
      numeric: true,
      cell: (row) => format.percent(BigInt(ppmOf(row))),
      value: (row) => values.percent(ppmOf(row)),
    }),
    day: (head: Head, dayOf: (row: Row) => number): Column<Row> => ({
      ...head,
      numeric: true,
      cell: (row) => format.day(dayOf(row)),
      value: (row) => values.day(dayOf(row)),
    }),
    /** @param minorOf Minor units, and their currency by its index in the rulebook. */
    amount: (
      { strong = false, ...head }: Head & { strong?: boolean },
      minorOf: (row: Row) => readonly [minor: bigint, currency: number],
    ): Column<Row> => ({
      ...head,
      numeric: true,
      cell: (row) => <Amount strong={strong} text={money(...minorOf(row))} />,
      value: (row) => values.amount(...minorOf(row)),
    }),
  };
}
