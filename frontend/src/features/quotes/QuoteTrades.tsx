import type { Address } from "viem";
import { ReceivableLink } from "../../app/columns/ReceivableLink.tsx";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type QuoteSaleRow, useQuoteSales } from "../../app/data/queries/quotes.ts";
import { useSlicesById } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Section } from "../../ui/Section.tsx";
import { Table } from "../../ui/Table.tsx";
import { useText } from "./text.ts";

/** What the company sold or bought at quotes; nothing is shown before the first one. */
export function QuoteTrades({ account, utcOffsetHours }: { account: Address; utcOffsetHours: number }) {
  const t = useText();
  const sales = useQuoteSales(account);
  return (
    <Loaded query={sales}>
      {(rows) =>
        rows.length > 0 && (
          <Section title={t("trades.title")}>
            <Trades rows={rows} account={account} utcOffsetHours={utcOffsetHours} />
          </Section>
        )
      }
    </Loaded>
  );
}

interface TradesProps {
  rows: readonly QuoteSaleRow[];
  account: Address;
  utcOffsetHours: number;
}

function Trades({ rows, account, utcOffsetHours }: TradesProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const values = useSheetValues();
  const { data: slices = [] } = useSlicesById(rows.map(({ sliceId }) => sliceId));
  const currencyOf = ({ receivableId }: QuoteSaleRow) =>
    slices.find(({ receivable }) => receivable.id === receivableId)?.receivable.currency;
  const amount = (minor: bigint, row: QuoteSaleRow) => {
    const currency = currencyOf(row);
    return currency === undefined ? format.count(minor) : money(minor, currency);
  };
  const figure = (minor: bigint, row: QuoteSaleRow) => {
    const currency = currencyOf(row);
    return currency === undefined ? { decimal: minor.toString() } : values.amount(minor, currency);
  };
  const isMine = ({ seller }: QuoteSaleRow) => seller.toLowerCase() === account.toLowerCase();
  const whatOf = (row: QuoteSaleRow) =>
    isMine(row) ? t("trades.sold", { bank: nameOf(row.bank) }) : t("trades.bought", { seller: nameOf(row.seller) });
  return (
    <Table
      exportAs={t("trades.file")}
      caption={t("trades.caption")}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "what",
          header: t("trades.what"),
          isRowHeader: true,
          cell: whatOf,
          value: whatOf,
        },
        {
          key: "receivable",
          header: t("trades.receivable"),
          cell: ({ receivableId, sliceId }) => <ReceivableLink id={receivableId} slice={sliceId} />,
          value: ({ receivableId }) => receivableId,
        },
        {
          key: "face",
          header: t("trades.face"),
          numeric: true,
          cell: (row) => <Amount text={amount(row.face, row)} />,
          value: (row) => figure(row.face, row),
        },
        {
          key: "discount",
          header: t("fact.discount"),
          numeric: true,
          cell: (row) => <Amount text={amount(row.face - row.net, row)} />,
          value: (row) => figure(row.face - row.net, row),
        },
        {
          key: "net",
          header: t("trades.net"),
          numeric: true,
          cell: (row) => (
            <div>
              <Amount strong text={amount(row.net, row)} />
              {row.withRecourse && <p className="text-sm text-muted">{t("recourse.with")}</p>}
            </div>
          ),
          value: (row) => figure(row.net, row),
        },
        {
          key: "time",
          header: t("trades.time"),
          numeric: true,
          cell: ({ timestamp }) => format.time(timestamp, utcOffsetHours),
          value: ({ timestamp }) => values.time(timestamp),
        },
      ]}
    />
  );
}
