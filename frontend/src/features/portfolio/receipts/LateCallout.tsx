import { Link } from "@tanstack/react-router";
import type { LedgerClock } from "../../../app/data/useLedgerClock.ts";
import { useMoney } from "../../../app/deployment/useMoney.ts";
import type { Holding } from "../../../app/holdings/holding.ts";
import { amountOf, currenciesOf } from "../../../domain/maturity-ladder.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { useText } from "../text.ts";
import { useReceipts } from "./useReceipts.ts";

/** That something is late, above the slices; nothing otherwise. */
export function LateCallout({ holdings, clock }: { holdings: readonly Holding[]; clock: LedgerClock }) {
  const t = useText();
  const money = useMoney();
  const { data = [] } = useReceipts(holdings, clock.timestamp);
  const late = data.filter((receipt) => receipt.late !== null);
  if (late.length === 0) return null;
  const sums = currenciesOf(late).map((currency) => {
    const own = late.filter((receipt) => receipt.currency === currency);
    return money(amountOf(own), currency);
  });
  return (
    <Callout
      tone="warning"
      title={t("late.callout", { count: late.length })}
      actions={
        <Link to="/slices" search={{ view: "receipts" }} className={buttonClass("secondary", "sm")}>
          {t("late.show")}
        </Link>
      }
    >
      {t("late.calloutText", { amounts: sums.join(" · ") })}
    </Callout>
  );
}
