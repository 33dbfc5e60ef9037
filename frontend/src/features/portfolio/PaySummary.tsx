import { useMoney } from "../../app/deployment/useMoney.ts";
import { Callout } from "../../ui/Callout.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import type { Holding } from "./holding.ts";
import { MOST_PARTS, type SplitPlan } from "./split-plan.ts";
import { useText } from "./text.ts";

interface PaySummaryProps {
  holding: Holding;
  plan: SplitPlan;
  isWhole: boolean;
}

/** What is paid and what stays, as it is typed, and what the ledger would refuse. */
export function PaySummary({ holding, plan, isWhole }: PaySummaryProps) {
  const t = useText();
  const money = useMoney();
  const { currency } = holding.receivable;
  const over = plan.head < 0n ? -plan.head : 0n;
  const head = plan.head > 0n ? plan.head : 0n;
  const values = {
    most: MOST_PARTS,
    hops: holding.hops,
    over: money(over, currency),
    smallest: money(holding.smallest, currency),
  };
  return (
    <div className="grid gap-3 border-t border-line pt-3">
      <div aria-live="polite">
        <DescriptionList
          facts={[
            { label: t("pay.available"), value: <span className="figures">{money(holding.face, currency)}</span> },
            { label: t("pay.total"), value: <span className="figures">{money(plan.total, currency)}</span> },
            { label: t("pay.head"), value: <strong className="figures">{money(head, currency)}</strong> },
          ]}
        />
      </div>
      {!isWhole && <p className="text-sm text-muted">{t("pay.smallest", values)}</p>}
      {plan.problems.map((problem) => (
        <Callout key={problem} tone="danger" live>
          {t(`problem.${problem}`, values)}
        </Callout>
      ))}
    </div>
  );
}
