import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Hex } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMe } from "../../app/session/useMe.ts";
import { dayFromIso, isoFromDay } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { lastQuarter } from "../../domain/quarter.ts";
import { Card } from "../../ui/Card.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Page } from "../../ui/Page.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { fetchArrangement } from "./fetch-arrangement.ts";
import { StatementView } from "./StatementView.tsx";
import { useText } from "./useText.ts";

/** What an obligor discloses of its supplier finance arrangements for a period. */
export function DisclosureScreen() {
  const t = useText();
  const { participant } = useMe();
  const clock = useLedgerClock();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {participant && clock ? (
        <Disclosure identity={participant.identity} clock={clock} />
      ) : (
        <Skeleton label={t("title")} />
      )}
    </Page>
  );
}

function Disclosure({ identity, clock }: { identity: Hex; clock: LedgerClock }) {
  const t = useText();
  const { currencies } = useDeployment();
  const [days, setDays] = useState(() => {
    const { first, last } = lastQuarter(clock.today);
    return { from: isoFromDay(first), to: isoFromDay(last) };
  });
  const [chosen, setChosen] = useState<number | null>(null);
  const arrangement = useQuery({
    queryKey: ["index", "arrangement", identity],
    queryFn: () => fetchArrangement(identity),
  });
  const period = readPeriod(days);
  // Until one is chosen: that of the newest receivable.
  const currency = chosen ?? arrangement.data?.receivables[0]?.currency ?? currencies[0]?.index ?? 0;
  return (
    <>
      <Card className="grid gap-4 sm:grid-cols-3">
        <DateField
          label={t("from")}
          value={days.from}
          onChange={({ target }) => setDays({ ...days, from: target.value })}
          error={period === "malformed" ? t("malformed") : undefined}
        />
        <DateField
          label={t("to")}
          value={days.to}
          onChange={({ target }) => setDays({ ...days, to: target.value })}
          error={period === "reversed" ? t("reversed") : undefined}
        />
        <SelectField
          label={t("currency")}
          value={currency.toString()}
          onChange={({ target }) => setChosen(Number(target.value))}
          options={currencies.map(({ index, code }) => ({ value: index.toString(), label: code }))}
        />
      </Card>
      {typeof period !== "string" && (
        <Loaded query={arrangement}>
          {(known) => <StatementView arrangement={known} currency={currency} days={period} clock={clock} />}
        </Loaded>
      )}
    </>
  );
}

function readPeriod({
  from,
  to,
}: {
  from: string;
  to: string;
}): { first: number; last: number } | "malformed" | "reversed" {
  try {
    const [first, last] = [dayFromIso(from), dayFromIso(to)];
    return first > last ? "reversed" : { first, last };
  } catch (error) {
    if (error instanceof DomainError) return "malformed";
    throw error;
  }
}
