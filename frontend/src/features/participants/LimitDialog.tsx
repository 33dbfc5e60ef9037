import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type ObligorStanding, useObligorStandings } from "../../app/data/queries/participants.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { Callout } from "../../ui/Callout.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { ChangeDialogProps } from "./change.ts";
import { DraftDialog } from "./DraftDialog.tsx";
import { type LimitChange, LimitReview } from "./LimitReview.tsx";
import { readLimit } from "./limit.ts";
import { useText } from "./text.ts";

/** How much an obligor may owe in a currency. */
export function LimitDialog({ change, onClose }: ChangeDialogProps) {
  const t = useText();
  const { currencies } = useDeployment();
  const standings = useObligorStandings(change.participant.identity);
  const [index, setIndex] = useState(() => currencies[0]?.index ?? 0);
  const [draft, setDraft] = useState({ amount: "", unlimited: false });
  const [wasTried, setTried] = useState(false);
  const [reviewed, setReviewed] = useState<LimitChange | null>(null);
  const currency = currencies.find((each) => each.index === index);
  const standing = standings.data?.find((row) => row.currency === index) ?? { outstanding: 0n, limit: 0n };
  const read = readLimit(draft, { digits: currency?.minorDigits ?? 2, before: standing.limit });
  const review = () => {
    setTried(true);
    if (currency && standings.data && "limit" in read)
      setReviewed({ currency, before: standing.limit, after: read.limit });
  };
  if (reviewed)
    return <LimitReview change={change} limit={reviewed} onBack={() => setReviewed(null)} onClose={onClose} />;
  return (
    <DraftDialog
      title={t("limit.title", { name: change.name })}
      description={t("limit.explain")}
      onReview={review}
      onClose={onClose}
    >
      <SelectField
        label={t("limit.currency")}
        value={index.toString()}
        options={currencies.map((each) => ({ value: each.index.toString(), label: each.code }))}
        onChange={({ target }) => setIndex(Number(target.value))}
      />
      <Loaded query={standings}>{() => currency && <Standing standing={standing} currency={currency} />}</Loaded>
      <Checkbox
        label={t("limit.none")}
        checked={draft.unlimited}
        onChange={({ target }) => setDraft((kept) => ({ ...kept, unlimited: target.checked }))}
      />
      <MoneyField
        label={t("limit.after")}
        unit={currency?.code ?? ""}
        value={draft.amount}
        disabled={draft.unlimited}
        onValueChange={(amount) => setDraft((kept) => ({ ...kept, amount }))}
        error={wasTried && "problem" in read ? t(`limit.${read.problem}`) : undefined}
      />
      {"limit" in read && read.limit !== 0n && read.limit < standing.outstanding && (
        <Callout tone="warning">{t("limit.below")}</Callout>
      )}
    </DraftDialog>
  );
}

function Standing({
  standing,
  currency,
}: {
  standing: Pick<ObligorStanding, "outstanding" | "limit">;
  currency: Currency;
}) {
  const t = useText();
  const money = useMoney();
  const { outstanding, limit } = standing;
  return (
    <DescriptionList
      facts={[
        { label: t("limit.outstanding"), value: money(outstanding, currency.index) },
        { label: t("limit.before"), value: limit === 0n ? t("limit.none") : money(limit, currency.index) },
      ]}
    />
  );
}
