import type { Address } from "viem";
import { Callout } from "../../ui/Callout.tsx";
import { useParticipants } from "../data/queries/participants.ts";
import type { LedgerClock } from "../data/useLedgerClock.ts";
import type { Currency } from "../deployment/deployment.ts";
import { useCurrency } from "../deployment/useDeployment.ts";
import { useMoney } from "../deployment/useMoney.ts";
import type { PickedSlice } from "./SlicePicker.tsx";
import { useText } from "./text.ts";
import { useBankMeans } from "./useBankMeans.ts";

interface SliceWarningsProps {
  slice: PickedSlice;
  account: Address;
  clock: LedgerClock;
  /** That would take the cash. */
  desk: Address;
  limited: boolean;
}

/** What would keep the supplier from taking what is signed for this slice, said before it is signed. */
export function SliceWarnings(props: SliceWarningsProps) {
  const currency = useCurrency(props.slice.receivable.currency);
  return currency ? <Warnings {...props} currency={currency} /> : null;
}

function Warnings({ slice, account, clock, desk, limited, currency }: SliceWarningsProps & { currency: Currency }) {
  const t = useText();
  const money = useMoney();
  const { data: participants = [] } = useParticipants();
  const { receivable, face, holder } = slice;
  const seller = participants.find((each) => each.account.toLowerCase() === holder.toLowerCase())?.identity;
  const parties = { obligor: receivable.obligorIdentity, seller: seller ?? receivable.creditorIdentity };
  const { exposureLeft } = useBankMeans([account], currency, clock.today, parties, desk)(account);
  const lacksRegistry = clock.policy.requireRegistry && !receivable.registryRecorded;
  const lacksRoom = limited && exposureLeft !== null && exposureLeft < face;
  return (
    <>
      {lacksRegistry && <Callout tone="warning">{t("warning.noRegistry")}</Callout>}
      {lacksRoom && (
        <Callout tone="warning">{t("warning.noRoom", { left: money(exposureLeft, currency.index) })}</Callout>
      )}
    </>
  );
}
