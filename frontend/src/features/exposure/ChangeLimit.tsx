import { useState } from "react";
import type { ExposureLimitRow } from "../../app/data/queries/exposure.ts";
import { useCurrency } from "../../app/deployment/useDeployment.ts";
import { toDecimal } from "../../domain/money.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { LimitReview } from "./LimitReview.tsx";
import { readLimit } from "./limit-form.ts";
import { useText } from "./text.ts";
import { useOrganisationName } from "./useOrganisationName.ts";

/** Another figure for a limit: typed, then reviewed and signed. */
export function ChangeLimit({ limit: row, onClose }: { limit: ExposureLimitRow; onClose: () => void }) {
  const t = useText();
  const nameOf = useOrganisationName();
  const currency = useCurrency(row.currency);
  const digits = currency?.minorDigits ?? 2;
  const [text, setText] = useState(() => toDecimal(row.limit, digits));
  const [isReviewing, setReviewing] = useState(false);
  const read = readLimit(text, digits);
  if (isReviewing && "limit" in read) {
    const { kind, counterparty, currency: index } = row;
    const set = { kind, counterparty, currency: index, limit: read.limit };
    return <LimitReview set={set} before={row} onClose={onClose} />;
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("set.title")}
      description={`${nameOf(row.counterparty)}, ${t(`kind.${row.kind}`)}`}
      footer={
        <Button variant="primary" onClick={() => setReviewing("limit" in read)}>
          {t("set.continue")}
        </Button>
      }
    >
      <MoneyField
        label={t("set.limit")}
        hint={t("form.limitHint")}
        unit={currency?.code ?? ""}
        value={text}
        onValueChange={setText}
        error={"problem" in read ? t(`problem.${read.problem}`) : undefined}
      />
    </Dialog>
  );
}
