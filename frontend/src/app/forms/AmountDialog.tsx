import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { useCurrency } from "../deployment/useDeployment.ts";

interface AmountDialogProps<Problem extends string> {
  title: string;
  description: string;
  label: string;
  confirmLabel: string;
  /** By its index in the rulebook. */
  currency: number;
  read: (text: string, minorDigits: number) => { amount: bigint } | { problem: Problem };
  problemText: (problem: Problem) => string;
  onClose: () => void;
  /** Takes the dialog's place with the amount, in minor units. */
  review: (amount: bigint) => ReactNode;
}

/** One amount: typed, blamed only once it was confirmed, then reviewed. */
export function AmountDialog<Problem extends string>(props: AmountDialogProps<Problem>) {
  const { title, description, label, confirmLabel, problemText, onClose, review } = props;
  const currency = useCurrency(props.currency);
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const [isReviewing, setReviewing] = useState(false);
  const read = props.read(text, currency?.minorDigits ?? 2);
  if (isReviewing && "amount" in read) return review(read.amount);
  const proceed = () => {
    setTried(true);
    setReviewing("amount" in read);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <Button variant="primary" onClick={proceed}>
          {confirmLabel}
        </Button>
      }
    >
      <MoneyField
        label={label}
        unit={currency?.code ?? ""}
        value={text}
        onValueChange={setText}
        error={isTried && "problem" in read ? problemText(read.problem) : undefined}
      />
    </Dialog>
  );
}
