import type { WithReceivable } from "../data/queries/slices.ts";
import { useDirectory } from "../data/useDirectory.ts";
import { useMoney } from "../deployment/useMoney.ts";
import { rangeText } from "../history/rangeText.ts";
import { useFormat } from "../i18n/useFormat.ts";
import { useText } from "./text.ts";

interface SliceLineProps {
  slice: WithReceivable<{ start: bigint; end: bigint }>;
}

/** A slice in two lines: what it is worth, and whose promise it is. */
export function SliceLine({ slice }: SliceLineProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { start, end, receivable } = slice;
  return (
    <span className="grid">
      <span>
        <strong className="figures">{money(end - start, receivable.currency)}</strong>{" "}
        <span className="figures text-sm text-muted">{rangeText(start, end, format.count)}</span>
      </span>
      <span className="text-sm text-muted">
        {t("owedBy", { name: nameOf(receivable.obligor), day: format.day(receivable.dueDay) })}
      </span>
    </span>
  );
}
