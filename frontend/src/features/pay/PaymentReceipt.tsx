import { type Hex, numberToHex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type SlicePaymentRow, useSlicePayments } from "../../app/data/queries/offers.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";

import { PayeeTable } from "./PayeeTable.tsx";
import type { Payee } from "./shares.ts";
import { useText } from "./useText.ts";

interface Paid {
  receivableId: bigint;
  currency: { index: number };
  payees: readonly Payee[];
  asOf: bigint;
}

/** What every holder received, as the index read it from the chain; shown once all of it is there. */
export function PaymentReceipt({ paid, done }: { paid: Paid; done: string }) {
  const t = useText();
  const id: Hex = numberToHex(paid.receivableId, { size: 24 });
  const payments = useSlicePayments(id);
  return (
    <div className="grid gap-2">
      <p>{done}</p>
      <Loaded query={payments}>
        {(all) => {
          const rows = all.filter(({ timestamp }) => timestamp > paid.asOf);
          if (sumOf(rows) < sumOf(paid.payees)) return <Skeleton label={t("review.reading")} />;
          return <PayeeTable payees={byHolder(rows)} currency={paid.currency.index} isReceipt />;
        }}
      </Loaded>
    </div>
  );
}

function sumOf(rows: readonly { amount: bigint }[]): bigint {
  return rows.reduce((sum, { amount }) => sum + amount, 0n);
}

function byHolder(rows: readonly SlicePaymentRow[]): Payee[] {
  const payees = new Map<string, Payee>();
  for (const { holder, amount } of rows) {
    const known = payees.get(holder) ?? { holder, slices: 0, amount: 0n };
    payees.set(holder, { holder, slices: known.slices + 1, amount: known.amount + amount });
  }
  return [...payees.values()];
}
