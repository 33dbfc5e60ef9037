import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useMe } from "../../app/session/useMe.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Party } from "../../ui/Party.tsx";
import { Table } from "../../ui/Table.tsx";
import type { Payee } from "./shares.ts";
import { useText } from "./useText.ts";

interface PayeeTableProps {
  payees: readonly Payee[];
  currency: number;
  /** A receipt's amounts are marked for tests that compare them. */
  isReceipt?: boolean;
}

/** Each holder and what it receives. */
export function PayeeTable({ payees, currency, isReceipt = false }: PayeeTableProps) {
  const t = useText();
  const money = useMoney();
  const common = useCommonColumns<Payee>();
  const values = useSheetValues();
  const { account } = useMe();
  const { findName } = useDirectory();
  const isMe = (holder: string) => holder.toLowerCase() === account?.toLowerCase();
  return (
    <Table
      caption={t("review.payeesCaption")}
      hideCaption
      rows={payees}
      exportAs={t("review.payeesFile")}
      alsoExported={[{ header: t("review.account"), value: ({ holder }) => holder }]}
      rowKey={({ holder }) => holder}
      columns={[
        {
          key: "holder",
          header: t("review.holder"),
          isRowHeader: true,
          cell: ({ holder }) => (
            <Party name={findName(holder)} address={holder} mark={isMe(holder) ? t("review.you") : undefined} />
          ),
          value: ({ holder }) => findName(holder) ?? holder,
        },
        common.count({ key: "slices", header: t("review.slices") }, ({ slices }) => slices),
        {
          key: "amount",
          header: t("review.amount"),
          numeric: true,
          cell: ({ amount }) => (
            <Amount
              strong
              text={money(amount, currency)}
              {...(isReceipt ? { "data-testid": "payee-amount", "data-minor": amount.toString() } : {})}
            />
          ),
          value: ({ amount }) => values.amount(amount, currency),
        },
      ]}
    />
  );
}
