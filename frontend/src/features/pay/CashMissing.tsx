import { Link } from "@tanstack/react-router";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Amount } from "../../ui/Amount.tsx";
import { buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import type { CashNeed } from "./cashNeed.ts";
import { useText } from "./useText.ts";

interface CashMissingProps {
  plan: CashNeed & { currency: Currency; balance: bigint };
  /** What follows if it is not paid now. */
  advice: string;
}

/** Says how much is missing before anything is sent. */
export function CashMissing({ plan: { currency, needed, balance, missing }, advice }: CashMissingProps) {
  const t = useText();
  const money = useMoney();
  const amount = (minor: bigint, strong = false) => <Amount strong={strong} text={money(minor, currency.index)} />;
  return (
    <Callout tone="warning">
      <div className="grid gap-2">
        <p className="font-semibold">{t("missing.title")}</p>
        <DescriptionList
          facts={[
            { label: t("missing.needed"), value: amount(tokenToMinor(needed, currency)) },
            { label: t("missing.balance"), value: amount(tokenToMinor(balance, currency)) },
            { label: t("missing.missing"), value: amount(missing, true) },
          ]}
        />
        <p>{advice}</p>
        <Link to="/cash" className={buttonClass("secondary")}>
          {t("missing.cash")}
        </Link>
      </div>
    </Callout>
  );
}
