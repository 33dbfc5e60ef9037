import { useState } from "react";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useCurrency, useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useSpendable } from "../../app/transaction/useApproveStep.ts";
import { toDecimal } from "../../domain/money.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { RepayReview } from "./RepayReview.tsx";
import { readRepayment } from "./repayment.ts";
import { useText } from "./text.ts";
import type { BookedLoan } from "./useLoanBook.ts";

interface RepayEditorProps {
  loan: BookedLoan;
  onClose: () => void;
}

/** How much of a loan is repaid: all of it, unless another amount is typed. */
export function RepayEditor(props: RepayEditorProps) {
  const currency = useCurrency(props.loan.currency);
  return currency ? <Editor {...props} currency={currency} /> : null;
}

function Editor({ loan, currency, onClose }: RepayEditorProps & { currency: Currency }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { pledgeDesk } = useDeployment().addresses;
  const cash = useSpendable(currency, pledgeDesk);
  const owed = loan.debt.principal + loan.debt.interest;
  const [text, setText] = useState(() => toDecimal(owed, currency.minorDigits));
  const [isReviewing, setReviewing] = useState(false);
  const read = readRepayment(text, currency.minorDigits, owed);
  if (isReviewing && "amount" in read && cash) {
    return <RepayReview loan={loan} amount={read.amount} currency={currency} cash={cash} onClose={onClose} />;
  }
  const told = {
    owed: money(owed, currency.index),
    interest: money(loan.debt.interest, currency.index),
    day: format.day(loan.today),
  };
  const isShort = cash !== undefined && "amount" in read && tokenToMinor(cash.balance, currency) < read.amount;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("repay.title", { id: String(loan.id) })}
      description={t("repay.owed", told)}
      footer={
        <Button variant="primary" disabled={!cash} onClick={() => setReviewing("amount" in read)}>
          {t("repay.continue")}
        </Button>
      }
    >
      <MoneyField
        label={t("repay.amount")}
        hint={t("repay.amountHint")}
        unit={currency.code}
        value={text}
        onValueChange={setText}
        error={"problem" in read ? t(`repay.${read.problem}`) : undefined}
      />
      {isShort && (
        <Callout tone="warning">
          {t("repay.short", { balance: money(tokenToMinor(cash.balance, currency), currency.index) })}
        </Callout>
      )}
    </Dialog>
  );
}
