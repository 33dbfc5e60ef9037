import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import {
  type DiscountRow,
  type StandingOfferRow,
  useDiscounts,
  useStandingOffers,
} from "../../app/data/queries/offers.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
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
  const offers = useStandingOffers();
  const columns = useColumns(clock, offers.data ?? []);
  return (
    <Loaded query={sales}>
      {(rows) =>
        rows.length > 0 &&
        offers.data && (
          <Section title={t("sold.title")}>
            <Table caption={t("sold.caption")} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />
          </Section>
        )
      }
    </Loaded>
  );
}

function useColumns({ policy }: LedgerClock, offers: readonly StandingOfferRow[]): Column<DiscountRow>[] {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const currencyOf = ({ standingOfferId }: DiscountRow) =>
    offers.find(({ id }) => id === standingOfferId)?.currency ?? 0;
  return [
    {
      key: "day",
      header: t("sold.day"),
      isRowHeader: true,
      cell: ({ timestamp }) => format.day(dayOf(timestamp, policy.utcOffsetHours)),
    },
    {
      key: "receivable",
      header: t("sold.receivable"),
      cell: ({ receivableId }) => (
        <Link to="/receivables/$id" params={{ id: receivableId }} className="font-mono text-accent underline">
          {shortReceivableId(BigInt(receivableId))}
        </Link>
      ),
    },
    { key: "bank", header: t("sold.bank"), cell: ({ bank }) => nameOf(bank) },
    {
      key: "face",
      header: t("sold.face"),
      numeric: true,
      cell: (row) => <Amount text={money(row.face, currencyOf(row))} />,
    },
    {
      key: "rate",
      header: t("sold.rate"),
      numeric: true,
      cell: ({ ratePpm }) => format.percent(BigInt(ratePpm)),
    },
    {
      key: "discount",
      header: t("sold.discount"),
      numeric: true,
      cell: (row) => <Amount text={money(row.discount, currencyOf(row))} />,
    },
    {
      key: "net",
      header: t("sold.net"),
      numeric: true,
      cell: (row) => <Amount strong text={money(row.net, currencyOf(row))} />,
    },
  ];
}
