import { useDirectory } from "../data/useDirectory.ts";
import { useMoney } from "../deployment/useMoney.ts";
import { rangeText } from "../history/rangeText.ts";
import { useFormat } from "../i18n/useFormat.ts";
import { useText } from "./text.ts";

interface Described {
  start: bigint;
  end: bigint;
  receivable: { currency: number; obligor: string; dueDay: number };
}

/** A slice in one line: face, obligor, due day, cents. */
export function useSliceText(): (slice: Described) => string {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  return ({ start, end, receivable }) =>
    t("slice.line", {
      amount: money(end - start, receivable.currency),
      obligor: nameOf(receivable.obligor),
      day: format.day(receivable.dueDay),
      range: rangeText(start, end, format.count),
    });
}
