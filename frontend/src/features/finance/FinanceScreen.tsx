import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useConnection } from "wagmi";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type SliceRow, useSlicesOf, type WithReceivable } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { sliceState } from "../../domain/slice-state.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { CashChoice } from "./CashChoice.tsx";
import { SoldSlices } from "./SoldSlices.tsx";
import { useText } from "./text.ts";

type Sellable = WithReceivable<SliceRow>;

/** A slice, what banks would pay for it today, and its sale. */
export function FinanceScreen() {
  const t = useText();
  const { address } = useConnection();
  const clock = useLedgerClock();
  const slices = useSlicesOf(address);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Loaded query={slices}>
        {(held) => {
          if (!clock) return <Skeleton label={t("loading")} />;
          const free = held.filter((slice) => sliceState(slice, slice.receivable, null, clock) === "free");
          return <Choice key={address} slices={free} clock={clock} />;
        }}
      </Loaded>
      {address && clock && <SoldSlices seller={address} clock={clock} />}
    </Page>
  );
}

function Choice({ slices, clock }: { slices: readonly Sellable[]; clock: LedgerClock }) {
  const t = useText();
  const { slice: wanted } = useSearch({ from: "/finance" });
  const [chosen, setChosen] = useState(wanted ?? "");
  const optionText = useOptionText();
  // After a sale the slice is gone from the list, but its receipt is still being read.
  const [sold, setSold] = useState<Sellable | null>(null);
  const slice = sold ?? slices.find(({ id }) => id === chosen) ?? slices[0];
  if (!slice) return <EmptyState title={t("empty.title")}>{t("empty.hint")}</EmptyState>;
  return (
    <>
      {slices.length > 0 && (
        <SelectField
          className="max-w-2xl"
          label={t("choose.label")}
          hint={
            <>
              {t("choose.hint")}{" "}
              <Link to="/slices" search={{ split: slice.id }} className="text-accent underline">
                {t("choose.split")}
              </Link>
            </>
          }
          value={slice.id}
          options={slices.map((each) => ({ value: each.id, label: optionText(each) }))}
          onChange={(event) => setChosen(event.target.value)}
        />
      )}
      <CashChoice
        key={slice.id}
        slice={slice}
        clock={clock}
        onSelling={(isSelling) => setSold(isSelling ? slice : null)}
      />
    </>
  );
}

function useOptionText(): (slice: Sellable) => string {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  return ({ face, start, end, receivable }) =>
    t("choose.option", {
      amount: money(face, receivable.currency),
      obligor: nameOf(receivable.obligor),
      day: format.day(receivable.dueDay),
      range: rangeText(start, end, format.count),
    });
}
