import { useMoney } from "../../app/deployment/useMoney.ts";
import { toDecimal } from "../../domain/money.ts";
import { Button } from "../../ui/Button.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import type { ObligationState } from "./fetchObligation.ts";
import { useText } from "./useText.ts";

interface AmountToPayProps {
  state: ObligationState;
  text: string;
  error: string | undefined;
  onText: (text: string) => void;
}

/** All that is owed, or a part of it. */
export function AmountToPay({ state: { face, penalty, currency }, text, error, onText }: AmountToPayProps) {
  const t = useText();
  const money = useMoney();
  const all = toDecimal(face + penalty, currency.minorDigits);
  return (
    <div className="grid gap-2 sm:grid-cols-[14rem_auto] sm:items-end sm:justify-start">
      <MoneyField
        label={t("part.label")}
        hint={t("part.hint", { amount: money(face + penalty, currency.index) })}
        unit={currency.code}
        value={text}
        error={error}
        onValueChange={onText}
      />
      {text !== all && (
        <Button size="sm" onClick={() => onText(all)}>
          {t("part.all")}
        </Button>
      )}
    </div>
  );
}
