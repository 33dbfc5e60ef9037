import { useState } from "react";
import { usePolicies } from "../../app/data/queries/policy.ts";
import type { SliceRow, WithReceivable } from "../../app/data/queries/slices.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useCurrency } from "../../app/deployment/useDeployment.ts";
import { smallestSlice } from "../../domain/smallest-slice.ts";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { readCashNeeded } from "./cash-needed.ts";
import { Offers } from "./Offers.tsx";
import { useText } from "./text.ts";

interface CashChoiceProps {
  slice: WithReceivable<SliceRow>;
  clock: LedgerClock;
  onSelling: (isSelling: boolean) => void;
}

/** The whole slice, or only the cash needed, and the offers for that. */
export function CashChoice({ slice, clock, onSelling }: CashChoiceProps) {
  const t = useText();
  const { face, receivable } = slice;
  const currency = useCurrency(receivable.currency);
  const { data: policies = [] } = usePolicies();
  const policy = policies.find(({ version }) => version === receivable.policy);
  const [text, setText] = useState("");
  const read = readCashNeeded(text, currency?.minorDigits ?? 2, face);
  const cash = "cash" in read ? read.cash : null;
  // A receivable keeps to the rules it was confirmed under.
  const smallest = policy && smallestSlice(receivable.face, policy.minSlice, policy.maxSlices);
  return (
    <>
      <MoneyField
        className="max-w-2xl"
        label={t("cash.label")}
        hint={t("cash.hint")}
        optional
        value={text}
        onValueChange={setText}
        unit={currency?.code ?? ""}
        error={"problem" in read ? t(`cash.${read.problem}`) : undefined}
      />
      {"cash" in read && smallest !== undefined && (
        <Offers slice={slice} clock={clock} need={cash === null ? null : { cash, smallest }} onSelling={onSelling} />
      )}
    </>
  );
}
