import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { type LateAct, LateActReview } from "../../app/holdings/LateActReview.tsx";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { InboxItem } from "./item.ts";
import { useText } from "./useText.ts";

interface LateReviewProps {
  act: LateAct;
  item: InboxItem;
  onClose: () => void;
}

/** Reports a receivable of the inbox overdue, or in default: anyone may. */
export function LateReview({ act, item, onClose }: LateReviewProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { receivableId, party, day } = item;
  if (receivableId === null) return null;
  const facts = [
    { label: t("late.obligor"), value: party === null ? "" : nameOf(party) },
    { label: t("late.due"), value: day === null ? "" : format.day(day) },
    ...(item.money
      ? [{ label: t("late.mine"), value: <Amount text={money(item.money.amount, item.money.currency)} /> }]
      : []),
  ];
  const effect = t(`late.${act}`);
  return <LateActReview {...{ act, receivableId, facts, effect, onClose }} />;
}
