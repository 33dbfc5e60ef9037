import { Link } from "@tanstack/react-router";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Amount } from "../../ui/Amount.tsx";
import { buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import type { PaymentPlan } from "./fetchPaymentPlan.ts";
import { useText } from "./useText.ts";

interface CashMissingProps {
  plan: PaymentPlan;
  /** Last day on which it can be paid without penalty. */
  lastFreeDay: number;
  onClose: () => void;
}

/** Says how much is missing before anything is sent. */
export function CashMissing({ plan, lastFreeDay, onClose }: CashMissingProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { currency, needed, balance, missing, penalty } = plan;
  const amount = (minor: bigint, strong = false) => <Amount strong={strong} text={money(minor, currency.index)} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("missing.title")}
      footer={
        <Link to="/cash" className={buttonClass("primary")}>
          {t("missing.cash")}
        </Link>
      }
    >
      <DescriptionList
        facts={[
          { label: t("missing.needed"), value: amount(tokenToMinor(needed, currency)) },
          { label: t("missing.balance"), value: amount(tokenToMinor(balance, currency)) },
          { label: t("missing.missing"), value: amount(missing, true) },
        ]}
      />
      <Callout tone="warning">
        {penalty > 0n ? t("missing.adviceLate") : t("missing.advice", { day: format.day(lastFreeDay) })}
      </Callout>
    </Dialog>
  );
}
