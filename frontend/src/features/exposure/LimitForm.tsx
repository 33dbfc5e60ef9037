import { type FormEvent, useState } from "react";
import { isHex } from "viem";
import type { ExposureLimitRow } from "../../app/data/queries/exposure.ts";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMe } from "../../app/session/useMe.ts";
import { ROLE_BITS } from "../../domain/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { LimitReview, type NewLimit } from "./LimitReview.tsx";
import { readLimit } from "./limit-form.ts";
import { useText } from "./text.ts";

/** A limit for a counterparty: for who owes, or for who sells and borrows. */
export function LimitForm({ limits }: { limits: readonly ExposureLimitRow[] }) {
  const t = useText();
  const { currencies } = useDeployment();
  const [kind, setKind] = useState<NewLimit["kind"]>("obligor");
  const [counterparty, setCounterparty] = useState("");
  const [currencyText, setCurrency] = useState(() => String(currencies[0]?.index ?? ""));
  const [text, setText] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [set, setSet] = useState<NewLimit | null>(null);
  const options = useOrganisations(kind);
  const currency = currencies.find(({ index }) => String(index) === currencyText);
  const read = readLimit(text, currency?.minorDigits ?? 2);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if ("limit" in read && currency && isHex(counterparty)) {
      setSet({ kind, counterparty, currency: currency.index, limit: read.limit });
    }
  };
  const startAnew = () => {
    setText("");
    setCounterparty("");
    setIsTried(false);
  };
  const before = limits.find(
    (row) => set && row.kind === set.kind && row.counterparty === set.counterparty && row.currency === set.currency,
  );
  return (
    <Card>
      <form noValidate onSubmit={submit} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          label={t("form.kind")}
          value={kind}
          options={[
            { value: "obligor", label: t("kind.obligor") },
            { value: "seller", label: t("kind.seller") },
          ]}
          onChange={(event) => {
            setKind(event.target.value === "seller" ? "seller" : "obligor");
            setCounterparty("");
          }}
        />
        <SelectField
          label={t("form.who")}
          placeholder={t("form.choose")}
          value={counterparty}
          options={options}
          onChange={(event) => setCounterparty(event.target.value)}
          error={isTried && counterparty === "" ? t("problem.missing") : undefined}
        />
        <SelectField
          label={t("form.currency")}
          value={currencyText}
          options={currencies.map(({ index, code }) => ({ value: String(index), label: code }))}
          onChange={(event) => setCurrency(event.target.value)}
        />
        <MoneyField
          label={t("form.limit")}
          hint={t("form.limitHint")}
          unit={currency?.code ?? ""}
          value={text}
          onValueChange={setText}
          error={isTried && "problem" in read ? t(`problem.${read.problem}`) : undefined}
        />
        <Button type="submit" variant="primary" className="justify-self-end sm:col-span-2 lg:col-span-4">
          {t("form.submit")}
        </Button>
      </form>
      {set && <LimitReview set={set} before={before ?? null} onConfirmed={startAnew} onClose={() => setSet(null)} />}
    </Card>
  );
}

const ROLES = { obligor: ROLE_BITS.obligor, seller: ROLE_BITS.supplier | ROLE_BITS.bank } as const;

function useOrganisations(kind: keyof typeof ROLES): { value: string; label: string }[] {
  const { participant: me } = useMe();
  const { data: participants = [] } = useParticipants();
  const { nameOf } = useDirectory();
  return participants
    .filter(({ roles, replaced, identity }) => (roles & ROLES[kind]) !== 0 && !replaced && identity !== me?.identity)
    .map(({ identity, account }) => ({ value: identity, label: nameOf(account) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
