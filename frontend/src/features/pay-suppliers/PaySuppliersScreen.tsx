import { Link } from "@tanstack/react-router";
import { Layers } from "lucide-react";
import { useMemo, useState } from "react";
import { useConnection } from "wagmi";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type Participant, useParticipants } from "../../app/data/queries/participants.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { payeesFrom } from "../../app/holdings/payees.ts";
import { useHoldings } from "../../app/holdings/useHoldings.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { PaymentEditor } from "./PaymentEditor.tsx";
import { spendableOf, unusableOf } from "./spendable.ts";
import { useText } from "./text.ts";

/** Pays several suppliers at once with slices held: which of them is proposed. */
export function PaySuppliersScreen() {
  const t = useText();
  const holdings = useHoldings();
  const participants = useParticipants();
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Loaded query={holdings}>
        {(held) => <Loaded query={participants}>{(known) => <Currencies {...held} participants={known} />}</Loaded>}
      </Loaded>
    </Page>
  );
}

interface CurrenciesProps {
  holdings: readonly Holding[];
  clock: LedgerClock;
  participants: readonly Participant[];
}

/** A list is paid in one currency; another one begins a new list. */
function Currencies({ holdings, clock, participants }: CurrenciesProps) {
  const t = useText();
  const { currencies } = useDeployment();
  const { address = "" } = useConnection();
  const [chosen, setChosen] = useState<number | null>(null);
  // Once begun, the list stays, with what its dialog says, although the last free slice has just been paid away.
  const [started, setStarted] = useState(false);
  const payees = useMemo(
    () =>
      // Whether a slice's policy lets it be received at once is looked at slice by slice.
      payeesFrom(participants, clock.today, { consentAllowed: true }).filter(
        ({ account }) => account.toLowerCase() !== address.toLowerCase(),
      ),
    [participants, clock.today, address],
  );
  const held = currencies.filter(({ index }) => holdings.some(({ receivable }) => receivable.currency === index));
  const free = held.filter(({ index }) => spendableOf(holdings, index).length > 0);
  const currency = held.find(({ index }) => index === chosen) ?? free[0] ?? held[0];
  if (!currency || (free.length === 0 && !started)) return <NothingFree holdings={holdings} />;
  if (!started) setStarted(true);
  return (
    <>
      {held.length > 1 && (
        <SelectField
          className="max-w-48"
          label={t("currency")}
          value={currency.index.toString()}
          onChange={(event) => setChosen(Number(event.target.value))}
          options={held.map(({ index, code }) => ({ value: index.toString(), label: code }))}
        />
      )}
      <Unusable holdings={holdings} currency={currency.index} />
      <PaymentEditor key={currency.index} holdings={holdings} currency={currency} payees={payees} clock={clock} />
    </>
  );
}

function NothingFree({ holdings }: { holdings: readonly Holding[] }) {
  const t = useText();
  const currencies = [...new Set(holdings.map(({ receivable }) => receivable.currency))];
  return (
    <>
      <EmptyState
        icon={Layers}
        title={t("empty.title")}
        action={
          <Link to="/slices" className={buttonClass()}>
            {t("empty.slices")}
          </Link>
        }
      >
        {t("empty.hint")}
      </EmptyState>
      {currencies.map((currency) => (
        <Unusable key={currency} holdings={holdings} currency={currency} />
      ))}
    </>
  );
}

/** What is free, and what is held but can't be used now, and why. */
function Unusable({ holdings, currency }: { holdings: readonly Holding[]; currency: number }) {
  const t = useText();
  const money = useMoney();
  const spendable = spendableOf(holdings, currency);
  const free = spendable.reduce((sum, { face }) => sum + face, 0n);
  return (
    <div className="text-sm text-muted">
      <p>{t("free", { count: spendable.length, amount: money(free, currency) })}</p>
      {unusableOf(holdings, currency).map(({ obstacle, count, face }) => (
        <p key={obstacle}>{t(`obstacle.${obstacle}`, { count, amount: money(face, currency) })}</p>
      ))}
    </div>
  );
}
