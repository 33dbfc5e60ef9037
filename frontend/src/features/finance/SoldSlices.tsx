import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type DiscountRow, useDiscounts } from "../../app/data/queries/offers.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { dayOf } from "../../domain/day-count.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Section } from "../../ui/Section.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { useText } from "./text.ts";

interface SoldSlicesProps {
  seller: Address;
  clock: LedgerClock;
}

/** Earlier sales with their figures; nothing is shown before the first one. */
export function SoldSlices({ seller, clock }: SoldSlicesProps) {
  const t = useText();
  const sales = useDiscounts({ seller });
  const columns = useColumns(clock);
  return (
    <Loaded query={sales}>
      {(rows) =>
        rows.length > 0 && (
          <Section title={t("sold.title")}>
            <Table
              exportAs={t("sold.file")}
              caption={t("sold.caption")}
              hideCaption
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
            />
          </Section>
        )
      }
    </Loaded>
  );
}

function useColumns({ policy }: LedgerClock): Column<DiscountRow>[] {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const values = useSheetValues();
  const common = useCommonColumns<DiscountRow>();
  return [
    {
      key: "day",
      header: t("sold.day"),
      isRowHeader: true,
      cell: ({ timestamp }) => format.day(dayOf(timestamp, policy.utcOffsetHours)),
      value: ({ timestamp }) => values.time(timestamp),
    },
    {
      key: "receivable",
      header: t("sold.receivable"),
      cell: ({ receivableId }) => (
        <Link to="/receivables/$id" params={{ id: receivableId }} className="font-mono text-accent underline">
          {shortReceivableId(BigInt(receivableId))}
        </Link>
      ),
      value: ({ receivableId }) => receivableId,
    },
    {
      key: "bank",
      header: t("sold.bank"),
      cell: ({ bank, withRecourse }) => (
        <div>
          {nameOf(bank)}
          {withRecourse && <p className="text-sm text-muted">{t("recourse.with")}</p>}
        </div>
      ),
      value: ({ bank }) => nameOf(bank),
    },
    common.amount({ key: "face", header: t("sold.face") }, ({ face, currency }) => [face, currency]),
    common.percent({ key: "rate", header: t("sold.rate") }, ({ ratePpm }) => ratePpm),
    common.amount({ key: "discount", header: t("sold.discount") }, ({ discount, currency }) => [discount, currency]),
    {
      key: "net",
      header: t("sold.net"),
      numeric: true,
      cell: ({ net, currency, bestLeftOutNet }) => (
        <div>
          <Amount strong text={money(net, currency)} />
          {bestLeftOutNet !== null && (
            <p className="text-sm text-muted">{t("sold.better", { net: money(bestLeftOutNet, currency) })}</p>
          )}
        </div>
      ),
      value: ({ net, currency }) => values.amount(net, currency),
    },
  ];
}
