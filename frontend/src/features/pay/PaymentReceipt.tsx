import { type Hex, numberToHex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type SlicePaymentRow, useSlicePayments } from "../../app/data/queries/offers.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { PaymentPlan } from "./fetchPaymentPlan.ts";
import { PayeeTable } from "./PayeeTable.tsx";
import type { Payee } from "./shares.ts";
import { useText } from "./useText.ts";

/** What every holder received, as the index read it from the chain; shown once all of it is there. */
export function PaymentReceipt({ plan }: { plan: PaymentPlan }) {
  const t = useText();
  const id: Hex = numberToHex(plan.receivableId, { size: 24 });
  const payments = useSlicePayments(id);
  return (
    <div className="grid gap-2">
      <p>{t("review.done")}</p>
      <Loaded query={payments}>
        {(rows) => {
          const received = rows.reduce((sum, { amount }) => sum + amount, 0n);
          if (received < plan.face + plan.penalty) return <Skeleton label={t("review.waiting")} />;
          return <PayeeTable payees={byHolder(rows)} currency={plan.currency.index} isReceipt />;
        }}
      </Loaded>
    </div>
  );
}

function byHolder(rows: readonly SlicePaymentRow[]): Payee[] {
  const payees = new Map<string, Payee>();
  for (const { holder, amount } of rows) {
    const known = payees.get(holder) ?? { holder, slices: 0, amount: 0n };
    payees.set(holder, { holder, slices: known.slices + 1, amount: known.amount + amount });
  }
  return [...payees.values()];
}
