import type { Address } from "viem";
import { useParticipants } from "../../app/data/queries/participants.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useCurrency, useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { PickedSlice } from "../../app/financing/SlicePicker.tsx";
import { useBankMeans } from "../../app/financing/useBankMeans.ts";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./text.ts";

interface SliceWarningsProps {
  slice: PickedSlice;
  account: Address;
  clock: LedgerClock;
  limited: boolean;
}

/** What would keep the supplier from taking a quote for this slice, said before it is signed. */
export function SliceWarnings(props: SliceWarningsProps) {
  const currency = useCurrency(props.slice.receivable.currency);
  return currency ? <Warnings {...props} currency={currency} /> : null;
}

function Warnings({ slice, account, clock, limited, currency }: SliceWarningsProps & { currency: Currency }) {
  const t = useText();
  const money = useMoney();
  const { discountDesk } = useDeployment().addresses;
  const { data: participants = [] } = useParticipants();
  const { receivable, face, holder } = slice;
  const seller = participants.find((each) => each.account.toLowerCase() === holder.toLowerCase())?.identity;
  const parties = { obligor: receivable.obligorIdentity, seller: seller ?? receivable.creditorIdentity };
  const { exposureLeft } = useBankMeans([account], currency, clock.today, parties, discountDesk)(account);
  const lacksRegistry = clock.policy.requireRegistry && !receivable.registryRecorded;
  const lacksRoom = limited && exposureLeft !== null && exposureLeft < face;
  return (
    <>
      {lacksRegistry && <Callout tone="warning">{t("form.noRegistry")}</Callout>}
      {lacksRoom && <Callout tone="warning">{t("form.noRoom", { left: money(exposureLeft, currency.index) })}</Callout>}
    </>
  );
}
