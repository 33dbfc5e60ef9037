import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { MOST_PARTS } from "../../domain/paying/payment.ts";
import type { PlanProblem } from "./split-plan.ts";
import { useText } from "./text.ts";

interface PlanSummaryProps {
  holding: Holding;
  plan: { total: bigint; head: bigint; problems: readonly PlanProblem[] };
  /** Paid to others, or cut off for oneself. */
  wording: "pay" | "split";
}

/** What is taken and what stays, as it is typed, and what the ledger would refuse. Stands beside the button, always in sight. */
export function PlanSummary({ holding, plan, wording }: PlanSummaryProps) {
  const t = useText();
  const money = useMoney();
  const { currency } = holding.receivable;
  const head = plan.head > 0n ? plan.head : 0n;
  const values = {
    most: MOST_PARTS,
    hops: holding.hops,
    over: money(plan.head < 0n ? -plan.head : 0n, currency),
    smallest: money(holding.smallest, currency),
  };
  return (
    <div className="me-auto grid min-w-0 gap-1" aria-live="polite">
      <p className="flex flex-wrap gap-x-4 text-sm">
        <span>
          {t(`${wording}.total`)} <span className="figures text-base font-semibold">{money(plan.total, currency)}</span>
        </span>
        <span>
          {t(`${wording}.head`)}{" "}
          <span data-testid="split-head" className="figures text-base font-semibold">
            {money(head, currency)}
          </span>
        </span>
      </p>
      {plan.problems.map((problem) => (
        <p key={problem} className="text-sm text-danger">
          {t(problem === "headTooSmall" ? `${wording}.headTooSmall` : `problem.${problem}`, values)}
        </p>
      ))}
    </div>
  );
}
