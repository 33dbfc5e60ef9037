import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { AlertItem } from "./alert-item.ts";
import { useText } from "./text.ts";

/** What a rule found, and above what it fires, in words. */
export function useRuleText(): (item: AlertItem) => { says: string; threshold: string } {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  return ({ rule, amount, currency, figures }) => {
    const isShare = rule === "obligorShare" || rule === "holderShare";
    const written = (value: number | bigint) => (isShare ? format.percent(BigInt(value)) : format.count(value));
    const values = {
      amount: money(amount, currency),
      figure: figures ? written(figures.figure) : "",
      threshold: figures ? written(figures.threshold) : "",
    };
    return { says: t(`rule.${rule}.says`, values), threshold: t(`rule.${rule}.threshold`, values) };
  };
}
