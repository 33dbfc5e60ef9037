import { useMoney } from "../../app/deployment/useMoney.ts";
import type { LineProblem } from "./split-plan.ts";
import { useText } from "./text.ts";

const MISSING: readonly LineProblem[] = ["payeeMissing", "amountMissing"];

interface Wanted {
  smallest: bigint;
  currency: number;
  /** Blames what is still empty only after the first try. */
  showMissing: boolean;
}

/** What is wrong with a line, in words; undefined while nothing is to be said. */
export function useLineProblemText({ smallest, currency, showMissing }: Wanted) {
  const t = useText();
  const money = useMoney();
  return (problem: LineProblem | null | undefined): string | undefined => {
    if (!problem || (!showMissing && MISSING.includes(problem))) return undefined;
    return t(`problem.${problem}`, { smallest: money(smallest, currency) });
  };
}
