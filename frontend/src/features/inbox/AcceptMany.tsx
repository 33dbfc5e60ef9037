import { useState } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { AcceptManyReview } from "./AcceptManyReview.tsx";
import { totalsOf } from "./bulk.ts";
import type { InboxItem } from "./item.ts";
import { useText } from "./useText.ts";

interface AcceptManyProps {
  items: readonly InboxItem[];
  onClose: () => void;
}

/** Which of the offered slices are accepted together: all, unless some are left out. */
export function AcceptMany({ items, onClose }: AcceptManyProps) {
  const t = useText();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isReviewing, setReviewing] = useState(false);
  const chosen = items.filter(({ key }) => !left.has(key));
  const total = useTotalText(chosen);
  if (isReviewing) return <AcceptManyReview items={chosen} total={total} onClose={onClose} />;
  const toggle = (key: string, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(key);
    else next.add(key);
    setLeft(next);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("acceptMany.title")}
      description={t("acceptMany.hint")}
      footer={
        <Button variant="primary" disabled={chosen.length === 0} onClick={() => setReviewing(true)}>
          {t("acceptMany.continue")}
        </Button>
      }
    >
      <ul className="grid gap-2">
        {items.map((item) => (
          <li key={item.key}>
            <Offered item={item} checked={!left.has(item.key)} onToggle={(isChosen) => toggle(item.key, isChosen)} />
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="figures font-semibold">
        {chosen.length === 0 ? t("acceptMany.none") : t("acceptMany.chosen", { count: chosen.length, total })}
      </p>
    </Dialog>
  );
}

interface OfferedProps {
  item: InboxItem;
  checked: boolean;
  onToggle: (isChosen: boolean) => void;
}

function Offered({ item: { party, money, obligor, day }, checked, onToggle }: OfferedProps) {
  const t = useText();
  const amountOf = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const facts = {
    party: party === null ? "" : nameOf(party),
    amount: money ? amountOf(money.amount, money.currency) : "",
    obligor: obligor === null ? "" : nameOf(obligor),
    day: day === null ? "" : format.day(day),
  };
  return (
    <Checkbox
      label={t("acceptMany.line", facts)}
      hint={t("acceptMany.owed", facts)}
      checked={checked}
      onChange={(event) => onToggle(event.target.checked)}
    />
  );
}

function useTotalText(items: readonly InboxItem[]): string {
  const money = useMoney();
  return totalsOf(items)
    .map(([currency, amount]) => money(amount, currency))
    .join(" · ");
}
