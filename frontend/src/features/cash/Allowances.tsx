import { useState } from "react";
import { type Address, erc20Abi } from "viem";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { CashPosition } from "../../app/data/queries/cash.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Table } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

interface Allowance {
  desk: "discount" | "settlement" | "pledge" | "recourse" | "earlyPayment";
  spender: Address;
  currency: Currency;
  /** Minor units. */
  amount: bigint;
}

/** What the desks may take, each to be taken back. */
export function Allowances({ positions }: { positions: readonly CashPosition[] }) {
  const t = useText();
  const common = useCommonColumns<Allowance>();
  const { addresses } = useDeployment();
  const [asked, setAsked] = useState<Allowance | null>(null);
  const given = positions.flatMap(({ currency, ...position }): Allowance[] => {
    const minor = (units: bigint) => tokenToMinor(units, currency);
    return [
      { desk: "discount", spender: addresses.discountDesk, currency, amount: minor(position.discountAllowance) },
      { desk: "settlement", spender: addresses.settlementDesk, currency, amount: minor(position.settlementAllowance) },
      { desk: "pledge", spender: addresses.pledgeDesk, currency, amount: minor(position.pledgeAllowance) },
      { desk: "recourse", spender: addresses.recourseDesk, currency, amount: minor(position.recourseAllowance) },
      {
        desk: "earlyPayment",
        spender: addresses.earlyPaymentDesk,
        currency,
        amount: minor(position.earlyPaymentAllowance),
      },
    ];
  });
  const live = given.filter(({ amount }) => amount > 0n);
  return (
    <>
      {live.length === 0 ? (
        <EmptyState title={t("allowances.empty")}>{t("allowances.emptyHint")}</EmptyState>
      ) : (
        <Table
          caption={t("allowances.caption")}
          hideCaption
          rows={live}
          exportAs={t("allowances.file")}
          rowKey={({ desk, currency }) => `${desk}/${currency.code}`}
          columns={[
            {
              key: "desk",
              header: t("allowances.desk"),
              isRowHeader: true,
              cell: ({ desk }) => t(`desk.${desk}`),
              value: ({ desk }) => t(`desk.${desk}`),
            },
            { key: "currency", header: t("allowances.currency"), cell: ({ currency }) => currency.code },
            common.amount({ key: "allowed", header: t("allowances.allowed") }, (row) => [
              row.amount,
              row.currency.index,
            ]),
            {
              key: "action",
              header: t("allowances.action"),
              cell: (allowance) => (
                <Button
                  size="sm"
                  aria-label={`${t("allowances.revoke")} ${t(`desk.${allowance.desk}`)} ${allowance.currency.code}`}
                  onClick={() => setAsked(allowance)}
                >
                  {t("allowances.revoke")}
                </Button>
              ),
            },
          ]}
        />
      )}
      {asked && <RevokeReview allowance={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function RevokeReview({ allowance, onClose }: { allowance: Allowance; onClose: () => void }) {
  const t = useText();
  const money = useMoney();
  const { desk, spender, currency, amount } = allowance;
  const call = contractCall({ address: currency.token, abi: erc20Abi, functionName: "approve", args: [spender, 0n] });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("revoke.title")}
      facts={[
        { label: t("revoke.desk"), value: t(`desk.${desk}`) },
        { label: t("revoke.allowed"), value: <Amount text={money(amount, currency.index)} /> },
      ]}
      confirmLabel={t("revoke.confirm")}
      steps={[{ name: t("revoke.confirm"), call }]}
      outcome={() => t("revoke.done", { currency: currency.code })}
    >
      <p>{t("revoke.effect")}</p>
    </ActionReview>
  );
}
